package import Formats
public import Permeability

extension AtlasConfiguration {
  /// The numbers of the model, and what of the year is scored.
  public struct Model: Sendable {
    /// The CSV files of rows that replace those of the bundled table, in order.
    public let parameterFiles: [String]
    /// The CSV file of permeabilities that are known better.
    public let overridesFile: String?
    /// The CSV file of fence profiles of the user.
    public let fenceProfilesFile: String?
    /// The fence profiles: those of the user, then those bundled that he did not replace.
    public let fenceProfiles: [DesignProfile]
    /// The seasons of the year.
    public let seasons: [Season]
    /// `annual`, or the id of the season that is scored.
    public let season: String
    /// Whether whole migrations arrive at once.
    public let isOnMigrationFront: Bool
  }
}

extension AtlasConfiguration.Model {
  init(_ root: ConfigurationItem, _ paths: ConfigurationPaths) throws(FormatError) {
    var files: [String] = []
    for file in root[ModelKeys.parameters]?.items ?? [] { files.append(try paths.file(file)) }
    parameterFiles = files
    overridesFile = try root[ModelKeys.overrides].map { file throws(FormatError) in
      try paths.file(file)
    }
    fenceProfilesFile = try root[ModelKeys.fenceProfiles].map { file throws(FormatError) in
      try paths.file(file)
    }
    fenceProfiles = try Self.fenceProfiles(fenceProfilesFile)
    seasons = try Self.seasons(root[ModelKeys.seasons])
    season = root.certainText(ModelKeys.season)
    if let item = root[ModelKeys.season] {
      try ConfigurationChecker.require(season, in: [Season.annual] + seasons.map(\.id), item)
    }
    isOnMigrationFront = root.flag(ModelKeys.migrationFront)
  }

  private static func fenceProfiles(_ path: String?) throws(FormatError) -> [DesignProfile] {
    guard let path else { return DesignProfile.bundled }
    return DesignProfile.bundled(
      replacedBy: try DesignProfile.parse(ConfigurationPaths.contents(of: path), name: path))
  }

  private static func seasons(_ item: ConfigurationItem?) throws(FormatError) -> [Season] {
    guard let item else { return Season.usual }
    return try item.located { () throws(FormatError) in
      try Season.parse(item.items.compactMap(\.text), of: "the year")
    }
  }
}

extension AtlasConfiguration {
  /// Reads the numbers of the model and puts it together.
  ///
  /// - Parameter species: The ids of the species that are scored.
  /// - Returns: The model, which takes nothing for granted: what sources say of all their barriers is
  ///   in ``Source/designSettings``.
  /// - Throws: `badData` where a file of numbers is broken.
  package func barrierModel(for species: [String]) throws(FormatError) -> BarrierModel {
    var table = ParameterTable.bundled
    for path in model.parameterFiles {
      table = try table.replacingRows(
        parsing: ConfigurationPaths.contents(of: path), name: path)
    }
    var overrides = Overrides()
    if let path = model.overridesFile {
      overrides = try Overrides(parsing: ConfigurationPaths.contents(of: path), name: path)
    }
    return try BarrierModel(
      species: species,
      scorer: Scorer(
        table, species: species, seasons: model.seasons,
        onMigrationFront: model.isOnMigrationFront),
      overrides: overrides, settings: DesignSettings())
  }
}
