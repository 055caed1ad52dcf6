internal import Formats
internal import Landscape
internal import Permeability

/// `kulan registry parameters`: the numbers of the permeability model.
struct RegistryParametersCommand: Command {
  static let species = Option(
    "species", .text("ID"), "only rows for this species, and those for any that it has none for",
    group: "Selection")
  static let name = Option(
    "param", .text("TEXT"), "only parameters whose name contains this text", group: "Selection")
  static let topic = Option(
    "class", .text("CLASS"), "only rows of this class of barrier or part of the model",
    group: "Selection")
  static let grade = Option(
    "grade", .choice(EvidenceGrade.allCases.map(\.rawValue)), "only rows of this grade",
    group: "Selection")

  static let manual = Manual(
    "registry parameters", "the numbers of the permeability model PM-1, with sources",
    discussion: [
      "An expert model: of 417 rows 20 are measured on the species (grade A), 19 on a similar one "
        + "(B), all others judged (C). A file with the columns of --format csv can replace single "
        + "rows: kulan score --parameters FILE."
    ],
    options: [species, name, topic, grade, RegistryOutput.format],
    examples: [
      Manual.Example("all numbers", "kulan registry parameters"),
      Manual.Example(
        "what is measured on the saiga", "kulan registry parameters --species saiga --grade A"),
      Manual.Example(
        "rows to change", "kulan registry parameters --param T50 --format csv > mine.csv"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "species": "the id of a species; any where a species has no row of its own",
          "barrier_class": "a class of barrier, or the part of the model",
          "modifier": "what the number is", "low, central, high": "the number and its bounds",
          "evidence_grade": "A measured, B on a similar species, C judged",
          "citation": "the source", "verified": "whether it was seen in the source",
          "param": "the name in formulas", "unit": "the unit; 1 for a plain number",
          "dP_sign": "whether raising it raises (+) or lowers (-) the permeability",
          "note": "remarks", "direction_grade": "how well the direction is known",
        ])
    ])

  private let arguments: Arguments
  private let rows: [Parameter]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    let table = ParameterTable.bundled
    var rows = table.rows
    if let name = arguments.text(Self.species) {
      let id = try SpeciesRegistry.bundled.species(named: name).id
      let own = Set(rows.filter { $0.species == id }.map { $0.name + $0.topic })
      rows = rows.filter {
        $0.species == id || ($0.species == nil && !own.contains($0.name + $0.topic))
      }
    }
    if let text = arguments.text(Self.name) {
      rows = rows.filter { $0.name.lowercased().contains(text.lowercased()) }
    }
    if let topic = arguments.text(Self.topic) { rows = rows.filter { $0.topic == topic } }
    if let grade = arguments.text(Self.grade) { rows = rows.filter { $0.grade.rawValue == grade } }
    self.rows = rows
  }

  func run(on console: Console) async throws -> ExitCode {
    let shown = ["species", "class", "param", "low", "central", "high", "unit", "grade"]
    let all = [
      "species", "barrier_class", "modifier", "low", "central", "high", "evidence_grade",
      "citation", "verified", "param", "unit", "dP_sign", "note", "direction_grade",
    ]
    let isCSV = arguments.certain(RegistryOutput.format) == RegistryOutput.Format.csv.rawValue
    let names = isCSV ? all : shown
    var table = TextTable(
      names.map {
        TextTable.Column($0, isQuantity: isCSV && ["low", "central", "high"].contains($0))
      })
    for row in rows {
      table.append(names.map { isCSV ? Self.value($0, of: row) : Self.short($0, of: row) })
    }
    RegistryOutput(
      title: "parameters", source: "model PM-1 of Kulan, permeability-parameters.csv",
      table: table, shownColumns: names.count,
      json: rows.map { row in .object(all.map { ($0, JSONValue(Self.value($0, of: row))) }) }
    ).print(as: arguments, on: console)
    return .done
  }

  /// The value as a reader at a terminal sees it.
  private static func short(_ column: String, of row: Parameter) -> Value {
    switch column {
    case "grade": .text(row.grade.rawValue)
    case "class": .text(row.topic)
    case "low", "central", "high": .text(value(column, of: row).description)
    default: value(column, of: row)
    }
  }

  private static func value(_ column: String, of row: Parameter) -> Value {
    switch column {
    case "species": .text(row.species ?? "any")
    case "barrier_class": .text(row.topic)
    case "modifier": .text(row.meaning)
    case "low": .real(row.value.low)
    case "central": .real(row.value.central)
    case "high": .real(row.value.high)
    case "evidence_grade": .text(row.grade.rawValue)
    case "citation": .text(row.citation)
    case "verified": .text(row.isVerified ? "yes" : "no")
    case "param": .text(row.name)
    case "unit": .text(row.unit)
    case "dP_sign": .text(row.effect.rawValue)
    case "note": .text(row.note)
    default: .text(row.directionGrade?.rawValue ?? "")
    }
  }
}
