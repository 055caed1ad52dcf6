internal import Formats

/// A column of a table whose rows are values of a type: what it says, and the values of a row.
struct RowColumn<Row> {
  let column: TableColumn
  let values: (Row) -> [Value]

  init(_ column: TableColumn, _ values: @escaping (Row) -> [Value]) {
    (self.column, self.values) = (column, values)
  }
}

extension DataTable {
  /// A table with a row for each of some values, the first column naming the rows.
  init<Row>(_ caption: Prose, _ columns: [RowColumn<Row>], _ rows: [Row]) {
    self.init(
      caption, columns: columns.map(\.column),
      rows: rows.map { row in columns.flatMap { $0.values(row) } })
  }
}
