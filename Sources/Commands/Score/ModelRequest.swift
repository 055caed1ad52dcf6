internal import Formats
internal import Landscape
internal import Permeability

/// What a command was asked for of the model: for which species and seasons, with which numbers, and
/// what is taken for granted of all barriers.
struct ModelRequest: Sendable {
  let species: [String]
  let scorer: Scorer
  let overrides: Overrides
  let settings: DesignSettings
  let rebuilt: DesignProfile?

  init(_ arguments: Arguments) throws {
    species = try Self.species(arguments.texts(ScoreCommand.species))
    scorer = try Scorer(
      Self.parameters(arguments), species: species,
      seasons: Self.year(arguments.texts(ScoreCommand.seasons)),
      onMigrationFront: arguments.has(ScoreCommand.migrationFront))
    overrides =
      try arguments.text(ScoreCommand.overrides)
      .map { try Overrides(parsing: InputText.contents(of: $0), name: $0) } ?? Overrides()
    settings = try DesignSettings(arguments.texts(ScoreCommand.set))
    rebuilt = try Self.rebuilt(arguments)
    if let stranger = overrides.seasons.subtracting(
      [Season.annual] + scorer.seasons.map(\.id)
    ).min() {
      throw UserError(
        .badData, "--overrides names the season '\(stranger)', which is none of the year",
        help:
          "the seasons are \(([Season.annual] + scorer.seasons.map(\.id)).joined(separator: ", "))")
    }
  }

  /// The barrier as it is to be scored.
  func rebuilding(_ design: BarrierDesign) -> BarrierDesign {
    rebuilt?.rebuilding(design) ?? design
  }

  /// The seasons that a word asks for, the whole year among them.
  func seasons(_ word: String) throws(UserError) -> [String] {
    let all = [Season.annual] + scorer.seasons.map(\.id)
    if word == "each" { return all }
    if all.contains(word) { return [word] }
    throw UserError(
      .usage, "--season cannot be '\(word)'",
      help: "write \(all.joined(separator: ", ")), or each for all of them")
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
}
