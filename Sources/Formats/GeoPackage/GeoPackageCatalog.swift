internal import Geometry
internal import SQLiteBridge

/// Reads what the system tables of a GeoPackage say about its layers.
struct GeoPackageCatalog {
  private let connection: SQLiteConnection
  /// The type, `table` or `view`, of everything in the file, by name in lower case.
  private let tables: [String: String]

  init(_ connection: SQLiteConnection) throws(SQLiteError) {
    self.connection = connection
    var tables: [String: String] = [:]
    let query = try connection.prepare(
      "SELECT lower(name), type FROM sqlite_master WHERE type IN ('table', 'view')")
    while try query.step() {
      if let name = query.text(at: 0) { tables[name] = query.text(at: 1) }
    }
    self.tables = tables
  }

  /// Whether there is a table or view of that name.
  func contains(_ table: String) -> Bool { tables[table.lowercasedASCII] != nil }

  /// Returns the layers of features and of attributes, in the order of the file.
  ///
  /// `layer_styles` is left out: it says how to draw the others.
  func layers() throws(SQLiteError) -> [GeoPackageLayer] {
    var layers: [GeoPackageLayer] = []
    let query = try connection.prepare(
      """
      SELECT table_name, min_x, min_y, max_x, max_y, lower(data_type) = 'features'
      FROM gpkg_contents WHERE lower(data_type) IN ('features', 'attributes', 'aspatial')
      AND lower(table_name) <> 'layer_styles'
      """)
    while try query.step() {
      guard let name = query.text(at: 0) else { continue }
      var layer = GeoPackageLayer(
        header: LayerHeader(name: name, geometryType: .none, crs: nil, fields: []))
      if (1...4).allSatisfy({ !query.isNull(at: $0) }) {
        let box = Box(
          minX: query.real(at: 1), minY: query.real(at: 2),
          maxX: query.real(at: 3), maxY: query.real(at: 4))
        layer.header.extent = box.isEmpty ? nil : box
      }
      if !contains(name) { layer.defect = "its table is missing" }
      if query.integer(at: 5) == 1, layer.defect == nil { try describeGeometry(of: &layer) }
      if layer.defect == nil { try describeColumns(of: &layer) }
      if let defect = layer.defect {
        layer.header.notes = ["cannot be read: \(defect)"]
      } else {
        layer.header.featureCount = try featureCount(of: name)
        layer.spatialIndex = spatialIndex(of: layer)
      }
      layers.append(layer)
    }
    return layers
  }

  private func describeGeometry(of layer: inout GeoPackageLayer) throws(SQLiteError) {
    guard contains("gpkg_geometry_columns") else {
      layer.defect = "the table gpkg_geometry_columns is missing"
      return
    }
    let query = try connection.prepare(
      """
      SELECT column_name, geometry_type_name, srs_id, z, m FROM gpkg_geometry_columns
      WHERE lower(table_name) = lower(?)
      """)
    try query.bind(layer.header.name, at: 1)
    guard try query.step(), let column = query.text(at: 0) else {
      layer.defect = "gpkg_geometry_columns says nothing of it"
      return
    }
    layer.geometryColumn = column
    layer.header.geometryType = GeoPackageTypes.geometryType(query.text(at: 1) ?? "")
    layer.header.crs = try crs(of: query.integer(at: 2))
    if query.integer(at: 3) == 1 { layer.header.notes.append("Z ordinates are left out") }
    if query.integer(at: 4) == 1 { layer.header.notes.append("M ordinates are left out") }
  }

  /// Returns the reference system of an id, as its EPSG code or else by its definition.
  private func crs(of id: Int64) throws(SQLiteError) -> String? {
    guard id > 0, contains("gpkg_spatial_ref_sys") else { return nil }
    let query = try connection.prepare("SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?")
    try query.bind(id, at: 1)
    guard try query.step() else { return nil }
    var values: [String: String] = [:]
    for column in 0..<query.columnCount { values[query.name(at: column)] = query.text(at: column) }
    let code = [values["organization"], values["organization_coordsys_id"]].compactMap(\.self)
      .joined(separator: ":")
    if code.uppercased().hasPrefix("EPSG:") { return code.uppercased() }
    // A newer definition, in WKT 2, stands in a column of an extension where WKT 1 cannot say it.
    let definitions = [values["definition"], values["definition_12_063"]]
    for case let definition? in definitions where !definition.isEmpty && definition != "undefined" {
      return definition
    }
    return code.uppercased().hasPrefix("NONE:") ? nil : code
  }

  private func featureCount(of table: String) throws(SQLiteError) -> Int? {
    guard contains("gpkg_ogr_contents") else { return nil }
    let query = try connection.prepare(
      "SELECT feature_count FROM gpkg_ogr_contents WHERE lower(table_name) = lower(?)")
    try query.bind(table, at: 1)
    guard try query.step(), case .integer(let count) = query[0] else { return nil }
    return Int(count)
  }

  private func spatialIndex(of layer: GeoPackageLayer) -> String? {
    guard let column = layer.geometryColumn, layer.header.idKind == .integer,
      layer.identity != .ordinal
    else { return nil }
    let name = "rtree_\(layer.header.name)_\(column)"
    return contains(name) ? name : nil
  }
}

// MARK: - Columns

extension GeoPackageCatalog {
  private struct ColumnInfo {
    let name: String
    let type: String
    let isInPrimaryKey: Bool
  }

  private func describeColumns(of layer: inout GeoPackageLayer) throws(SQLiteError) {
    let table = layer.header.name
    let columns = try self.columns(of: table)
    let isView = tables[table.lowercasedASCII] == "view"
    layer.identity = try identity(of: table, columns, isView: isView)
    let geometry = layer.geometryColumn
    if let geometry, !columns.contains(where: { $0.name.isSameName(as: geometry) }) {
      layer.defect = "its geometry column \(geometry) is missing"
      return
    }
    for column in columns where !(geometry.map(column.name.isSameName(as:)) ?? false) {
      let kind = try fieldKind(of: column, in: table)
      if layer.identity == .column(column.name) {
        if kind == .integer { continue }
        layer.header.idKind = .text  // and the key stays an attribute as well
      }
      if let kind {
        layer.header.fields.append(Field(column.name, kind))
      } else {
        layer.header.notes.append("column \(column.name) holds bytes and is left out")
      }
    }
  }

  private func columns(of table: String) throws(SQLiteError) -> [ColumnInfo] {
    // `hidden` is 1 for columns of virtual tables that `SELECT *` would not show.
    let query = try connection.prepare(
      "SELECT name, type, pk FROM pragma_table_xinfo(?) WHERE hidden <> 1")
    try query.bind(table, at: 1)
    var columns: [ColumnInfo] = []
    while try query.step() {
      columns.append(
        ColumnInfo(
          name: query.text(at: 0) ?? "", type: query.text(at: 1) ?? "",
          isInPrimaryKey: query.integer(at: 2) > 0))
    }
    return columns
  }

  private func identity(
    of table: String, _ columns: [ColumnInfo], isView: Bool
  ) throws(SQLiteError) -> GeoPackageLayer.Identity {
    let key = columns.filter(\.isInPrimaryKey)
    if key.count == 1 { return .column(key[0].name) }
    if isView {
      // A view has no key to declare; these names are how GDAL and others carry it along.
      let names = ["fid", "ogc_fid"]
      let column = columns.first { names.contains($0.name.lowercasedASCII) }
      return column.map { .column($0.name) } ?? .ordinal
    }
    // Only a table WITHOUT ROWID refuses this, and it then has a key of several columns.
    guard let _ = try? connection.prepare("SELECT _rowid_ FROM \(table.quotedIdentifier)") else {
      return .ordinal
    }
    return .rowID
  }

  /// Returns what a column holds, by its declared type or else by its first value; nil for bytes.
  private func fieldKind(of column: ColumnInfo, in table: String) throws(SQLiteError) -> Field.Kind?
  {
    switch GeoPackageTypes.declared(column.type) {
    case .field(let kind): return kind
    case .bytes: return nil
    case .unknown: break
    }
    let name = column.name.quotedIdentifier
    let query = try connection.prepare(
      "SELECT \(name) FROM \(table.quotedIdentifier) WHERE \(name) IS NOT NULL LIMIT 1")
    guard try query.step() else { return .text }
    return switch query[0] {
    case .integer: .integer
    case .real: .real
    case .blob: nil
    case .text, .null: .text
    }
  }
}

extension String {
  /// The text in lower case as SQLite compares names: only the letters of ASCII change.
  var lowercasedASCII: String {
    String(
      unicodeScalars.lazy.map { scalar in
        ("A"..."Z").contains(scalar)
          ? Character(Unicode.Scalar(UInt8(scalar.value) + 32)) : Character(scalar)
      })
  }

  /// Whether the two texts name the same table or column in SQLite.
  func isSameName(as other: String) -> Bool { lowercasedASCII == other.lowercasedASCII }
}
