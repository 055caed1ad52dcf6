internal import Formats
internal import Landscape

/// The keys of `sources`, and of each source in its lists.
enum SourceKeys {
  static let barriers = list(
    "barriers", "what animals have to cross: roads, railways, fences, canals, pipelines; lines",
    isRequired: true, of: common + [set])
  static let ranges = list(
    "ranges", "where species live; polygons", isRequired: true, of: common + [species])
  static let regions = list(
    "regions", "PTCRs, protected areas and other polygons of interest", of: common + [name])
  static let countries = list("countries", "states; polygons", of: common + [name])
  static let passages = list(
    "passages", "underpasses, overpasses, gaps: points, lines, or tables with barrier_id and at_m",
    of: common)
  static let lists = [barriers, ranges, regions, countries, passages]

  static let file = ConfigurationKey(
    "file", .oneOrMore(.pattern(.notEmpty)),
    "FILE or FILE:LAYER, from the folder of this file on; several are read as one",
    isRequired: true,
    example: "roads.gpkg:roads")
  static let profile = ConfigurationKey(
    "profile", .pattern(.notEmpty),
    "how attributes are read: auto, by the columns; none, as they are; a name of profiles; or one of "
      + Profile.all.map(\.name).joined(separator: ", "),
    default: .text(ProfileChoice.words.automatic))
  static let condition = ConfigurationKey(
    "where", .pattern(.notEmpty), "which features are wanted, by the columns of the file",
    example: "class IN ('motorway', 'trunk')")
  static let sql = ConfigurationKey(
    "sql", .pattern(.notEmpty),
    "a query whose result is read in place of a layer, in the SQL of GDAL or SQLite",
    example: "SELECT * FROM roads WHERE length > 100")
  static let sourceCRS = ConfigurationKey(
    "src_crs", .pattern(.notEmpty), "the CRS of the coordinates in place of the declared one",
    example: "EPSG:32640")
  static let box = ConfigurationKey(
    "bbox", .list(.number(NumberRule(atLeast: -180, atMost: 180)), count: 4...4),
    "west, south, east, north in degrees: features whose box meets this one; west > east is across "
      + "the antimeridian", example: .list([55, 40, 62, 47]) { .integer($0) })
  static let id = ConfigurationKey(
    "id", .pattern(.notEmpty), "the column that identifies features",
    defaultNote: "the feature id of the file", example: "osm_id")
  static let name = ConfigurationKey(
    "name", .pattern(.notEmpty), "the column that holds their names",
    defaultNote: "what the profile reads as name", example: "NAME_EN")
  static let species = ConfigurationKey(
    "species", .pattern(.notEmpty), "the species of all features, where no column says it",
    example: "saiga")
  static let set = ConfigurationKey(
    "set", .table(.either([.text, .number(NumberRule(atLeast: 0)), .flag]), of: settable),
    "attributes that all features have, whatever the file says",
    example: .object([("class", "rail_unfenced"), ("fenced", "both")]))
  static let credit = ConfigurationKey(
    "credit", .text, "whom to name as the source, on every map",
    example: "© OpenStreetMap contributors")
  static let licence = ConfigurationKey(
    "licence", .text, "the licence of the data", example: "ODbL-1.0")
  static let isSchematic = ConfigurationKey(
    "schematic", .flag, "whether the data are a drawing and no survey, which every map then says",
    default: .boolean(false))

  static let common = [
    file, profile, condition, sql, sourceCRS, box, id, credit, licence, isSchematic,
  ]

  private static let settable = TableNames.words(
    CanonicalField.all(for: .barrier).map(\.name).filter { $0 != "name" }, "attribute of barriers")

  private static func list(
    _ name: String, _ meaning: String, isRequired: Bool = false, of keys: [ConfigurationKey]
  ) -> ConfigurationKey {
    ConfigurationKey(
      name, .list(.object(keys), atLeast: isRequired ? 1 : 0), meaning, isRequired: isRequired)
  }
}
