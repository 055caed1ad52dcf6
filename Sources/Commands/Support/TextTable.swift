package import Formats

/// Rows of attributes for a reader at a terminal, a script or a spreadsheet.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// The name, which ends in the unit.
    package let name: String
    /// The digits after the point of real numbers in text.
    package let decimals: Int
    /// Whether numbers count or measure something; numbers that name something stay as they are.
    package let isQuantity: Bool

    /// Describes a column.
    package init(_ name: String, decimals: Int = 1, isQuantity: Bool = true) {
      self.name = name
      self.decimals = decimals
      self.isQuantity = isQuantity
    }
  }

  /// The columns.
  package let columns: [Column]
  /// The values, row by row, each as long as `columns`.
  package private(set) var rows: [[Value]] = []

  /// Creates a table without rows.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Appends a row.
  package mutating func append(_ row: [Value]) {
    precondition(row.count == columns.count, "a row has as many values as the table columns")
    rows.append(row)
  }

  /// The table of the first columns alone.
  package func prefix(_ count: Int) -> TextTable {
    var table = TextTable(Array(columns.prefix(count)))
    table.rows = rows.map { Array($0.prefix(count)) }
    return table
  }

  /// The characters of a line of text that the last column is broken to fit.
  private static let lineWidth = 100

  /// Aligned text: numbers to the right with thousands apart, a rule below the names.
  package var text: String {
    let names = columns.map(\.name)
    let cells = rows.map { row in zip(row, columns).map(Self.cell) }
    let isNumber = columns.indices.map { column in
      rows.contains { $0[column].isNumber } && rows.allSatisfy { $0[column].isNumberOrNull }
    }
    let widths = columns.indices.map { column in
      max(names[column].count, cells.map { $0[column].count }.max() ?? 0)
    }
    let ruled = widths.dropLast() + names.suffix(1).map(\.count)
    let rule = ruled.map { String(repeating: "-", count: $0) }
    return ([names, rule] + cells).flatMap { Self.broken($0, widths) }.map { line in
      let cells = line.indices.map { column in
        isNumber[column]
          ? line[column].paddedLeft(to: widths[column]) : line[column].padded(to: widths[column])
      }
      let text = cells.joined(separator: "  ")
      return String(text.prefix(text.count - text.reversed().prefix { $0 == " " }.count))
    }.joined(separator: "\n")
  }

  /// Breaks the last cell of a row between words, so that the lines are not longer than they may.
  private static func broken(_ row: [String], _ widths: [Int]) -> [[String]] {
    guard let last = row.last, last.contains(" ") else { return [row] }
    let width = max(30, lineWidth - widths.dropLast().reduce(0) { $0 + $1 + 2 })
    let blanks = Array(repeating: "", count: row.count - 1)
    return wrap(last, width: width).enumerated().map { index, text in
      (index == 0 ? row.dropLast() : blanks) + [text]
    }
  }

  private static func cell(_ value: Value, of column: Column) -> String {
    switch value {
    case .null: "-"
    case .integer(let number) where column.isQuantity: grouped(Int(number))
    case .real(let number) where column.isQuantity: grouped(number, decimals: column.decimals)
    case .integer, .real: value.description
    case .boolean(let flag): flag ? "yes" : "no"
    case .text(let text): text.replacing("\n", with: " ")
    }
  }

  /// The rows after RFC 4180, with a row of names.
  package var csv: String {
    let lines = [columns.map { Value.text($0.name) }] + rows
    return lines.map { row in row.map(Self.csvField).joined(separator: ",") }
      .joined(separator: "\n")
  }

  private static func csvField(_ value: Value) -> String {
    let text = value.description
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  /// A list of objects, one for each row.
  package var json: JSONValue {
    .list(
      rows,
      { row in
        .object(zip(columns, row).map { ($0.name, JSONValue($1)) })
      })
  }
}

extension Value {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .boolean, .text: false
    }
  }

  fileprivate var isNumberOrNull: Bool { self == .null || isNumber }
}
