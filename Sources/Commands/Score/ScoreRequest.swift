internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// What `kulan score` was asked for.
struct ScoreRequest: Sendable {
  let barriers: InputSide
  let passages: PassageRequest?
  let model: BarrierModel
  /// The seasons to score, `annual` among them.
  let seasons: [String]
  /// What draws numbers, by season; empty where no draws are wanted.
  let samplers: [String: Sampler]
  let leavesOutPlanned: Bool
  let findsBundles: Bool
  let out: String?
  let rejected: String?
  let explainedID: String?
  let jobs: Int
  let overwrites: Bool
  let isDryRun: Bool

  init(_ arguments: Arguments) throws {
    let queries = try arguments.texts(ScoreCommand.barriers).map {
      try ScoreCommand.layer.query(SourceSpec($0), kind: .line, by: arguments)
    }
    barriers = InputSide(
      side: .lines, queries: queries, idColumn: arguments.text(ScoreCommand.id),
      profile: try ProfileChoice(arguments.certain(ScoreCommand.profile)))
    passages = try PassageRequest(arguments)
    model = try BarrierModel(arguments)
    seasons = try model.seasons(
      arguments.certain(ScoreCommand.season), of: "--\(ScoreCommand.season.name)")
    samplers = try Self.samplers(arguments, model.scorer, model.species, seasons)
    leavesOutPlanned = arguments.has(ScoreCommand.baseline)
    findsBundles = arguments.has(ScoreCommand.bundles)
    out = arguments.text(ScoreCommand.out)
    rejected = arguments.text(ScoreCommand.rejected)
    explainedID = arguments.text(ScoreCommand.explain)
    jobs = arguments.jobs
    overwrites = arguments.has(.overwrite)
    isDryRun = arguments.has(.dryRun)
    try barriers.requireDistinctSources("--barriers")
    try requireUntouchedInputs()
    if findsBundles, barriers.queries.contains(where: { !Datasets.canReopen($0.source.path) }) {
      throw UserError(
        .usage, "--bundles reads barriers twice, and standard input comes once",
        help: "write the barriers into a file first")
    }
    if explainedID != nil, model.species.count != 1 {
      throw UserError(
        .usage, "--explain needs one species, and \(model.species.count) are asked for",
        help: "add for instance --species saiga")
    }
  }

  /// Whether a barrier is no part of what is scored.
  func leavesOut(_ design: BarrierDesign) -> Bool { leavesOutPlanned && design.status == .planned }

  private static func samplers(
    _ arguments: Arguments, _ scorer: Scorer, _ species: [String], _ seasons: [String]
  ) throws -> [String: Sampler] {
    guard let count = arguments.integer(ScoreCommand.samples) else { return [:] }
    let seed = UInt64(arguments.integer(ScoreCommand.seed) ?? 1)
    return try seasons.reduce(into: [:]) { samplers, season in
      samplers[season] = try Sampler(
        scorer, species: species, season: season == Season.annual ? nil : season, count: count,
        seed: seed)
    }
  }

  /// An input is never written to, whatever `--overwrite` says.
  private func requireUntouchedInputs() throws(UserError) {
    for (option, place) in [("out", out), ("rejected", rejected)] {
      guard let place else { continue }
      let path = SourceSpec(output: place).path
      if barriers.queries.contains(where: { Datasets.areSame($0.source.path, path) }) {
        throw UserError(
          .usage, "--\(option) \(place) would replace the input",
          help: "choose another name; inputs are never replaced, not even with --overwrite")
      }
    }
  }
}
