internal import Geometry
internal import SQLiteBridge

/// One layer of a GeoPackage as its tables describe it: all that is needed to read it.
struct GeoPackageLayer {
  /// Where the id of a feature comes from.
  enum Identity: Hashable {
    /// A column that is the primary key, or stands for it in a view.
    case column(String)
    /// The row id of a table without a primary key of one column.
    case rowID
    /// The number of the row, from 1: a view has nothing else.
    case ordinal
  }

  /// What the layer says of itself.
  var header: LayerHeader
  /// The column of the geometries; nil for a table without geometry.
  var geometryColumn: String?
  /// Where the ids come from.
  var identity = Identity.ordinal
  /// The name of the R-tree over the geometries, where there is one that can be used.
  var spatialIndex: String?
  /// Why the layer cannot be opened, if so.
  var defect: String?

  /// Returns the query whose columns are the id, the geometry, and then the fields.
  ///
  /// With `usesIndex` it has four parameters, the box as west, south, east and north, and returns
  /// the features whose boxes in the R-tree, which are a little larger, meet it.
  func query(usesIndex: Bool) -> String {
    let table = header.name.quotedIdentifier
    var columns = [idExpression, geometryColumn?.quotedIdentifier ?? "NULL"]
    columns += header.fields.map(\.name.quotedIdentifier)
    let query = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
    guard usesIndex, let index = spatialIndex?.quotedIdentifier else { return query }
    // `IN` visits the ids in ascending order: the order of the table, on every run.
    return query + " WHERE \(idExpression) IN (SELECT id FROM \(index)"
      + " WHERE maxx >= ?1 AND maxy >= ?2 AND minx <= ?3 AND miny <= ?4)"
  }

  /// Returns the same query for the rows whose ids are greater than its only parameter.
  var queryForRest: String { query(usesIndex: false) + " WHERE _rowid_ > ?1" }

  /// The columns of the query for a scan of the table; nil where rows have no ids of their own.
  var scannedColumns: [SQLiteTableScan.Column]? {
    let id: SQLiteTableScan.Column
    switch identity {
    case .column(let name): id = .named(name)
    case .rowID: id = .rowID
    case .ordinal: return nil
    }
    return [id, geometryColumn.map { .named($0) } ?? .nothing]
      + header.fields.map { .named($0.name) }
  }

  private var idExpression: String {
    switch identity {
    case .column(let name): name.quotedIdentifier
    case .rowID: "_rowid_"
    case .ordinal: "NULL"
    }
  }
}

extension String {
  /// The text as an identifier in SQL.
  var quotedIdentifier: String { "\"" + doubling("\"") + "\"" }

  /// The text as a string literal in SQL.
  var quotedLiteral: String { "'" + doubling("'") + "'" }

  private func doubling(_ quote: Character) -> String {
    String(flatMap { $0 == quote ? [quote, quote] : [$0] })
  }
}
