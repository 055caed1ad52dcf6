internal import Formats
internal import Landscape

/// The keys of a profile that a user writes.
enum ProfileKeys {
  static let summary = ConfigurationKey(
    "summary", .text, "what it is for, for a reader", defaultNote: "its name",
    example: "Roads of the ministry")
  static let role = ConfigurationKey(
    "role", .word(roles.map(\.word)), "what the features are", default: "barrier")
  static let barrierClass = ConfigurationKey(
    "class",
    .either([
      .word(classes),
      .object([column, words(.word(classes), "its class", isRequired: true), otherwise]),
    ]),
    "the class of barriers: one for all, or what the words of a column mean",
    example: .object([
      ("column", "TYPE"), ("values", .object([("шоссе", "road_paved")])),
    ]))
  static let status = ConfigurationKey(
    "status",
    .either([
      .word(states), .object([column, words(.word(states), "its status", isRequired: true)]),
    ]),
    "the status of barriers: one for all, or what the words of a column mean",
    defaultNote: "what a column status says, else existing",
    example: .object([
      ("column", "STATE"), ("values", .object([("план", "planned")])),
    ]))
  static let species = ConfigurationKey(
    "species",
    .either([.pattern(.notEmpty), .object([column, words(.text, "the species, by any name")])]),
    "the column that says the species of ranges; names that the registry knows need no values",
    example: "SPECIES")
  static let attributes = ConfigurationKey(
    "attributes",
    .table(
      .either([
        .pattern(.notEmpty),
        .object([
          columns, unit, words(.either([.text, .number(NumberRule()), .flag]), "its value"),
        ]),
      ]), of: .any("canonical attributes")),
    "the column of each canonical attribute; with a unit, or what words mean, in an object",
    example: .object([
      ("name", "NAME_RU"), ("h_top_cm", .object([("column", "HEIGHT"), ("unit", "m")])),
    ]))
  static let exclusions = ConfigurationKey(
    "leave_out", .list(.object([column, excluded, reason])),
    "features that are left out by the words of a column",
    example: .array([
      .object([
        ("column", "STATE"), ("values", .array(["ликвидирована"])), ("reason", "removed"),
      ])
    ]))

  static let column = ConfigurationKey(
    "column", .pattern(.notEmpty), "the column, in any case", isRequired: true)
  static let columns = ConfigurationKey(
    "column", .oneOrMore(.pattern(.notEmpty)),
    "the column, in any case, or several, the best first",
    isRequired: true)
  static let otherwise = ConfigurationKey(
    "otherwise", .word(classes), "the class of every other word",
    defaultNote: "unknown_line, and the words are counted and listed")
  static let unit = ConfigurationKey(
    "unit", .word(MeasureUnit.allCases.map(\.rawValue)), "the unit of numbers in the column",
    defaultNote: "that of the attribute")
  static let excluded = ConfigurationKey(
    "values", .oneOrMore(.either([.text, .number(NumberRule())])), "the words", isRequired: true)
  static let reason = ConfigurationKey(
    "reason", .pattern(.notEmpty), "why, for the report", isRequired: true)

  static let all = [summary, role, barrierClass, status, species, attributes, exclusions]

  /// What features of a profile can be.
  static let roles: [FeatureRole] = [
    .barrier, .range, .region, .protectedArea, .country, .passage,
  ]

  private static let classes = BarrierClass.allCases.map(\.rawValue)
  private static let states = BarrierStatus.allCases.map(\.rawValue)

  /// The table of words, wherever it stands.
  static let values = words(.text, "what it means")

  /// Describes a table of words.
  private static func words(
    _ shape: ConfigurationShape, _ meaning: String, isRequired: Bool = false
  ) -> ConfigurationKey {
    ConfigurationKey(
      "values", .table(shape, of: .any("words of the column, each with \(meaning)")),
      "what each word of the column means: \(meaning)", isRequired: isRequired)
  }
}

extension FeatureRole {
  /// The role as a word of the configuration.
  var word: String { self == .protectedArea ? "protected_area" : rawValue }
}
