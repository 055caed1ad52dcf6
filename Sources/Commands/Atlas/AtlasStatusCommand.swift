internal import Atlas
internal import Formats

/// `kulan atlas status`: what a build would compute, and why.
struct AtlasStatusCommand: Command {
  static let manual = Manual(
    "atlas status", "which results are stale, and why",
    discussion: [
      "Reads all sources, computes nothing, and says of every work unit whether its result is stored; "
        + "if not, what it depends on that changed: data (barriers, ranges, regions, countries), "
        + "parameters (the model and the settings) or the program."
    ],
    operands: [AtlasOptions.configuration], options: [AtlasOptions.units],
    examples: [
      Manual.Example("what changed since the last build", "kulan atlas status atlas.json"),
      Manual.Example("for a script", "kulan atlas status atlas.json --json"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "unit, scenario": "the range of a species, or a region, and the scenario",
          "segments": "how much work it is",
          "state": "current, stale, or new where nothing of it was stored",
          "why": "what changed: data, parameters, program",
        ])
    ])

  private let configuration: AtlasConfiguration
  private let arguments: Arguments

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    configuration = try AtlasConfiguration(contentsOf: arguments.operands[0])
  }

  func run(on console: Console) async throws -> ExitCode {
    let run = try await AtlasRun(
      configuration, stores: arguments.texts(AtlasOptions.units), jobs: arguments.jobs,
      on: console)
    run.plan.data.warnings.forEach(console.warn)
    var table = TextTable(
      ["unit", "scenario", "segments", "state", "why"].map { TextTable.Column($0) })
    let states = run.build.staleness()
    for (unit, state) in states {
      table.append([
        .text(unit.subject.label), .text(unit.scenario), .integer(Int64(unit.size)),
        .text(state.word), state.causes.isEmpty ? .null : .text(state.causes),
      ])
    }
    if console.isJSON {
      console.print(
        JSONValue.object([("schema_version", .integer(1)), ("units", table.json)]).text)
    } else {
      console.print(table.text)
    }
    let stale = states.filter { $0.state != .current }.map(\.unit)
    let seconds = run.build.estimatedSeconds(stale).map { $0 / Double(arguments.jobs) }
    console.note(
      "\(stale.count) of \(counted(states.count, "work unit")) to compute"
        + (seconds.map { $0 > 0 ? ", about \(grouped($0, decimals: 0)) s" : "" } ?? ""))
    return .done
  }
}

extension Staleness {
  fileprivate var word: String {
    switch self {
    case .current: "current"
    case .never: "new"
    case .stale: "stale"
    }
  }

  fileprivate var causes: String {
    guard case .stale(let causes) = self else { return "" }
    return causes.sorted().map(\.rawValue).joined(separator: ", ")
  }
}
