internal import Formats

/// The keys of the whole configuration.
enum AtlasKeys {
  static let schema = ConfigurationKey(
    "$schema", .text, "the JSON Schema for editors that know it; not read")
  static let title = ConfigurationKey(
    "title", .pattern(.notEmpty), "the title of the atlas, on every page", isRequired: true,
    example: "Atlas of barriers")
  static let date = ConfigurationKey(
    "date", .pattern(.day),
    "the day of the edition, which all its files carry: the same input gives the same bytes",
    isRequired: true, example: "2026-11-21")
  static let abstract = ConfigurationKey(
    "abstract", .text,
    "a paragraph on what the atlas is for, in its metadata and on the first page",
    example: "What cuts the ranges of migratory mammals, and how badly")
  static let contact = ConfigurationKey(
    "contact", .text, "whom to ask, in the metadata", example: "atlas@example.org")
  static let licence = ConfigurationKey(
    "licence", .text,
    "the licence of the edition; what is made of OpenStreetMap data is under ODbL",
    example: "ODbL-1.0")
  static let sources = ConfigurationKey(
    "sources", .object(SourceKeys.lists), "the data that the atlas is made of", isRequired: true)
  static let profiles = ConfigurationKey(
    "profiles", .table(.object(ProfileKeys.all), of: .rule(.identifier)),
    "ways to read the attributes of your own layers, by the name that sources say",
    defaultNote: "only those that are built in",
    example: .object([
      (
        "ministry_roads",
        .object(
          ProfileKeys.all.filter { $0.name != ProfileKeys.species.name }.compactMap { key in
            key.example.map { (key.name, $0) }
          })
      )
    ]))
  static let species = ConfigurationKey(
    "species", .list(.text), "the species, by any of their names", defaultNote: "all of the ranges",
    example: .array(["saiga", "Equus hemionus"]))
  static let regions = ConfigurationKey(
    "regions", .list(.text), "the names of the regions", defaultNote: "all of the sources",
    example: .array(["Ustyurt"]))
  static let scenarios = ConfigurationKey(
    "scenarios",
    .list(.object(ScenarioKeys.all), atLeast: 1),
    "sets of barriers to compare, the first is what others are compared with",
    defaultNote:
      "baseline, what is not planned, and planned, everything, where anything is planned",
    example: .array([
      .object([("name", "baseline")]),
      .object([
        ("name", "fences_opened"), ("description", "border fences that let animals through"),
        (
          "changes",
          .array([
            .object([("where", "class = 'border_system'"), ("fence", "wildlife_friendly")])
          ])
        ),
      ]),
    ]))
  static let seed = ConfigurationKey(
    "seed", .integer(0...Int(Int32.max)), "the seed of all random numbers", default: .integer(1))

  static let all =
    [
      schema, title, date, abstract, contact, licence, sources, profiles, species, regions,
      scenarios,
    ] + ModelKeys.all + [SettingsKeys.section, OutputKeys.section, seed]
}
