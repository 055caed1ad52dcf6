internal import Atlas
internal import Formats

/// `kulan atlas merge`: makes an edition of what several machines computed.
struct AtlasMergeCommand: Command {
  static let units = Option(
    "units", .list("DIR"), "folders of stored results, those of all parts", group: "Work units",
    defaultNote: "outputs.units of the configuration", isRepeatable: true)

  static let manual = Manual(
    "atlas merge", "make an edition of parts that were computed on several machines",
    discussion: [
      "Computes nothing: every unit must be stored in one of the folders. The bytes are those of an "
        + "edition that one machine built."
    ],
    operands: [AtlasOptions.configuration], options: [AtlasOptions.out, units],
    examples: [
      Manual.Example(
        "parts that share a folder", "kulan atlas merge atlas.json --units /shared/units"),
      Manual.Example(
        "parts that were copied together",
        "kulan atlas merge atlas.json --units part1 part2 part3 --out edition"),
    ])

  private let configuration: AtlasConfiguration
  private let arguments: Arguments

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    configuration = try AtlasConfiguration(contentsOf: arguments.operands[0])
  }

  func run(on console: Console) async throws -> ExitCode {
    let place = arguments.text(AtlasOptions.out) ?? configuration.outputs.folder
    try OutputFolder.check(place, overwrite: arguments.has(.overwrite), names: EditionFile.names)
    var run = try await AtlasRun(
      configuration, stores: arguments.texts(Self.units), jobs: arguments.jobs, on: console)
    let missing = run.build.missing()
    guard missing.isEmpty else {
      let first = missing.prefix(3).map(\.label).joined(separator: "; ")
      throw UserError(
        .missingInput,
        "\(missing.count) of \(counted(run.plan.units.count, "work unit")) are in none of the folders: "
          + first + (missing.count > 3 ? "; …" : ""),
        help: "compute them with kulan atlas build, or name the folders of all parts with --units")
    }
    var result = AtlasResult(run.build, part: run.plan.units, computed: [])
    if arguments.has(.dryRun) {
      result.reportPlan(jobs: arguments.jobs, place: place, on: console)
      return .done
    }
    try await run.writeEdition(to: place, overwrite: arguments.has(.overwrite))
    result.place = place
    try result.report(run.times, on: console)
    return .done
  }
}
