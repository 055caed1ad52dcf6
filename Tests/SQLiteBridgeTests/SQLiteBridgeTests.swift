import Foundation
import SQLiteBridge
import TestSupport
import Testing

@Test(arguments: [
  "plain.db", "with space.db", "Сайга 赛加羚羊 é.db", "a?b=c.db", "a#b.db", "100%.db", "%41.db",
  "file:x.db", ":memory:", "quote'\".db",
])
func `a path means the file of that name, whatever it holds`(name: String) throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/" + name
    try SQLiteConnection(path: path, mode: .create).execute(
      "CREATE TABLE t (a); INSERT INTO t VALUES (7)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    for mode in [SQLiteConnection.Mode.read, .readImmutable] {
      let query = try SQLiteConnection(path: path, mode: mode).prepare("SELECT a FROM t")
      #expect(try query.step())
      #expect(query.integer(at: 0) == 7)
    }
  }
}

@Test func `a missing file is an error and is not created`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/absent.db"
    let error = #expect(throws: SQLiteError.self) {
      _ = try SQLiteConnection(path: path, mode: .read)
    }
    #expect(error?.kind == .cannotOpen)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}

@Test func `a relative path is taken from the current folder`() {
  let error = #expect(throws: SQLiteError.self) {
    _ = try SQLiteConnection(path: "no/such/folder.db", mode: .create)
  }
  #expect(error?.kind == .cannotOpen)
}

@Test func `an error carries the code, the message and the statement`() throws {
  try withConnection { connection in
    let error = #expect(throws: SQLiteError.self) {
      _ = try connection.prepare("SELECT a FROM nowhere")
    }
    #expect(error?.code == 1)
    #expect(error?.kind == .other)
    #expect(
      error?.description
        == "no such table: nowhere (SQLite error 1) in: SELECT a FROM nowhere")
  }
}

@Test func `a statement of nothing is an error`() throws {
  try withConnection { connection in
    #expect(throws: SQLiteError.self) { _ = try connection.prepare("  -- only a comment") }
  }
}

@Test func `a constraint that fails names the statement that failed`() throws {
  try withConnection { connection in
    try connection.execute("CREATE TABLE t (a UNIQUE)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?)")
    try insert.bind(Int64(1), at: 1)
    try insert.run()
    let error = #expect(throws: SQLiteError.self) { try insert.run() }
    #expect(error?.sql == "INSERT INTO t VALUES (?)")
    #expect(error?.message == "UNIQUE constraint failed: t.a")
  }
}

@Test func `values of every type come back as they went in`() throws {
  try withConnection { connection in
    try connection.execute("CREATE TABLE t (a, b, c, d, e, f, g)")
    let insert = try connection.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?)")
    try insert.bind(Int64.min, at: 1)
    try insert.bind(-1.5e300, at: 2)
    try insert.bind("Сайга\0\"'", at: 3)
    try insert.bind(blob: [0, 255, 7].span, at: 4)
    try insert.bindNull(at: 5)
    try insert.bind("", at: 6)
    try insert.bind(blob: [UInt8]().span, at: 7)
    try insert.run()
    #expect(connection.changeCount == 1)
    #expect(connection.lastRowID == 1)
    let query = try connection.prepare("SELECT * FROM t")
    #expect(query.columnCount == 7)
    #expect(query.name(at: 6) == "g")
    #expect(try query.step())
    guard case .integer(.min) = query[0], case .real(-1.5e300) = query[1],
      case .text(let text) = query[2], case .blob(let blob) = query[3], case .null = query[4],
      case .text(let noText) = query[5], case .blob(let noBlob) = query[6]
    else {
      Issue.record("the types are wrong")
      return
    }
    #expect(Array(text) == Array("Сайга\0\"'".utf8))
    #expect(Array(blob) == [0, 255, 7])
    #expect(noText.isEmpty && noBlob.isEmpty)
    #expect(query.text(at: 2) == "Сайга\0\"'")
    #expect(query.text(at: 4) == nil)
    #expect(query.text(at: 5) == "")
    #expect((0..<7).map(query.isNull(at:)) == (0..<7).map { $0 == 4 })
    #expect(try !query.step())
  }
}

@Test func `not a number is stored as null`() throws {
  try withConnection { connection in
    let query = try connection.prepare("SELECT ?")
    try query.bind(Double.nan, at: 1)
    #expect(try query.step())
    #expect(query.isNull(at: 0))
  }
}

@Test func `a locked database is busy after the time that was given`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/locked.db"
    let writer = try SQLiteConnection(path: path, mode: .create)
    try writer.execute("CREATE TABLE t (a); BEGIN EXCLUSIVE")
    let reader = try SQLiteConnection(path: path, mode: .read, busyTimeout: 1)
    let error = #expect(throws: SQLiteError.self) { _ = try reader.prepare("SELECT * FROM t") }
    #expect(error?.kind == .busy)
  }
}

@Test func `a statement keeps its connection alive`() throws {
  try TestFiles.withFolder { folder in
    let query = try SQLiteConnection(path: folder.path + "/a.db", mode: .create)
      .prepare("SELECT 1 UNION SELECT 2")
    #expect(try query.step())
    #expect(try query.step())
    #expect(query.integer(at: 0) == 2)
    query.reset()
    #expect(try query.step())
    #expect(query.integer(at: 0) == 1)
  }
}

@Test func `a file that is no database is told apart from a damaged one`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/x.db"
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
    let connection = try SQLiteConnection(path: path, mode: .read)
    let error = #expect(throws: SQLiteError.self) {
      _ = try connection.prepare("SELECT * FROM sqlite_master")
    }
    #expect(error?.kind == .notADatabase)
  }
}

@Test func `the version of the library has three numbers`() {
  #expect(SQLiteConnection.libraryVersion.split(separator: ".").compactMap { Int($0) }.count == 3)
}

/// Calls `body` with an empty database.
private func withConnection(_ body: (SQLiteConnection) throws -> Void) throws {
  try TestFiles.withFolder { folder in
    try body(SQLiteConnection(path: folder.path + "/test.db", mode: .create))
  }
}
