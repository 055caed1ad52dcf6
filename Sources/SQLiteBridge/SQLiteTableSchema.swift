/// What has to be known of a table to read it from its pages.
struct SQLiteTableSchema {
  /// One column, in the order in which rows hold them.
  struct Column {
    let name: String
    /// Whether it stands for the row id.
    let isKey: Bool
    /// Whether rows that lack it have a value other than NULL.
    let hasDefault: Bool
    /// Whether whole numbers in it are real ones, stored in less space.
    let holdsReals: Bool
  }

  /// The name as an identifier in SQL.
  let quotedName: String
  /// The page of the root of its B-tree.
  let root: Int
  /// Its columns.
  let columns: [Column]

  /// Looks a table up; nil for views, virtual tables, tables without row ids, and those of which
  /// rows hold something else than the columns.
  init?(_ table: String, on connection: SQLiteConnection) throws(SQLiteError) {
    let entry = try connection.prepare(
      """
      SELECT rootpage, sql LIKE '%WITHOUT%ROWID%' OR sql LIKE '% VIRTUAL %' OR sql LIKE '% DESC%' \
      FROM sqlite_master WHERE type = 'table' AND name = ? COLLATE NOCASE
      """)
    try entry.bind(table, at: 1)
    guard try entry.step(), entry.integer(at: 0) > 1, entry.integer(at: 1) == 0 else { return nil }
    root = Int(entry.integer(at: 0))
    quotedName = "\"" + table.flatMap { $0 == "\"" ? "\"\"" : "\($0)" } + "\""
    let query = try connection.prepare(
      """
      SELECT name, pk = 1 AND upper(type) = 'INTEGER' AND 1 = \
      (SELECT count(*) FROM pragma_table_xinfo(?1) WHERE pk > 0), \
      dflt_value IS NOT NULL, type, hidden FROM pragma_table_xinfo(?1)
      """)
    try query.bind(table, at: 1)
    var columns: [Column] = []
    while try query.step() {
      let name = query.text(at: 0) ?? ""
      // Columns that are computed, and hide the row id behind their name, are left to SQLite.
      guard query.integer(at: 4) == 0, name.lowercased() != "_rowid_" else { return nil }
      columns.append(
        Column(
          name: name, isKey: query.integer(at: 1) == 1, hasDefault: query.integer(at: 2) == 1,
          holdsReals: Self.holdsReals(query.text(at: 3) ?? "")))
    }
    self.columns = columns
  }

  /// Whether a declared type makes a column one of reals, by the rules of SQLite (§3.1 of its data
  /// types).
  private static func holdsReals(_ type: String) -> Bool {
    let type = type.uppercased()
    return !["INT", "CHAR", "CLOB", "TEXT", "BLOB"].contains(where: type.contains)
      && ["REAL", "FLOA", "DOUB"].contains(where: type.contains)
  }
}

extension SQLiteConnection {
  /// Returns the first value of the first row of a query, as text.
  func text(_ sql: String) throws(SQLiteError) -> String? {
    let query = try prepare(sql)
    return try query.step() ? query.text(at: 0) : nil
  }
}
