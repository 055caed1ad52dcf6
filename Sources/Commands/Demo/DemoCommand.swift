internal import Atlas
internal import Formats
internal import Foundation
internal import Landscape

/// `kulan demo`: the whole job on the data that the binary carries with it.
///
/// It does nothing that a user could not type: every step is a command line, shown before it runs.
struct DemoCommand: Command {
  static let out = Option(
    "out", letter: "o", .text("DIR"), "the folder for data and results", group: "Output",
    default: "kulan-demo")

  static let manual = Manual(
    "demo", "the whole job on embedded schematic data",
    discussion: [
      "Writes a schematic Central Asia (countries, regions, ranges, railways, roads, fences) and the "
        + "configuration of an atlas into a folder, builds the atlas and verifies it, and checks two "
        + "alternatives of a planned railway against it; each command is shown as you would type it. The data are drawings from general knowledge: nothing "
        + "computed from them is a finding."
    ],
    options: [out],
    examples: [
      Manual.Example("see what Kulan does", "kulan demo"),
      Manual.Example("once more, elsewhere", "kulan demo --out /tmp/kulan-demo --overwrite"),
    ])

  private let folder: String
  private let overwrites: Bool
  private let isDryRun: Bool
  /// The common options that every step gets, too.
  private let passedOn: [String]

  init(_ arguments: Arguments) throws {
    folder = arguments.certain(Self.out)
    overwrites = arguments.has(.overwrite)
    isDryRun = arguments.has(.dryRun)
    passedOn =
      ["--jobs", "\(arguments.jobs)"] + (arguments.has(.quiet) ? ["--quiet"] : [])
  }

  func run(on console: Console) async throws -> ExitCode {
    let steps = DemoStep.all(in: folder)
    if isDryRun {
      console.print("would write \(SchematicData.layers.count) layers to \(folder)/data and run")
      for step in steps { console.print("  " + step.commandLine) }
      return .done
    }
    try writeData()
    if console.isJSON { return try await runForScript(steps, on: console) }
    console.print(
      """
      A schematic Central Asia, drawn from general knowledge: nothing here is a finding.
      \(SchematicData.layers.count) layers are in \(folder)/data
      """)
    for step in steps {
      console.print("\n# \(step.purpose)\n$ \(step.commandLine)\n")
      let code = await Program.kulan.run(step.words + options(of: step), on: console)
      if code != .done { return code }
    }
    let (edition, report) = (DemoStep.edition(in: folder), DemoStep.report(in: folder))
    console.print(
      """

      Open \(edition)/\(EditionFile.page.rawValue) and \(report)/\(CheckFile.page.rawValue) in a browser,
      \(edition)/\(EditionFile.geoPackage.rawValue) and \(report)/\(CheckFile.geoPackage.rawValue) in QGIS.
      """)
    return .done
  }

  /// The options of the demonstration that a step has as well.
  private func options(of step: DemoStep) -> [String] {
    passedOn + (overwrites && step.replaces ? ["--overwrite"] : [])
  }

  /// The summaries of all steps that make one.
  private func runForScript(_ steps: [DemoStep], on console: Console) async throws -> ExitCode {
    console.out("[\n")
    for (index, step) in steps.enumerated() {
      if index > 0 { console.out(",\n") }
      let code = await Program.kulan.run(
        step.words + options(of: step) + ["--json"], on: console)
      if code != .done { return code }
    }
    console.out("]\n")
    return .done
  }

  private func writeData() throws {
    let data = URL(fileURLWithPath: folder).appendingPathComponent("data")
    do {
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    } catch {
      throw UserError(
        .cannotWrite, "cannot create the folder \(data.path)",
        help: "choose a folder that you may write to with --out")
    }
    for layer in SchematicData.layers {
      let path = "\(folder)/data/\(layer.name).geojson"
      try PendingFile.write(layer.bytes, to: path, overwrite: overwrites)
    }
    for name in SchematicData.plan.alternatives + [SchematicData.plan.structures] {
      try PendingFile.write(
        SchematicData.planFile(named: name), to: "\(folder)/data/\(name)", overwrite: overwrites)
    }
    try PendingFile.write(
      DemoConfiguration.text.utf8, to: "\(folder)/data/\(DemoConfiguration.file)",
      overwrite: overwrites)
  }
}
