internal import SQLiteBridge

/// Turns what SQLite reports about a file into what a user can act on.
struct GeoPackageFailure {
  /// The path of the GeoPackage.
  let path: String
  /// Whether the file is being written.
  let isOutput: Bool

  /// Runs `body` and turns the error of SQLite that it throws.
  func translating<Result: ~Copyable>(
    _ body: () throws(SQLiteError) -> Result
  ) throws(FormatError) -> Result {
    do { return try body() } catch { throw describe(error) }
  }

  /// Says what an error of SQLite means for the file.
  func describe(_ error: SQLiteError) -> FormatError {
    switch error.kind {
    case .busy:
      FormatError(
        isOutput ? .cannotWrite : .badData, "\(path) is locked by another program",
        help: "close the program that edits it, QGIS for instance, and run again")
    case .cannotOpen, .cannotWrite:
      FormatError(
        isOutput ? .cannotWrite : .missingInput,
        "cannot \(isOutput ? "write" : "read") \(path): \(error.message)",
        help: "check the permissions of the file and of its folder, and the space on the disk")
    case .notADatabase, .corrupt:
      FormatError(
        isOutput ? .cannotWrite : .badData, "\(path) is damaged: \(error.message)",
        help: "copy the file again, or save what is left: sqlite3 FILE .recover | sqlite3 NEW")
    case .other:
      FormatError(
        isOutput ? .cannotWrite : .badData, "\(path): \(error)",
        help: "check the file with ogrinfo; if it is sound, report this as a defect of Kulan")
    }
  }
}
