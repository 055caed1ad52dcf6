/// What stands on a row and knows its values.
package protocol SQLiteRow {
  /// Returns the value of a column, valid until the next row.
  subscript(column: Int32) -> SQLiteValue { get }
}

extension SQLiteStatement: SQLiteRow {}
