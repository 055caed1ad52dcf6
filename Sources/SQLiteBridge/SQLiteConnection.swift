internal import CSQLite

/// One connection to a SQLite database. Not `Sendable`: it belongs to one task.
package final class SQLiteConnection {
  /// How a database is opened.
  package enum Mode: Sendable, Hashable {
    /// For reading; the file must exist.
    case read
    /// For reading a file that nobody changes meanwhile: no locks are taken and nothing is laid
    /// beside the file, which also makes files readable that lie in a folder without write access.
    case readImmutable
    /// For writing a file that does not exist yet.
    case create
  }

  let handle: OpaquePointer

  /// The version of the SQLite library in use, such as `3.40.1`.
  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

  /// Opens the database at `path`, which may hold any characters but NUL.
  ///
  /// - Parameters:
  ///   - path: The path, taken literally: `file:` and `:memory:` mean nothing special.
  ///   - mode: How to open it.
  ///   - busyTimeout: How long to wait for another program's lock, in milliseconds.
  /// - Throws: When the file is missing, or cannot be opened or created.
  package init(path: String, mode: Mode, busyTimeout: Int32 = 5000) throws(SQLiteError) {
    // Every handle belongs to one task, so SQLite need not lock it on every call.
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    flags |= mode == .create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
    if mode == .readImmutable { flags |= SQLITE_OPEN_URI }
    var handle: OpaquePointer?
    let name = mode == .readImmutable ? Self.immutableURI(path) : Self.literal(path)
    let code = sqlite3_open_v2(name, &handle, flags, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.map { String(cString: sqlite3_errmsg($0)) }
      sqlite3_close_v2(handle)
      throw SQLiteError(
        code: code, message: message ?? String(cString: sqlite3_errstr(code)), sql: "")
    }
    self.handle = handle
    sqlite3_busy_timeout(handle, busyTimeout)
  }

  // Statements keep the connection alive, so none is open here.
  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that return nothing of interest, separated by semicolons.
  package func execute(_ sql: String) throws(SQLiteError) {
    try check(sqlite3_exec(handle, sql, nil, nil, nil), sql)
  }

  /// Compiles one statement.
  package func prepare(_ sql: String) throws(SQLiteError) -> SQLiteStatement {
    var pointer: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &pointer, nil), sql)
    guard let pointer else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement", sql: sql)
    }
    return SQLiteStatement(pointer, of: self)
  }

  /// The number of rows that the last statement inserted, changed or deleted.
  package var changeCount: Int { Int(sqlite3_changes64(handle)) }

  /// The row id of the last row inserted.
  package var lastRowID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// The one door through which a result code becomes an error.
  func check(_ code: Int32, _ sql: @autoclosure () -> String) throws(SQLiteError) {
    guard code != SQLITE_OK, code != SQLITE_ROW, code != SQLITE_DONE else { return }
    throw SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql())
  }

  /// Distributions may switch URIs on for every name: a leading `.` or `/` keeps a path a path.
  private static func literal(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
  }

  private static func immutableURI(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var uri = "file:"
    for byte in literal(path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%"
        uri.unicodeScalars.append(digits[Int(byte >> 4)])
        uri.unicodeScalars.append(digits[Int(byte & 15)])
      }
    }
    return uri + "?immutable=1"
  }
}
