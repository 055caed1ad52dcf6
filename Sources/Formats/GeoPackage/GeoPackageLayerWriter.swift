internal import Geometry
internal import SQLiteBridge

/// One layer of a GeoPackage being written.
///
/// Ids that are whole numbers, not negative and all different, become the `fid`. With the first id
/// that is not, features are numbered from there on, and all ids go to a column `id`, unless a
/// field has that name.
final class GeoPackageLayerWriter: LayerWriter {
  let header: LayerHeader
  /// What could not be written as it was, for a reader.
  private(set) var notes: [String]

  private let failure: GeoPackageFailure
  private let srs: Int32
  private let fields: GeoPackageFields
  /// Inserts a feature; nil once the layer is complete or given up.
  private var insert: SQLiteStatement?
  /// Whether features are numbered here, and do not bring their `fid` along.
  private var isNumbering: Bool
  private var hasIDColumn: Bool
  private var count = 0
  private var extent = Box.empty
  private var index: GeoPackageSpatialIndex
  private var hasIndexTable = false
  private var blob: [UInt8] = []

  init(
    _ header: LayerHeader, srs: Int32, timestamp: String,
    connection: SQLiteConnection, failure: GeoPackageFailure,
    index: GeoPackageSpatialIndex = GeoPackageSpatialIndex()
  ) throws(SQLiteError) {
    self.header = header
    self.index = index
    self.srs = srs
    self.failure = failure
    fields = GeoPackageFields(header.fields)
    notes = fields.notes.map { "layer \(header.name): \($0)" }
    isNumbering = header.idKind != .integer
    hasIDColumn = isNumbering && !fields.contains("id")
    try createTable(on: connection, timestamp: timestamp)
    insert = try prepareInsert(on: connection)
  }

  func append(_ batch: FeatureBatch) throws(FormatError) {
    precondition(
      batch.columns.map(\.field.kind) == header.fields.map(\.kind),
      "the columns of a batch are the fields of its layer")
    guard insert != nil else {
      throw FormatError(
        .usage, "layer \(header.name) of \(failure.path) is finished or was given up",
        help: "start a new file to write more")
    }
    for row in 0..<batch.count {
      try check(row, of: batch)
      do {
        try write(row, of: batch)
      } catch {
        throw failure.describe(error)
      }
    }
  }

  private var hasGeometry: Bool { header.geometryType != .none }
}

// MARK: - Tables

extension GeoPackageLayerWriter {
  private func createTable(
    on connection: SQLiteConnection, timestamp: String
  ) throws(SQLiteError) {
    let typeName = GeoPackageTypes.name(of: header.geometryType)
    var columns = zip(fields.names, header.fields).map {
      (name: $0, type: GeoPackageTypes.name(of: $1.kind))
    }
    if hasIDColumn { columns.append(("id", "TEXT")) }
    try connection.execute(
      GeoPackageSchema.table(header.name, geometryType: typeName, columns: columns))
    let contents = try connection.prepare(
      """
      INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
      VALUES (?1, ?2, ?1, '', ?3, ?4)
      """)
    try contents.bind(header.name, at: 1)
    try contents.bind(hasGeometry ? "features" : "attributes", at: 2)
    try contents.bind(timestamp, at: 3)
    try contents.bind(Int64(srs), at: 4)
    try contents.run()
    guard let typeName else { return }
    let geometry = try connection.prepare(
      "INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)")
    try geometry.bind(header.name, at: 1)
    try geometry.bind(GeoPackageSchema.geometryColumn, at: 2)
    try geometry.bind(typeName, at: 3)
    try geometry.bind(Int64(srs), at: 4)
    try geometry.run()
  }

  private func prepareInsert(
    on connection: SQLiteConnection
  ) throws(SQLiteError) -> SQLiteStatement {
    var columns = [GeoPackageSchema.idColumn]
    if hasGeometry { columns.append(GeoPackageSchema.geometryColumn) }
    columns += fields.names
    if hasIDColumn { columns.append("id") }
    let marks = repeatElement("?", count: columns.count).joined(separator: ", ")
    // Only a `fid` that is taken can be a conflict; it shows in the number of changed rows.
    return try connection.prepare(
      "INSERT OR IGNORE INTO \(header.name.quotedIdentifier) "
        + "(\(columns.map(\.quotedIdentifier).joined(separator: ", "))) VALUES (\(marks))")
  }

  /// Lets go of the connection; nothing can be appended afterwards.
  func abandon() {
    insert = nil
    index = GeoPackageSpatialIndex()
  }

  /// Writes all that depends on the features; nothing can be appended afterwards.
  func complete(on connection: SQLiteConnection) throws(SQLiteError) {
    insert = nil
    let contents = try connection.prepare(
      "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?")
    if !extent.isEmpty {
      try contents.bind(extent.minX, at: 1)
      try contents.bind(extent.minY, at: 2)
      try contents.bind(extent.maxX, at: 3)
      try contents.bind(extent.maxY, at: 4)
    }
    try contents.bind(header.name, at: 5)
    try contents.run()
    let counts = try connection.prepare("INSERT INTO gpkg_ogr_contents VALUES (?, ?)")
    try counts.bind(header.name, at: 1)
    try counts.bind(Int64(count), at: 2)
    try counts.run()
    try connection.execute(GeoPackageSchema.countTriggers(of: header.name))
    if hasGeometry { try writeSpatialIndex(on: connection) }
  }

  private func writeSpatialIndex(on connection: SQLiteConnection) throws(SQLiteError) {
    try createIndexTable(on: connection)
    try index.finish(to: GeoPackageSchema.spatialIndex(of: header.name), of: connection)
    try connection.execute(GeoPackageSchema.spatialIndexTriggers(of: header.name))
    let extensions = try connection.prepare(
      """
      INSERT INTO gpkg_extensions VALUES (?, ?, 'gpkg_rtree_index', \
      'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')
      """)
    try extensions.bind(header.name, at: 1)
    try extensions.bind(GeoPackageSchema.geometryColumn, at: 2)
    try extensions.run()
  }
}

extension GeoPackageLayerWriter {
  private func createIndexTable(on connection: SQLiteConnection) throws(SQLiteError) {
    if hasIndexTable { return }
    try connection.execute(GeoPackageSchema.spatialIndexTable(of: header.name))
    hasIndexTable = true
  }

  /// Adds a feature to the spatial index, and writes what the index holds when that is much.
  private func index(
    _ id: Int64, _ box: Box, on connection: SQLiteConnection
  ) throws(SQLiteError) {
    index.append(id: id, box: box)
    guard index.isFull else { return }
    try createIndexTable(on: connection)
    try index.writeLeaves(
      to: GeoPackageSchema.spatialIndex(of: header.name), of: connection)
  }
}

// MARK: - Features

extension GeoPackageLayerWriter {
  /// Refuses geometry of another kind than the layer declares.
  private func check(_ row: Int, of batch: FeatureBatch) throws(FormatError) {
    let kind = batch.geometry.kinds[row]
    let type = header.geometryType
    guard kind != .none, type != .unknown else { return }
    let partCount = batch.geometry.partCount(of: row)
    if kind == type.kind, type.isMulti || partCount == 1 { return }
    throw FormatError(
      .cannotWrite,
      "feature \(batch.ids[row]) is a \(kind)\(partCount == 1 ? "" : " of \(partCount) parts"), "
        + "but layer \(header.name) of \(failure.path) holds \(type.rawValue) alone",
      help: "write the layer as multi-geometry, or as geometry of any type")
  }

  private func write(_ row: Int, of batch: FeatureBatch) throws(SQLiteError) {
    if !isNumbering {
      // An id that is null, negative or taken cannot be a `fid`.
      var isWritten = false
      if case .integer(let id) = batch.ids[row], id >= 0 {
        isWritten = try insertRow(row, of: batch, id: id)
      }
      if !isWritten { try startNumbering() }
    }
    if isNumbering { _ = try insertRow(row, of: batch, id: nil) }
    count += 1
    guard hasGeometry, let connection = insert?.connection else { return }
    let box = batch.geometry.box(of: row)
    extent.formUnion(box)
    try index(connection.lastRowID, box, on: connection)
  }

  /// From here on ids are not used as `fid`.
  private func startNumbering() throws(SQLiteError) {
    guard let connection = insert?.connection else { return }
    isNumbering = true
    notes.append("layer \(header.name): the ids are not unique, so features are numbered anew")
    if !fields.contains("id") {
      let table = header.name.quotedIdentifier
      try connection.execute("ALTER TABLE \(table) ADD COLUMN \"id\" INTEGER")
      try connection.execute("UPDATE \(table) SET \"id\" = \"fid\"")
      hasIDColumn = true
    }
    insert = try prepareInsert(on: connection)
  }

  /// Inserts one feature; false when its id is taken.
  private func insertRow(
    _ row: Int, of batch: FeatureBatch, id: Int64?
  ) throws(SQLiteError) -> Bool {
    guard let statement = insert else { return false }
    var parameter: Int32 = 1
    if let id { try statement.bind(id, at: 1) } else { try statement.bindNull(at: 1) }
    if hasGeometry {
      parameter += 1
      try bindGeometry(row, of: batch.geometry, to: statement, at: parameter)
    }
    for column in batch.columns {
      parameter += 1
      try statement.bind(column, row, at: parameter)
    }
    if hasIDColumn { try statement.bind(batch.ids, row, at: parameter + 1) }
    try statement.run()
    return statement.connection.changeCount == 1
  }

  private func bindGeometry(
    _ row: Int, of geometry: GeometryColumn, to statement: SQLiteStatement,
    at parameter: Int32
  ) throws(SQLiteError) {
    guard geometry.kinds[row] != .none else { return try statement.bindNull(at: parameter) }
    blob.removeAll(keepingCapacity: true)
    // As in GDAL, a single point is its own envelope.
    let isPoint = geometry.kinds[row] == .point && geometry.partCount(of: row) == 1
    GeoPackageBlobHeader.append(
      srs: srs, envelope: isPoint ? nil : geometry.box(of: row), to: &blob)
    geometry.appendWKB(of: row, asMulti: header.geometryType.isMulti, to: &blob)
    let bytes = blob  // a span of a property of a class would outlive its access
    try statement.bind(blob: bytes.span, at: parameter)
  }
}

extension SQLiteStatement {
  /// Binds the value of one row of a column; NaN becomes NULL.
  fileprivate func bind(
    _ column: Column, _ row: Int, at parameter: Int32
  ) throws(SQLiteError) {
    guard column.isPresent[row] else { return try bindNull(at: parameter) }
    switch column.storage {
    case .integers(let values): try bind(values[row], at: parameter)
    case .reals(let values): try bind(values[row], at: parameter)
    case .booleans(let values): try bind(Int64(values[row] ? 1 : 0), at: parameter)
    case .texts(let values):
      try bind(utf8: values.bytes.span.extracting(values.range(of: row)), at: parameter)
    }
  }
}

extension GeometryColumn {
  /// Returns the number of points, lines or polygons of a row.
  fileprivate func partCount(of row: Int) -> Int {
    let slot = slots[row]
    return switch kinds[row] {
    case .none: 0
    case .point: points.paths.vertices(of: slot).count
    case .line: lines.pathIndices(of: slot).count
    case .polygon: polygons.partIndices(of: slot).count
    }
  }
}

extension GeometryType {
  /// What every row is, unless it has no geometry; nil where it may be anything.
  fileprivate var kind: GeometryKind? {
    switch self {
    case .none, .unknown: nil
    case .point, .multiPoint: .point
    case .lineString, .multiLineString: .line
    case .polygon, .multiPolygon: .polygon
    }
  }
}
