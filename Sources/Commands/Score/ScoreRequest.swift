internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// What `kulan score` was asked for.
struct ScoreRequest: Sendable {
  let barriers: InputSide
  let passages: PassageRequest?
  let species: [String]
  /// The seasons to score, `annual` among them.
  let seasons: [String]
  let scorer: Scorer
  let overrides: Overrides
  let settings: DesignSettings
  let rebuilt: DesignProfile?
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
      profile: arguments.certain(ScoreCommand.profile))
    passages = try PassageRequest(arguments)
    species = try Self.species(arguments.texts(ScoreCommand.species))
    scorer = try Scorer(
      Self.parameters(arguments), species: species,
      seasons: Self.year(arguments.texts(ScoreCommand.seasons)),
      onMigrationFront: arguments.has(ScoreCommand.migrationFront))
    seasons = try Self.seasons(arguments.certain(ScoreCommand.season), of: scorer)
    overrides =
      try arguments.text(ScoreCommand.overrides)
      .map { try Overrides(parsing: InputText.contents(of: $0), name: $0) } ?? Overrides()
    settings = try DesignSettings(arguments.texts(ScoreCommand.set))
    rebuilt = try Self.rebuilt(arguments)
    samplers = try Self.samplers(arguments, scorer, species, seasons)
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
    if let stranger = overrides.seasons.subtracting(
      [Season.annual] + scorer.seasons.map(\.id)
    ).min() {
      throw UserError(
        .badData, "--overrides names the season '\(stranger)', which is none of the year",
        help:
          "the seasons are \(([Season.annual] + scorer.seasons.map(\.id)).joined(separator: ", "))")
    }
    if explainedID != nil, species.count != 1 {
      throw UserError(
        .usage, "--explain needs one species, and \(species.count) are asked for",
        help: "add for instance --species saiga")
    }
  }

  /// Whether a barrier is no part of what is scored.
  func leavesOut(_ design: BarrierDesign) -> Bool { leavesOutPlanned && design.status == .planned }

  /// The barrier as it is to be scored.
  func rebuilding(_ design: BarrierDesign) -> BarrierDesign {
    rebuilt?.rebuilding(design) ?? design
  }

  private static func species(_ names: [String]) throws -> [String] {
    let registry = SpeciesRegistry.bundled
    if names.isEmpty { return registry.species.map(\.id) }
    var ids: [String] = []
    for name in names {
      let id = try registry.species(named: name).id
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The seasons that are wanted, the whole year among them.
  private static func seasons(_ word: String, of scorer: Scorer) throws(UserError) -> [String] {
    let all = [Season.annual] + scorer.seasons.map(\.id)
    if word == "each" { return all }
    if all.contains(word) { return [word] }
    throw UserError(
      .usage, "--season cannot be '\(word)'",
      help: "write \(all.joined(separator: ", ")), or each for all of them")
  }

  /// Reads `winter:0.6:snow:frozen`.
  private static func year(_ words: [String]) throws(UserError) -> [Season] {
    if words.isEmpty { return Season.usual }
    var seasons: [Season] = []
    for word in words {
      let parts = word.split(separator: ":").map(String.init)
      let marks = Set(parts.dropFirst(2))
      guard parts.count >= 2, let share = Double(parts[1]), share >= 0, share.isFinite,
        marks.isSubset(of: ["snow", "frozen"]), parts[0] != Season.annual, parts[0] != "each",
        !seasons.contains(where: { $0.id == parts[0] })
      else {
        throw UserError(
          .usage, "--seasons cannot have '\(word)'",
          help: "write ID:SHARE, each id once, as in winter:0.6:snow:frozen summer:0.4")
      }
      seasons.append(
        Season(
          parts[0], weight: share, hasSnow: marks.contains("snow"),
          isFrozen: marks.contains("frozen")))
    }
    return seasons
  }

  private static func parameters(_ arguments: Arguments) throws -> ParameterTable {
    var table = ParameterTable.bundled
    for path in arguments.texts(ScoreCommand.parameters) {
      table = try table.replacingRows(parsing: InputText.contents(of: path), name: path)
    }
    return table
  }

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

  private static func rebuilt(_ arguments: Arguments) throws -> DesignProfile? {
    var profiles = DesignProfile.bundled
    if let path = arguments.text(ScoreCommand.fenceProfiles) {
      let own = try DesignProfile.parse(InputText.contents(of: path), name: path)
      profiles = own + profiles.filter { bundled in !own.contains { $0.id == bundled.id } }
    }
    guard let word = arguments.text(ScoreCommand.whatIf) else { return nil }
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0] == "fence" else {
      throw UserError(
        .usage, "--what-if cannot be '\(word)'",
        help: "write fence=PROFILE, as in --what-if fence=wildlife_friendly")
    }
    return try DesignProfile.named(parts[1], among: profiles)
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
