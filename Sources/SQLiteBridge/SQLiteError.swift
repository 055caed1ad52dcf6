internal import CSQLite

/// A failure reported by SQLite, with the statement that failed.
package struct SQLiteError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is, as far as a caller can act on it.
  package enum Kind: Sendable, Hashable {
    /// The file cannot be opened or created.
    case cannotOpen
    /// The file is not a database at all.
    case notADatabase
    /// The database is damaged.
    case corrupt
    /// Another program holds a lock.
    case busy
    /// The disk is full, or the file cannot be written.
    case cannotWrite
    /// Anything else, a wrong statement for instance.
    case other
  }

  /// The extended result code of SQLite.
  package let code: Int32
  /// What SQLite says about it.
  package let message: String
  /// The statement that failed; empty where there was none.
  package let sql: String

  /// What kind of failure it is.
  package var kind: Kind {
    switch code & 0xFF {
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .corrupt
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR: .cannotWrite
    default: .other
    }
  }

  /// What is wrong, for a reader.
  package var description: String {
    let reason = "\(message) (SQLite error \(code))"
    return sql.isEmpty ? reason : "\(reason) in: \(sql)"
  }
}
