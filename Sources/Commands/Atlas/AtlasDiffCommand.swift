internal import Atlas
internal import Formats

/// `kulan atlas diff`: what changed between two editions, and why.
struct AtlasDiffCommand: Command {
  static let out = Option(
    "out", letter: "o", .text("DIR"),
    "a folder for tables, a layer and a page; without it a summary is printed", group: "Output")

  static let manual = Manual(
    "atlas diff", "what changed between two editions, and why",
    discussion: [
      "Compares two folders that kulan atlas build made: barriers that were added, removed, moved or "
        + "reclassified, and the measures of every range, region, country and class. For each change "
        + "it says whether data, parameters or the program caused it, by what the manifests say that "
        + "each work unit depended on.",
      "Barriers are found again by id where ids are stable, otherwise by their vertices or their course.",
    ],
    operands: [
      Manual.Operand("OLD", "the folder of the old edition"),
      Manual.Operand("NEW", "the folder of the new edition"),
    ],
    options: [out],
    examples: [
      Manual.Example("what changed", "kulan atlas diff atlas-2026 atlas-2031"),
      Manual.Example(
        "as tables, a layer for QGIS and a page",
        "kulan atlas diff atlas-2026 atlas-2031 --out changes"),
    ],
    definitions: ChangeTable.definitions)

  private let old: Edition
  private let new: Edition
  private let arguments: Arguments

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    old = try Edition(arguments.operands[0])
    new = try Edition(arguments.operands[1])
    guard let place = arguments.text(Self.out) else { return }
    for edition in [old, new] where OutputFolder.holds(edition.folder, in: place) {
      throw UserError(
        .usage, "--out \(place) would replace \(edition.folder), which is read",
        help: "choose another folder; inputs are never replaced, not even with --overwrite")
    }
  }

  func run(on console: Console) async throws -> ExitCode {
    let place = arguments.text(Self.out)
    if let place {
      try OutputFolder.check(
        place, overwrite: arguments.has(.overwrite), names: DiffPress.files)
    }
    var result = DiffResult(try await EditionDiff(old, new, jobs: arguments.jobs))
    if let place, !arguments.has(.dryRun) {
      let folder = try OutputFolder(
        place, overwrite: arguments.has(.overwrite), names: DiffPress.files)
      try await folder.fill { try DiffPress(result.diff).print(into: folder) }
    }
    result.place = place
    result.isDryRun = arguments.has(.dryRun)
    result.report(on: console)
    return .done
  }
}
