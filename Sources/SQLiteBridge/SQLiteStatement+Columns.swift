internal import CSQLite

/// What one value of one row is; in SQLite any column may hold any of them.
package enum SQLiteType: Sendable, Hashable {
  /// NULL.
  case null
  /// A whole number of 64 bits.
  case integer
  /// A floating-point number of 64 bits.
  case real
  /// Text.
  case text
  /// Bytes.
  case blob
}

extension SQLiteStatement {
  /// The number of columns that the statement returns.
  package var columnCount: Int32 { sqlite3_column_count(pointer) }

  /// Returns the name of a column.
  package func name(at column: Int32) -> String {
    sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? ""
  }

  /// Returns what the value of a column is in the current row.
  package func type(at column: Int32) -> SQLiteType {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    case SQLITE_BLOB: .blob
    default: .null
    }
  }

  /// Returns the value of a column as a whole number; 0 for what is none.
  package func integer(at column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  /// Returns the value of a column as a floating-point number; 0 for what is none.
  package func real(at column: Int32) -> Double { sqlite3_column_double(pointer, column) }

  /// Returns the value of a column as text, or nil for NULL.
  package func text(at column: Int32) -> String? {
    guard type(at: column) != .null else { return nil }
    return withText(at: column) { utf8 in
      utf8.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Calls `body` with the bytes of a column, without copying them; none for NULL.
  @inlinable
  package func withBlob<Result: ~Copyable, Failure: Error>(
    at column: Int32, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(blobBuffer(at: column).span)
  }

  /// Calls `body` with the text of a column as UTF-8, without copying it; nothing for NULL.
  @inlinable
  package func withText<Result: ~Copyable, Failure: Error>(
    at column: Int32, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(textBuffer(at: column).span)
  }

  /// The bytes of a column; valid until the statement moves or the column is read as another type.
  @usableFromInline
  func blobBuffer(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    // The order matters: asking for the pointer may convert the value and change its length.
    let start = sqlite3_column_blob(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
  }

  /// The text of a column as UTF-8; valid as long as that of `blobBuffer(at:)`.
  @usableFromInline
  func textBuffer(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(pointer, column)
    let count = Int(sqlite3_column_bytes(pointer, column))
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : count)
  }
}
