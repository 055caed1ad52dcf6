internal import CSQLite

/// One compiled statement; keeps its connection alive. Not `Sendable`, like that.
///
/// Columns count from 0, parameters from 1, as in SQLite. A column must exist, and be read only
/// after ``step()`` returned true: anything else is a defect of the caller.
package final class SQLiteStatement {
  /// The connection that the statement belongs to.
  package let connection: SQLiteConnection
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer, of connection: SQLiteConnection) {
    self.pointer = pointer
    self.connection = connection
  }

  deinit { sqlite3_finalize(pointer) }

  /// The text of the statement.
  package var sql: String { sqlite3_sql(pointer).map { String(cString: $0) } ?? "" }

  /// Goes to the next row; false when there is none.
  package func step() throws(SQLiteError) -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    try connection.check(code, sql)
    return false
  }

  /// Runs the statement to its end and makes it ready to run again; parameters stay bound.
  package func run() throws(SQLiteError) {
    while try step() {}
    reset()
  }

  /// Makes the statement ready to run again; parameters stay bound.
  package func reset() { sqlite3_reset(pointer) }
}

extension SQLiteStatement {
  /// Binds NULL.
  package func bindNull(at parameter: Int32) throws(SQLiteError) {
    try connection.check(sqlite3_bind_null(pointer, parameter), sql)
  }

  /// Binds a whole number.
  package func bind(_ number: Int64, at parameter: Int32) throws(SQLiteError) {
    try connection.check(sqlite3_bind_int64(pointer, parameter, number), sql)
  }

  /// Binds a floating-point number; SQLite holds no NaN and takes it as NULL.
  package func bind(_ number: Double, at parameter: Int32) throws(SQLiteError) {
    try connection.check(sqlite3_bind_double(pointer, parameter, number), sql)
  }

  /// Binds text, or NULL.
  package func bind(_ text: String?, at parameter: Int32) throws(SQLiteError) {
    guard let text else { return try bindNull(at: parameter) }
    try bind(utf8: Array(text.utf8).span, at: parameter)
  }

  /// Binds a copy of text given as UTF-8.
  package func bind(utf8: Span<UInt8>, at parameter: Int32) throws(SQLiteError) {
    let code = utf8.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // A null pointer would bind NULL, not the empty string.
        withUnsafePointer(to: CChar(0)) { empty in
          sqlite3_bind_text64(
            pointer, parameter, characters.baseAddress ?? empty, UInt64(characters.count),
            copied, UInt8(SQLITE_UTF8))
        }
      }
    }
    try connection.check(code, sql)
  }

  /// Binds a copy of bytes.
  package func bind(blob: Span<UInt8>, at parameter: Int32) throws(SQLiteError) {
    let code = blob.withUnsafeBufferPointer { bytes in
      bytes.isEmpty
        ? sqlite3_bind_zeroblob(pointer, parameter, 0)
        : sqlite3_bind_blob64(pointer, parameter, bytes.baseAddress, UInt64(bytes.count), copied)
    }
    try connection.check(code, sql)
  }

  /// SQLite's mark for "make your own copy": the destructor -1, a macro that Swift cannot import.
  private var copied: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
