public import Formats
public import Geometry
public import Landscape
internal import PROJBridge
public import Permeability

extension AtlasConfiguration {
  /// The data of an atlas.
  public struct Sources: Sendable {
    /// What animals have to cross; at least one source.
    public let barriers: [Source]
    /// Where species live; at least one source.
    public let ranges: [Source]
    /// PTCRs, protected areas and other polygons of interest.
    public let regions: [Source]
    /// States.
    public let countries: [Source]
    /// Structures and gaps that let animals through.
    public let passages: [Source]

    /// All sources, in the order of the lists.
    public var all: [Source] { barriers + ranges + regions + countries + passages }
  }

  /// Files that are read as one, and how.
  public struct Source: Sendable {
    /// Its path in the configuration, for instance `sources.barriers[2]`.
    public let key: String
    /// The files and layers.
    public let files: [SourceSpec]
    /// How attributes are read: `auto`, `none` or the name of a profile.
    public let profileName: String
    /// The same, for whoever reads the files.
    package let profile: ProfileChoice
    /// What the user wrote of the profile; nil for those that are built in.
    public let profileDefinition: ProfileDefinition?
    /// Which features are wanted, by the columns of the file; nil for all.
    public let condition: Expression?
    /// A query whose result is read in place of a layer.
    public let sql: String?
    /// The CRS of the coordinates in place of the declared one.
    public let sourceCRS: String?
    /// Features whose box meets this one; nil for all.
    public let box: Box?
    /// The column that identifies features; nil for the feature id.
    public let idColumn: String?
    /// The column that holds names; nil for what the profile reads.
    public let nameColumn: String?
    /// The id of the species of all features, where no column says it.
    public let species: String?
    /// Attributes that all features have, as `fenced=both`, in the order of the file.
    public let set: [String]
    /// The same, for the reader of designs.
    public let designSettings: DesignSettings
    /// Whom to name as the source.
    public let credit: String?
    /// The licence of the data.
    public let licence: String?
    /// Whether the data are a drawing and no survey.
    public let isSchematic: Bool

    /// What to ask of its files, in their order.
    ///
    /// - Parameter kind: The kind of geometry that is wanted; nil for any.
    /// - Returns: A query for each file.
    public func queries(of kind: GeometryKind?) -> [LayerQuery] {
      files.map { file in
        var query = LayerQuery(file, kind: kind)
        query.condition = condition
        query.sql = sql
        query.box = box
        query.cleaning.sourceCRS = sourceCRS
        query.cleaning.sourceCRSOption = "\(key).\(SourceKeys.sourceCRS.name)"
        return query
      }
    }
  }
}

extension AtlasConfiguration.Sources {
  init(
    _ item: ConfigurationItem?, _ profiles: [ProfileDefinition], _ paths: ConfigurationPaths
  ) throws(FormatError) {
    func sources(
      _ key: ConfigurationKey, _ roles: Set<FeatureRole>
    ) throws(FormatError) -> [AtlasConfiguration.Source] {
      var sources: [AtlasConfiguration.Source] = []
      for source in item?[key]?.items ?? [] {
        sources.append(try AtlasConfiguration.Source(source, profiles, roles, paths))
      }
      return sources
    }
    barriers = try sources(SourceKeys.barriers, [.barrier])
    ranges = try sources(SourceKeys.ranges, [.range])
    regions = try sources(SourceKeys.regions, [.region, .protectedArea, .country])
    countries = try sources(SourceKeys.countries, [.country, .region])
    passages = try sources(SourceKeys.passages, [.passage])
  }
}

extension AtlasConfiguration.Source {
  init(
    _ item: ConfigurationItem, _ profiles: [ProfileDefinition], _ roles: Set<FeatureRole>,
    _ paths: ConfigurationPaths
  ) throws(FormatError) {
    key = item.path
    var files: [SourceSpec] = []
    for file in item[SourceKeys.file]?.items ?? [] { files.append(try paths.source(file)) }
    self.files = files
    profileName = item.certainText(SourceKeys.profile)
    (profile, profileDefinition) = try Self.profile(item, profiles, roles)
    condition = try item.condition(SourceKeys.condition)
    sql = item.text(SourceKeys.sql)
    sourceCRS = try Self.sourceCRS(item[SourceKeys.sourceCRS])
    box = try item[SourceKeys.box].map { box throws(FormatError) in try Self.box(box) }
    idColumn = item.text(SourceKeys.id)
    nameColumn = item.text(SourceKeys.name)
    species = try item[SourceKeys.species].map { name throws(FormatError) in
      try name.located { () throws(FormatError) in
        try SpeciesRegistry.bundled.species(named: name.text ?? "").id
      }
    }
    set = try item.settings(SourceKeys.set)
    designSettings = try DesignSettings(set)
    credit = item.text(SourceKeys.credit)
    licence = item.text(SourceKeys.licence)
    isSchematic = item.flag(SourceKeys.isSchematic)
  }

  private static func profile(
    _ item: ConfigurationItem, _ own: [ProfileDefinition], _ roles: Set<FeatureRole>
  ) throws(FormatError) -> (ProfileChoice, ProfileDefinition?) {
    guard let named = item[SourceKeys.profile], let name = named.text else {
      return (.automatic, nil)
    }
    guard let definition = own.first(where: { $0.name == name }) else {
      let names = ProfileReader.reserved + own.map(\.name)
      try ConfigurationChecker.require(name, in: names, named)
      return (try ProfileChoice(name), nil)
    }
    guard roles.contains(definition.role) else {
      throw named.fault(
        "is a profile of the role \(definition.role.word)",
        help:
          "here it takes one of the role \(roles.map(\.word).sorted().joined(separator: " or "))")
    }
    return (.profile(Profile(definition)), definition)
  }

  private static func sourceCRS(_ item: ConfigurationItem?) throws(FormatError) -> String? {
    guard let item, let text = item.text else { return nil }
    do {
      _ = try CoordinateReferenceSystem(text)
    } catch {
      throw item.fault(
        "is no coordinate reference system", help: "write one as EPSG:32640, WKT or PROJ text")
    }
    return text
  }

  private static func box(_ item: ConfigurationItem) throws(FormatError) -> Box {
    let numbers = item.items.compactMap(\.number)
    guard numbers.count == 4, [numbers[1], numbers[3]].allSatisfy({ abs($0) <= 90 }),
      numbers[1] <= numbers[3]
    else {
      throw item.fault(
        "is no box", help: "write [west, south, east, north] in degrees, as in [55, 40, 62, 47]")
    }
    return Box(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }
}
