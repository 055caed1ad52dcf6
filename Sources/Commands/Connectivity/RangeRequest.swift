internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// What `kulan connectivity` was asked for of ranges and barriers.
struct RangeRequest: Sendable {
  let ranges: InputSide
  let barriers: InputSide
  /// Without sources where no regions are wanted.
  let regions: InputSide
  /// Without sources where no routes are asked for.
  let routes: InputSide
  let passages: PassageRequest?
  let model: BarrierModel
  /// The species that the user named; none where he wants those of the ranges.
  let namedSpecies: Bool
  let settings: RangeSettings
  let out: String?
  let jobs: Int
  let overwrites: Bool
  let isDryRun: Bool

  init(_ arguments: Arguments) throws {
    ranges = try RangeOptions.ranges.side(.polygons, arguments)
    barriers = try RangeOptions.barriers.side(.lines, arguments)
    regions = try RangeOptions.regions.side(.polygons, arguments)
    routes = InputSide(
      side: .lines,
      queries: arguments.texts(RangeOptions.routes).map {
        var query = LayerQuery(SourceSpec($0), kind: .line)
        query.cleaning.jobs = arguments.jobs
        return query
      }, idColumn: arguments.text(RangeOptions.routeID), profile: .none)
    passages = try PassageRequest(arguments)
    model = try BarrierModel(arguments)
    namedSpecies = arguments.has(ScoreCommand.species)
    out = arguments.text(ConnectivityCommand.out)
    settings = try Self.settings(arguments, model)
    jobs = arguments.jobs
    overwrites = arguments.has(.overwrite)
    isDryRun = arguments.has(.dryRun)
    try requireSources()
  }

  /// All inputs with the names of their options.
  private var sides: [(option: String, side: InputSide)] {
    [
      (RangeOptions.ranges.sources.name, ranges), (RangeOptions.barriers.sources.name, barriers),
      (RangeOptions.regions.sources.name, regions), (RangeOptions.routes.name, routes),
    ]
  }

  /// The inputs that have sources.
  var inputs: [InputSide] { sides.map(\.side).filter { !$0.queries.isEmpty } }

  private func requireSources() throws {
    for (option, side) in sides.prefix(2) where side.queries.isEmpty {
      throw UserError(
        .usage, "kulan connectivity needs --\(option) SRC…",
        help: "or --nodes and --distances; `kulan connectivity --help` shows examples")
    }
    for (option, side) in sides { try side.requireDistinctSources("--\(option)") }
    guard let out else { return }
    let sources = inputs.flatMap(\.queries) + (passages?.input.sources.map(\.query) ?? [])
    for query in sources where OutputFolder.holds(query.source.path, in: out) {
      throw UserError(
        .usage, "--out \(out) would replace \(query.source), which is read",
        help: "choose another folder; inputs are never replaced, not even with --overwrite")
    }
  }

  private static func settings(
    _ arguments: Arguments, _ model: BarrierModel
  ) throws -> RangeSettings {
    var settings = RangeSettings()
    settings.season = try season(arguments, model)
    settings.bridgedGaps = arguments.integer(RangeOptions.bridgeGaps).map(Double.init)
    settings.cutsBelow = try number(
      arguments, RangeOptions.cutsBelow, "above 0 and up to 1, as in 0.85"
    ) { 0 < $0 && $0 <= 1 }
    settings.leastArea = try number(
      arguments, RangeOptions.leastPatch, "of at least 0, in km²"
    ) { 0 <= $0 }
    settings.edge = PatchRule.Edge(rawValue: arguments.certain(RangeOptions.edge))
    settings.chords = arguments.integer(RangeOptions.chords) ?? 0
    settings.seed = UInt64(arguments.integer(RangeOptions.seed) ?? 1)
    settings.samples = arguments.integer(RangeOptions.samples)
    settings.ranking = try arguments.choice(RangeOptions.ranking, none: .none, usual: .range)
    return settings
  }

  private static func season(
    _ arguments: Arguments, _ model: BarrierModel
  ) throws -> String? {
    let seasons = try model.seasons(
      arguments.certain(RangeOptions.season), of: "--\(RangeOptions.season.name)")
    guard seasons.count == 1 else {
      throw UserError(
        .usage, "--season can be only one here", help: "run the command once for each season")
    }
    return seasons[0] == Season.annual ? nil : seasons[0]
  }

  private static func number(
    _ arguments: Arguments, _ option: Option, _ range: String, _ isValid: (Double) -> Bool
  ) throws(UserError) -> Double {
    try NodeGraphRequest.number(arguments.certain(option), of: option, range, isValid)
  }
}
