internal import Formats
internal import Landscape
internal import Permeability

extension BarrierModel {
  /// What a command was asked for of the model.
  init(_ arguments: Arguments) throws {
    let species = try Self.species(named: arguments.texts(ScoreCommand.species))
    try self.init(
      species: species,
      scorer: Scorer(
        Self.parameters(arguments), species: species,
        seasons: Season.parse(
          arguments.texts(ScoreCommand.seasons), of: "--\(ScoreCommand.seasons.name)"),
        onMigrationFront: arguments.has(ScoreCommand.migrationFront)),
      overrides: arguments.text(ScoreCommand.overrides)
        .map { try Overrides(parsing: InputText.contents(of: $0), name: $0) } ?? Overrides(),
      settings: DesignSettings(arguments.texts(ScoreCommand.set)),
      rebuilt: Self.rebuilt(arguments))
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
      profiles = DesignProfile.bundled(
        replacedBy: try DesignProfile.parse(InputText.contents(of: path), name: path))
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
