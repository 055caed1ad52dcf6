internal import CSQLite

/// Reads all rows of a table, in the order of their row ids, straight from the pages of the file.
///
/// SQLite copies every value twice on its way out; this copies none and takes half the time. It is
/// offered only where the file can be read as it lies on the disk, and never has the last word: a
/// row that it does not understand ends it, and the caller goes on with a query from there.
///
/// A statement stands on the table meanwhile, so that its lock keeps other programs from writing.
package final class SQLiteTableScan: SQLiteRow {
  /// What a column of the scan is.
  package enum Column: Sendable, Hashable {
    /// The id of the row.
    case rowID
    /// A column of the table.
    case named(String)
    /// Nothing: always NULL.
    case nothing
  }

  /// What a step led to.
  package enum Step: Sendable, Hashable {
    /// The next row.
    case row
    /// The end of the table.
    case end
    /// Something that only SQLite can judge; go on with a query for row ids above ``lastRowID``.
    case unclear
  }

  /// Where the value of a column comes from.
  private enum Place {
    case rowID
    case stored(Int)
    /// Stored, whole numbers in less space.
    case real(Int)
    /// Stored as NULL, and the id of the row in truth.
    case key(Int)
    case nothing
  }

  /// The id of the last row that was read; nil before the first.
  package private(set) var lastRowID: Int64?

  private let lock: SQLiteStatement
  private let tree: SQLiteTableTree
  private let places: [Place]
  /// Rows with fewer columns have default values that the file does not hold.
  private let leastColumnCount: Int
  private let record: SQLiteRecord

  /// Starts before the first row; nil where only SQLite can read the table.
  ///
  /// - Parameters:
  ///   - table: The name of a table, not of a view.
  ///   - columns: The columns that are wanted, in any order.
  ///   - connection: A connection for reading.
  /// - Throws: When SQLite finds the database damaged or locked.
  package init?(
    of table: String, columns: [Column], on connection: SQLiteConnection
  ) throws(SQLiteError) {
    let schema = try SQLiteTableSchema(table, on: connection)
    guard let schema, try connection.text("PRAGMA journal_mode") != "wal" else { return nil }
    lock = try connection.prepare("SELECT 1 FROM \(schema.quotedName)")
    _ = try lock.step()
    guard let tree = SQLiteTableTree(root: schema.root, of: connection) else { return nil }
    self.tree = tree
    var places: [Place] = []
    var (columnCount, leastColumnCount) = (0, 0)
    for column in columns {
      guard case .named(let name) = column else {
        places.append(column == .rowID ? .rowID : .nothing)
        continue
      }
      guard let index = schema.columns.firstIndex(where: { $0.name == name }) else { return nil }
      let found = schema.columns[index]
      places.append(
        found.isKey ? .key(index) : found.holdsReals ? .real(index) : .stored(index))
      columnCount = max(columnCount, index + 1)
      if found.hasDefault { leastColumnCount = max(leastColumnCount, index + 1) }
    }
    self.places = places
    self.leastColumnCount = leastColumnCount
    record = SQLiteRecord(columnCount: columnCount)
  }

  /// Goes to the next row.
  package func step() -> Step {
    switch tree.step() {
    case .row:
      guard record.open(tree.payload), record.count >= leastColumnCount else { return .unclear }
      lastRowID = tree.rowID
      return .row
    case .end:
      lock.reset()
      return .end
    case .damaged:
      return .unclear
    }
  }

  /// Returns the value of a column in the current row.
  package subscript(column: Int32) -> SQLiteValue {
    switch places[Int(column)] {
    case .rowID: return .integer(tree.rowID)
    case .stored(let index): return record.value(at: index)
    case .real(let index):
      let value = record.value(at: index)
      if case .integer(let number) = value { return .real(Double(number)) }
      return value
    case .nothing: return .null
    case .key(let index):
      if case .null = record.value(at: index) { return .integer(tree.rowID) }
      return record.value(at: index)
    }
  }
}
