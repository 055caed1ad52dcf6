internal import Atlas
internal import Formats

/// `kulan atlas build`: computes an edition of an atlas.
struct AtlasBuildCommand: Command {
  static let manual = Manual(
    "atlas build", "compute an edition of an atlas from its configuration",
    discussion: [
      "An edition is a folder: atlas.gpkg with layers styled for QGIS, a CSV for each table, "
        + "index.html as an overview, manifest.json with everything that it was made from. It appears "
        + "complete or not at all.",
      "The work is divided into units, the range of a species or a region in one scenario. Results are "
        + "stored under the hash of all that they depend on: a build computes only what changed, one "
        + "that was interrupted goes on where it was, and the bytes are those of a build from nothing.",
    ],
    operands: [AtlasOptions.configuration],
    options: [
      AtlasOptions.out, AtlasOptions.units, AtlasOptions.shard, AtlasOptions.prune,
    ],
    examples: [
      Manual.Example("a configuration from what lies in a folder", "kulan atlas init data"),
      Manual.Example("everything, into the folder that it names", "kulan atlas build atlas.json"),
      Manual.Example(
        "one of eight parts, on one of eight machines with a common folder of units",
        "kulan atlas build atlas.json --shard 3/8 --units /shared/units"),
    ],
    definitions: AtlasDictionary.definitions)

  private let configuration: AtlasConfiguration
  private let arguments: Arguments
  private let shard: Shard?

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    configuration = try AtlasConfiguration(contentsOf: arguments.operands[0])
    shard = try arguments.text(AtlasOptions.shard).map(Shard.init)
    if shard != nil, arguments.has(AtlasOptions.out) {
      throw UserError(
        .usage, "--shard makes no edition, and --out names a folder for one",
        help: "leave --out away; kulan atlas merge makes the edition when all parts are done")
    }
  }

  /// The folder of the edition.
  private var place: String { arguments.text(AtlasOptions.out) ?? configuration.outputs.folder }

  func run(on console: Console) async throws -> ExitCode {
    if shard == nil {
      try OutputFolder.check(
        place, overwrite: arguments.has(.overwrite), names: EditionFile.names)
    }
    var run = try await AtlasRun(
      configuration, stores: arguments.texts(AtlasOptions.units), jobs: arguments.jobs,
      on: console)
    let part = shard.map { (number: $0.number, count: $0.count) }
    let missing = run.build.missing(part)
    var result = AtlasResult(run.build, part: run.build.part(part), computed: missing)
    if arguments.has(.dryRun) {
      result.reportPlan(jobs: arguments.jobs, place: shard == nil ? place : nil, on: console)
      return .done
    }
    try await run.compute(missing)
    if shard == nil {
      try await run.writeEdition(to: place, overwrite: arguments.has(.overwrite))
      result.place = place
      if arguments.has(AtlasOptions.prune) {
        result.pruned = run.build.store.prune(keeping: run.plan.units)
      }
    }
    try result.report(run.times, on: console)
    return .done
  }
}

/// A part of the work: `3/8`.
struct Shard: Sendable {
  /// From 0.
  let number: Int
  let count: Int

  init(_ text: String) throws(UserError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(number)
    else {
      throw UserError(
        .usage, "--shard cannot be '\(text)'",
        help: "write I/N, as in 3/8 for the third of eight parts")
    }
    (self.number, self.count) = (number - 1, count)
  }
}
