package import Formats

/// Rows of attributes for a reader at a terminal, a script or a spreadsheet.
package struct TextTable: Sendable {
  /// One column.
  package struct Column: Sendable {
    /// The name, which ends in the unit.
    package let name: String
    /// The digits after the point of real numbers in text.
    package let decimals: Int

    /// Describes a column.
    package init(_ name: String, decimals: Int = 1) {
      self.name = name
      self.decimals = decimals
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
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([names, rule] + cells).map { line in
      line.indices.map { column in
        isNumber[column]
          ? line[column].paddedLeft(to: widths[column])
          : line[column].padded(to: column == line.count - 1 ? 0 : widths[column])
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func cell(_ value: Value, of column: Column) -> String {
    switch value {
    case .null: "-"
    case .integer(let number): grouped(Int(number))
    case .real(let number): grouped(number, decimals: column.decimals)
    case .boolean(let flag): flag ? "yes" : "no"
    case .text(let text): text.replacing("\n", with: " ")
    }
  }

  /// A list of objects, one for each row.
  package var json: JSONValue {
    .array(
      rows.map { row in
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
