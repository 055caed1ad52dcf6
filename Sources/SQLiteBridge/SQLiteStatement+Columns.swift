internal import CSQLite

extension SQLiteStatement {
  /// The number of columns that the statement returns.
  package var columnCount: Int32 { sqlite3_column_count(pointer) }

  /// Returns the name of a column.
  package func name(at column: Int32) -> String {
    sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? ""
  }

  /// Whether the value of a column is NULL.
  package func isNull(at column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  /// Returns the value of a column as a whole number; 0 for what is none.
  package func integer(at column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// Returns the value of a column as a floating-point number; 0 for what is none.
  package func real(at column: Int32) -> Double { sqlite3_column_double(pointer, column) }

  /// Returns the value of a column as text, or nil for NULL.
  package func text(at column: Int32) -> String? {
    guard let start = sqlite3_column_text(pointer, column) else { return nil }
    let count = Int(sqlite3_column_bytes(pointer, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
