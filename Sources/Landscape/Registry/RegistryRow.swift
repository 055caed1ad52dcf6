internal import Formats

/// One row of a bundled registry.
struct RegistryRow {
  let table: CSVTable
  let values: [String]

  /// Returns the value of a column.
  func text(_ column: String) throws(FormatError) -> String {
    values[try table.column(named: column)]
  }

  /// Returns the whole number of a column, or nil where the column is empty.
  func integer(_ column: String) throws(FormatError) -> Int? {
    let text = try text(column)
    if text.isEmpty { return nil }
    guard let number = Int(text) else { throw notOneOfTheList(column, text) }
    return number
  }

  /// Returns the parts of a list, which a semicolon separates.
  func list(_ column: String) throws(FormatError) -> [String] {
    try text(column).split(separator: ";").map { part in
      String(part.drop { $0 == " " })
    }
  }

  /// Returns the word of a closed list that a column holds.
  func word<Word: RawRepresentable<String>>(
    _ column: String, of list: Word.Type
  ) throws(FormatError) -> Word {
    let text = try text(column)
    guard let word = Word(rawValue: text) else { throw notOneOfTheList(column, text) }
    return word
  }

  private func notOneOfTheList(_ column: String, _ text: String) -> FormatError {
    FormatError(
      .badData, "the column \(column) of a registry holds '\(text)'", help: "correct the registry")
  }
}
