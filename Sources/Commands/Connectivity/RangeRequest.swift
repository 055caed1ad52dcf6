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
  let model: ModelRequest
  /// The species that the user named; none where he wants those of the ranges.
  let namedSpecies: Bool
  /// The id of a season; nil for the year.
  let season: String?
  /// The widest gap between barriers that is closed, in metres; nil for none.
  let bridgedGaps: Double?
  let cutsBelow: Double
  let leastArea: Double
  /// Nil for what the model says of each species.
  let edge: PatchRule.Edge?
  let chords: Int
  let seed: UInt64
  /// The number of draws; nil for none.
  let samples: Int?
  let ranking: RangeOptions.Ranking
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
      }, idColumn: arguments.text(RangeOptions.routeID), profile: ProfileOption.none)
    passages = try PassageRequest(arguments)
    model = try ModelRequest(arguments)
    namedSpecies = arguments.has(ScoreCommand.species)
    season = try Self.season(arguments, model)
    bridgedGaps = arguments.integer(RangeOptions.bridgeGaps).map(Double.init)
    cutsBelow = try Self.number(
      arguments, RangeOptions.cutsBelow, "above 0 and up to 1, as in 0.85"
    ) { 0 < $0 && $0 <= 1 }
    leastArea = try Self.number(
      arguments, RangeOptions.leastPatch, "of at least 0, in km²"
    ) { 0 <= $0 }
    edge = PatchRule.Edge(rawValue: arguments.certain(RangeOptions.edge))
    chords = arguments.integer(RangeOptions.chords) ?? 0
    seed = UInt64(arguments.integer(RangeOptions.seed) ?? 1)
    samples = arguments.integer(RangeOptions.samples)
    out = arguments.text(ConnectivityCommand.out)
    ranking = try arguments.choice(RangeOptions.ranking, none: .none, usual: .range)
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
    let sources = inputs.flatMap(\.queries) + (passages?.queries ?? [])
    for query in sources where OutputFolder.holds(query.source.path, in: out) {
      throw UserError(
        .usage, "--out \(out) would replace \(query.source), which is read",
        help: "choose another folder; inputs are never replaced, not even with --overwrite")
    }
  }

  private static func season(
    _ arguments: Arguments, _ model: ModelRequest
  ) throws(UserError) -> String? {
    let seasons = try model.seasons(arguments.certain(RangeOptions.season))
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
