internal import SQLiteBridge

/// A GeoPackage of version 1.3 being written.
///
/// Every layer gets an R-tree, its extent and its number of features. With `SOURCE_DATE_EPOCH` set,
/// the same layers give the same bytes.
public final class GeoPackageWriter: DatasetWriter {
  /// The path that will exist after `finish()`.
  public var path: String { file.path }
  /// What could not be written as it was, layer by layer.
  public var notes: [String] { layers.flatMap(\.notes) }

  private let file: PendingFile
  private let failure: GeoPackageFailure
  private let timestamp: String
  /// Nil once the file is complete or given up.
  private var connection: SQLiteConnection?
  private var layers: [GeoPackageLayerWriter] = []

  /// Starts a GeoPackage without layers.
  ///
  /// - Throws: `cannotWrite` when `path` exists and `overwrite` is false, or cannot be written.
  public convenience init(path: String, overwrite: Bool) throws(FormatError) {
    try self.init(path: path, overwrite: overwrite, timestamp: GeoPackageTime.text())
  }

  /// Starts a GeoPackage that carries `timestamp` as the time of its last change, an instant such as
  /// `2026-11-21T11:31:00.000Z`.
  package init(path: String, overwrite: Bool, timestamp: String) throws(FormatError) {
    self.timestamp = timestamp
    let file = try PendingFile(path: path, overwrite: overwrite)
    let failure = GeoPackageFailure(path: path, isOutput: true)
    self.file = file
    self.failure = failure
    connection = try failure.translating { () throws(SQLiteError) in
      let connection = try SQLiteConnection(path: file.temporaryPath, mode: .create)
      // The file is thrown away when anything fails, so nothing needs to be undone or forced to
      // the disk. Deleted bytes are zeroed so that no two runs differ in what was there before.
      try connection.execute(
        """
        PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA encoding = 'UTF-8';
        """)
      try connection.execute(GeoPackageSchema.signature)
      try connection.execute("BEGIN")
      try connection.execute(GeoPackageSchema.systemTables)
      try connection.execute(GeoPackageSchema.referenceSystems)
      return connection
    }
  }

  /// Adds a layer, in the reference system of its header or in none that is known.
  ///
  /// Fields that clash with `fid`, `geom` or one another get a number at the end of their names;
  /// ``notes`` says so.
  public func addLayer(_ header: LayerHeader) throws(FormatError) -> any LayerWriter {
    let connection = try open()
    try check(name: header.name)
    let system = try GeoPackageReferenceSystem(header, path: path)
    let timestamp = timestamp
    let failure = failure
    let layer = try failure.translating { () throws(SQLiteError) in
      let srs = try system.register(on: connection)
      return try GeoPackageLayerWriter(
        header, srs: srs, timestamp: timestamp, connection: connection, failure: failure)
    }
    layers.append(layer)
    return layer
  }

  /// Writes everything under the temporary name.
  public func complete() throws(FormatError) {
    let connection = try open()
    for layer in layers {
      try failure.translating { () throws(SQLiteError) in try layer.complete(on: connection) }
    }
    try failure.translating { () throws(SQLiteError) in try connection.execute("COMMIT") }
    self.connection = nil  // closes it, because no layer holds a statement any more
  }

  /// Gives the completed file its name.
  public func publish() throws(FormatError) { try file.commit() }

  /// Removes what was written; also what happens when the writer is dropped unfinished.
  public func cancel() {
    layers.forEach { $0.abandon() }
    connection = nil
    file.discard()
  }

  private func open() throws(FormatError) -> SQLiteConnection {
    guard let connection else {
      throw FormatError(
        .usage, "\(path) is finished or was given up", help: "start a new file to write more")
    }
    return connection
  }

  private func check(name: String) throws(FormatError) {
    let folded = name.lowercasedASCII
    let problem: String? =
      if name.isEmpty {
        "has no name"
      } else if ["gpkg_", "sqlite_", "rtree_"].contains(where: folded.hasPrefix)
        || folded == "layer_styles"
      {
        "has a name that GeoPackage keeps for itself"
      } else if layers.contains(where: { $0.header.name.isSameName(as: name) }) {
        "has the name of another layer, case aside"
      } else {
        nil
      }
    guard let problem else { return }
    throw FormatError(
      .usage, "layer \"\(name)\" of \(path) \(problem)", help: "choose another name for it")
  }
}

// MARK: - Styles and metadata

extension GeoPackageWriter {
  /// Adds a style to a layer, in the table where QGIS looks for it.
  ///
  /// - Parameters:
  ///   - style: The style.
  ///   - layer: The name of a layer that was added before.
  ///   - isDefault: Whether QGIS draws the layer with it when nobody chooses.
  /// - Throws: `usage` when there is no such layer, `cannotWrite` when writing fails.
  public func addStyle(
    _ style: LayerStyle, to layer: String, isDefault: Bool
  ) throws(FormatError) {
    let connection = try open()
    let geometryType = try self.layer(layer).header.geometryType
    let timestamp = timestamp
    try failure.translating { () throws(SQLiteError) in
      if try connection.lacksTable("layer_styles") {
        try connection.execute(GeoPackageSchema.styleTable)
        let contents = try connection.prepare(
          """
          INSERT INTO gpkg_contents \
          (table_name, data_type, identifier, description, last_change, srs_id) \
          VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)
          """)
        try contents.bind(timestamp, at: 1)
        try contents.run()
      }
      let insert = try connection.prepare(
        """
        INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, \
        f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, \
        update_time) VALUES ('', '', ?, ?, ?, ?, ?, ?, ?, '', ?)
        """)
      try insert.bind(layer, at: 1)
      try insert.bind(geometryType == .none ? "" : GeoPackageSchema.geometryColumn, at: 2)
      try insert.bind(style.name, at: 3)
      try insert.bind(style.qml, at: 4)
      try insert.bind(style.sld, at: 5)
      try insert.bind(Int64(isDefault ? 1 : 0), at: 6)
      try insert.bind(style.summary, at: 7)
      try insert.bind(timestamp, at: 8)
      try insert.run()
    }
  }

  /// Adds a document of metadata, about one layer or the whole file.
  ///
  /// - Parameters:
  ///   - document: The metadata, as XML.
  ///   - standard: The address of the standard that the document follows:
  ///     `http://mrcc.com/qgis.dtd` for QGIS, `http://www.isotc211.org/2005/gmd` for ISO 19139.
  ///   - layer: The name of a layer that was added before, or nil for the whole file.
  /// - Throws: `usage` when there is no such layer, `cannotWrite` when writing fails.
  public func addMetadata(
    _ document: String, standard: String, layer: String?
  ) throws(FormatError) {
    let connection = try open()
    if let layer { _ = try self.layer(layer) }
    let timestamp = timestamp
    try failure.translating { () throws(SQLiteError) in
      if try connection.lacksTable("gpkg_metadata") {
        try connection.execute(GeoPackageSchema.metadataTables)
      }
      let insert = try connection.prepare(
        "INSERT INTO gpkg_metadata (md_standard_uri, metadata) VALUES (?, ?)")
      try insert.bind(standard, at: 1)
      try insert.bind(document, at: 2)
      try insert.run()
      let reference = try connection.prepare(
        """
        INSERT INTO gpkg_metadata_reference (reference_scope, table_name, timestamp, md_file_id) \
        VALUES (?, ?, ?, ?)
        """)
      try reference.bind(layer == nil ? "geopackage" : "table", at: 1)
      try reference.bind(layer, at: 2)
      try reference.bind(timestamp, at: 3)
      try reference.bind(connection.lastRowID, at: 4)
      try reference.run()
    }
  }

  private func layer(_ name: String) throws(FormatError) -> GeoPackageLayerWriter {
    if let layer = layers.first(where: { $0.header.name == name }) { return layer }
    throw FormatError(
      .usage, "\(path) has no layer \(name) yet", help: "add the layer before what describes it")
  }
}

extension SQLiteConnection {
  fileprivate func lacksTable(_ name: String) throws(SQLiteError) -> Bool {
    let query = try prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")
    try query.bind(name, at: 1)
    return try !query.step()
  }
}
