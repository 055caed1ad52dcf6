import Foundation
import SQLiteBridge
import TestSupport
import Testing

/// A value that can be compared: what `SQLiteValue` points to is copied.
private enum Copy: Equatable {
  case null
  case integer(Int64)
  case real(UInt64)
  case text([UInt8])
  case blob([UInt8])

  init(_ value: SQLiteValue) {
    self =
      switch value {
      case .null: .null
      case .integer(let number): .integer(number)
      case .real(let number): .real(number.bitPattern)
      case .text(let bytes): .text(Array(bytes))
      case .blob(let bytes): .blob(Array(bytes))
      }
  }
}

/// Creates a database by `sql`, and calls `body` with a connection that reads it.
private func withDatabase<Result>(
  _ sql: String, _ fill: (SQLiteConnection) throws -> Void = { _ in },
  _ body: (SQLiteConnection, String) throws -> Result
) throws -> Result {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/scan.db"
    do {
      let connection = try SQLiteConnection(path: path, mode: .create)
      try connection.execute(sql)
      try fill(connection)
    }
    return try body(try SQLiteConnection(path: path, mode: .read), path)
  }
}

/// Returns all rows by a scan, and whether it came to the end.
private func scan(
  _ table: String, _ columns: [SQLiteTableScan.Column], _ connection: SQLiteConnection
) throws -> (rows: [[Copy]], isComplete: Bool)? {
  guard let scan = try SQLiteTableScan(of: table, columns: columns, on: connection) else {
    return nil
  }
  var rows: [[Copy]] = []
  while true {
    switch scan.step() {
    case .row: rows.append(columns.indices.map { Copy(scan[Int32($0)]) })
    case .end: return (rows, true)
    case .unclear: return (rows, false)
    }
  }
}

/// Returns all rows of a query.
private func rows(_ sql: String, _ connection: SQLiteConnection) throws -> [[Copy]] {
  let query = try connection.prepare(sql)
  var rows: [[Copy]] = []
  while try query.step() { rows.append((0..<query.columnCount).map { Copy(query[$0]) }) }
  return rows
}

private let all: [SQLiteTableScan.Column] = [.rowID, .named("a"), .named("b"), .named("c")]

@Test(
  "a scan finds what a query finds, in pages of every size",
  arguments: [512, 1024, 4096, 65536])
func findsWhatAQueryFinds(pageSize: Int) throws {
  var random = SeededGenerator(seed: UInt64(pageSize))
  try withDatabase("PRAGMA page_size = \(pageSize); CREATE TABLE t (a, b REAL, c TEXT)") { writer in
    try writer.execute("BEGIN")
    let insert = try writer.prepare("INSERT INTO t (_rowid_, a, b, c) VALUES (?, ?, ?, ?)")
    for row in 0..<3000 {
      try insert.bind(Int64(row) * 7 - 9000, at: 1)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try insert.bindNull(at: 2)
      case 1:
        let shift = Int64.random(in: 0..<64, using: &random)
        try insert.bind(Int64.random(in: Int64.min...Int64.max, using: &random) >> shift, at: 2)
      case 2: try insert.bind(Double.random(in: -1e9...1e9, using: &random), at: 2)
      default:
        // Most fit into the page, some need one overflow page and some many.
        let greatest = row % 50 == 0 ? 20 * pageSize : pageSize
        let size = Int.random(in: 0...min(greatest, 200_000), using: &random)
        try insert.bind(blob: [UInt8](repeating: UInt8(row % 256), count: size).span, at: 2)
      }
      try insert.bind(Double(Int.random(in: 0..<3, using: &random)) / 2, at: 3)
      try insert.bind(String(repeating: "й", count: row % 90), at: 4)
      try insert.run()
    }
    try writer.execute("DELETE FROM t WHERE _rowid_ % 3 = 0; COMMIT")
  } _: { connection, _ in
    let found = try #require(try scan("t", all, connection))
    #expect(found.isComplete)
    #expect(found.rows == (try rows("SELECT _rowid_, a, b, c FROM t", connection)))
    #expect(found.rows.count > 1900)
  }
}

@Test func `the key of a table is the id of the row`() throws {
  try withDatabase(
    "CREATE TABLE \"t \"\"q\" (a INTEGER PRIMARY KEY, b); INSERT INTO \"t \"\"q\" VALUES (5, 1), (-2, 2)"
  ) { connection, _ in
    let found = try #require(try scan("T \"q", [.named("a"), .nothing, .named("b")], connection))
    #expect(
      found.rows == [[.integer(-2), .null, .integer(2)], [.integer(5), .null, .integer(1)]])
  }
}

@Test func `a table without rows has no row`() throws {
  try withDatabase("CREATE TABLE t (a, b, c)") { connection, _ in
    let found = try #require(try scan("t", all, connection))
    #expect(found.rows.isEmpty && found.isComplete)
  }
}

@Test func `rows from before a column was added hold null, or are left to SQLite`() throws {
  let sql = "CREATE TABLE t (a); INSERT INTO t VALUES (1); ALTER TABLE t ADD COLUMN b"
  try withDatabase("\(sql); INSERT INTO t VALUES (2, 3)") { connection, _ in
    let found = try #require(try scan("t", [.named("a"), .named("b")], connection))
    #expect(found.rows == [[.integer(1), .null], [.integer(2), .integer(3)]])
  }
  try withDatabase("\(sql) DEFAULT 7") { connection, _ in
    let found = try #require(try scan("t", [.named("b")], connection))
    #expect(found.rows.isEmpty && !found.isComplete)
  }
}

@Test(
  "what only SQLite can read is left to it",
  arguments: [
    "CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID", "CREATE VIEW t AS SELECT 1 AS a",
    "CREATE TABLE t (a, _rowid_)", "CREATE TABLE t (x, a AS (x + 1))",
    "CREATE VIRTUAL TABLE t USING rtree (a, b, c)", "CREATE TABLE t (b)",
    "PRAGMA encoding = 'UTF-16'; CREATE TABLE t (a)",
    "PRAGMA journal_mode = WAL; CREATE TABLE t (a)",
  ])
func isLeftToSQLite(sql: String) throws {
  try withDatabase(sql) { connection, _ in
    let found = try scan("t", [.named("a")], connection)
    #expect(found == nil)
  }
}

@Test func `a scan of broken pages ends, and invents no row before the break`() throws {
  try withDatabase("PRAGMA page_size = 512; CREATE TABLE t (a, b, c)") { writer in
    try writer.execute("BEGIN")
    let insert = try writer.prepare("INSERT INTO t VALUES (?, ?, ?)")
    for row in 0..<400 {
      try insert.bind(Int64(row), at: 1)
      try insert.bind(blob: [UInt8](repeating: 3, count: row * 3).span, at: 2)
      try insert.bind("text", at: 3)
      try insert.run()
    }
    try writer.execute("COMMIT")
  } _: { _, path in
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var broken = whole
      for _ in 0..<20 {
        broken[Int.random(in: 1024..<whole.count, using: &random)] =
          UInt8.random(in: 0...255, using: &random)
      }
      try broken.write(to: URL(fileURLWithPath: path))
      let connection = try SQLiteConnection(path: path, mode: .read)
      let found = try? scan("t", all, connection)
      #expect(found.map { $0.rows.count <= 4000 } ?? true)
    }
  }
}

@Test func `no other program can write during a scan`() throws {
  try withDatabase("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)") { connection, path in
    let scan = try #require(try SQLiteTableScan(of: "t", columns: [.named("a")], on: connection))
    #expect(scan.step() == .row)
    let sqlite = try SQLiteConnection(path: path, mode: .create, busyTimeout: 1)
    #expect(throws: SQLiteError.self) { try sqlite.execute("INSERT INTO t VALUES (3)") }
    #expect(scan.step() == .row)
    #expect(scan.lastRowID == 2)
    #expect(scan.step() == .end)
    try sqlite.execute("INSERT INTO t VALUES (3)")
  }
}
