internal import CSQLite

/// One value of the current row of a statement; in SQLite any column may hold any of them.
///
/// Text and bytes lie in SQLite's memory, valid until the statement moves.
package enum SQLiteValue {
  /// NULL.
  case null
  /// A whole number of 64 bits.
  case integer(Int64)
  /// A floating-point number of 64 bits.
  case real(Double)
  /// Text as UTF-8.
  case text(UnsafeBufferPointer<UInt8>)
  /// Bytes.
  case blob(UnsafeBufferPointer<UInt8>)

  /// A copy of the value as text, or nil for NULL; bytes are taken for UTF-8.
  package var text: String? {
    switch self {
    case .null: nil
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let bytes), .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension SQLiteStatement {
  /// Returns the value of a column, whatever it is, without copying it.
  package subscript(column: Int32) -> SQLiteValue {
    // Unlike `sqlite3_column_text` and its like, which take twice as long, this neither locks nor
    // converts. That SQLite calls such a value unprotected matters only to connections that
    // several threads share.
    let value = sqlite3_column_value(pointer, column)
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER:
      return .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT:
      return .real(sqlite3_value_double(value))
    case SQLITE_TEXT:
      // The pointer first: asking for it may convert the text and change its length.
      let start = sqlite3_value_text(value)
      return .text(Self.buffer(start, count: sqlite3_value_bytes(value)))
    case SQLITE_BLOB:
      let start = sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
      return .blob(Self.buffer(start, count: sqlite3_value_bytes(value)))
    default:
      return .null
    }
  }

  /// The pointer is nil for no bytes, and when memory ran out.
  private static func buffer(
    _ start: UnsafePointer<UInt8>?, count: Int32
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }
}
