internal import Formats
internal import Landscape

/// Reads rows of a table of parameters and refuses what cannot be right.
struct ParameterReader {
  private let table: CSVTable
  private let name: String

  init(parsing text: String, name: String) throws(FormatError) {
    table = try CSVTable(parsing: text, name: name)
    self.name = name
  }

  func rows() throws(FormatError) -> [Parameter] {
    var rows: [Parameter] = []
    for index in table.rows.indices { rows.append(try row(index)) }
    return rows
  }

  private func row(_ index: Int) throws(FormatError) -> Parameter {
    let species = try text(index, "species")
    return Parameter(
      species: species == "any" ? nil : try known(species, index),
      topic: try topic(index), meaning: try text(index, "modifier"),
      name: try filled(index, "param"), unit: try text(index, "unit"),
      value: try estimate(index), grade: try grade(index, "evidence_grade"),
      directionGrade: try text(index, "direction_grade").isEmpty
        ? nil : try grade(index, "direction_grade"),
      citation: try filled(index, "citation"), isVerified: try text(index, "verified") == "yes",
      effect: try effect(index), note: try text(index, "note"),
      origin: "\(name), line \(table.lines[index])")
  }

  private func text(_ row: Int, _ column: String) throws(FormatError) -> String {
    table.rows[row][try table.column(named: column)]
  }

  private func filled(_ row: Int, _ column: String) throws(FormatError) -> String {
    let text = try text(row, column)
    if text.isEmpty { throw fault(row, column, "is empty", help: "fill it in") }
    return text
  }

  private func known(_ species: String, _ row: Int) throws(FormatError) -> String {
    if SpeciesRegistry.bundled.species(id: species) != nil { return species }
    let hint =
      SpeciesRegistry.bundled.match(species)?.species.id
      ?? nearest(to: species, in: SpeciesRegistry.bundled.species.map(\.id))
    throw fault(
      row, "species", "names '\(species)', which is no species of the registry",
      help: hint.map { "did you mean \($0)?" }
        ?? "`kulan registry species` lists them; 'any' is all")
  }

  /// A class of barrier or a part of the model.
  private func topic(_ row: Int) throws(FormatError) -> String {
    let text = try filled(row, "barrier_class")
    let words = BarrierClass.allCases.map(\.rawValue) + Self.parts
    if words.contains(text) { return text }
    throw fault(
      row, "barrier_class", "holds '\(text)', which is neither a class nor a part of the model",
      help: nearest(to: text, in: words).map { "did you mean \($0)?" }
        ?? "the words are \(words.joined(separator: ", "))")
  }

  private static let parts = [
    "body", "fence", "road", "rail", "border", "pipeline", "canal", "status", "bundle", "passage",
    "mitigation", "season", "landscape", "gps",
  ]

  private func number(_ row: Int, _ column: String) throws(FormatError) -> Double {
    let text = try text(row, column)
    if let number = Double(text), number.isFinite { return number }
    throw fault(row, column, "holds '\(text)', which is no number", help: "write one, with a point")
  }

  private func estimate(_ row: Int) throws(FormatError) -> Estimate {
    let (low, central, high) = (
      try number(row, "low"), try number(row, "central"), try number(row, "high")
    )
    if let estimate = Estimate(low: low, central: central, high: high) { return estimate }
    throw fault(
      row, low > central ? "low" : "high",
      "does not bound the value: \(low) ≤ \(central) ≤ \(high) is not true",
      help: "put the bounds around the central value")
  }

  private func grade(_ row: Int, _ column: String) throws(FormatError) -> EvidenceGrade {
    let text = try text(row, column)
    if let grade = EvidenceGrade(rawValue: text) { return grade }
    throw fault(row, column, "holds '\(text)', which is no grade", help: "grades are A, B and C")
  }

  private func effect(_ row: Int) throws(FormatError) -> Effect {
    let text = try text(row, "dP_sign")
    if let effect = Effect(rawValue: text) { return effect }
    throw fault(row, "dP_sign", "holds '\(text)', which is no sign", help: "write +, - or nothing")
  }

  private func fault(
    _ row: Int, _ column: String, _ problem: String, help: String
  ) -> FormatError {
    FormatError(
      .badData, "\(name), line \(table.lines[row]), column \(column) \(problem)", help: help)
  }

  /// Two rows say the same thing.
  static func twice(_ row: Parameter, _ earlier: Parameter) -> FormatError {
    FormatError(
      .badData,
      "\(row.origin): \(row.name) for \(row.species ?? "any") was given before, in \(earlier.origin)",
      help: "keep one of the two rows")
  }

  /// A word that stands for nothing.
  static func unknown(
    _ row: Parameter, _ column: String, _ word: String, among words: [String]
  ) -> FormatError {
    FormatError(
      .badData, "\(row.origin), column \(column): no parameter is called '\(word)'",
      help: nearest(to: word, in: words).map { "did you mean \($0)?" }
        ?? "`kulan registry parameters` lists them")
  }

  /// A row that the model cannot do without.
  static func missing(_ what: String, _ name: String) -> FormatError {
    FormatError(
      .badData, "\(name) has no row \(what)",
      help: "add it, or give a table of single rows, which replace those of the bundled one")
  }
}
