internal import Foundation
public import Geometry
internal import SQLiteBridge

/// A GeoPackage opened for reading: its tables of features and of attributes are the layers.
///
/// Files of version 1.0 and newer are read, also those that other programs left without an
/// application id. The file is never changed, and nothing is laid beside it unless another program
/// is editing it right now.
public final class GeoPackageReader: DatasetReader {
  /// The path that was opened.
  public let path: String
  /// `GeoPackage`.
  public let format = "GeoPackage"
  /// What the layers say of themselves, in the order of the file.
  public var layers: [LayerHeader] { catalog.map(\.header) }

  private let connection: SQLiteConnection
  private let catalog: [GeoPackageLayer]
  private let failure: GeoPackageFailure

  /// Opens the GeoPackage at `path`, which may hold any characters.
  ///
  /// - Throws: `missingInput` when the file cannot be read, `badData` when it is no GeoPackage or
  ///   its system tables are damaged.
  public init(path: String) throws(FormatError) {
    let failure = GeoPackageFailure(path: path, isOutput: false)
    self.path = path
    self.failure = failure
    let isIdle = try Self.checkSignature(path)
    connection = try failure.translating { () throws(SQLiteError) in
      try SQLiteConnection(path: path, mode: isIdle ? .readImmutable : .read)
    }
    let connection = connection
    let applicationID = try failure.translating { () throws(SQLiteError) in
      let query = try connection.prepare("PRAGMA application_id")
      return try query.step() ? query.integer(at: 0) : 0
    }
    try Self.check(applicationID: applicationID, of: path)
    let catalog = try failure.translating { () throws(SQLiteError) in
      try GeoPackageCatalog(connection)
    }
    guard catalog.contains("gpkg_contents") else {
      throw FormatError(
        .badData, "\(path) is a SQLite database without the table gpkg_contents of a GeoPackage",
        help: "if it is a SpatiaLite file, convert it: ogr2ogr NEW.gpkg FILE")
    }
    self.catalog = try failure.translating { () throws(SQLiteError) in try catalog.layers() }
  }

  /// Opens one layer for reading from its start.
  public func open(layer: String) throws(FormatError) -> any LayerReader {
    try open(layer: layer, box: nil)
  }

  /// Opens one layer for reading the features whose boxes meet `box`, in the coordinates of the
  /// layer; all of them, those without geometry as well, for nil.
  ///
  /// The R-tree of the layer finds them, where it has one.
  public func open(layer name: String, box: Box?) throws(FormatError) -> any LayerReader {
    guard let layer = catalog.first(where: { $0.header.name == name }) else {
      throw FormatError(noLayer: name, in: path, layers: layers)
    }
    if let defect = layer.defect {
      throw FormatError(
        .badData, "layer \(name) of \(path) cannot be read: \(defect)",
        help: "repair the GeoPackage by converting it with the program that made it")
    }
    return try failure.translating { () throws(SQLiteError) in
      try GeoPackageLayerReader(layer, box: box, connection: connection, failure: failure)
    }
  }

  /// Checks that the file exists and is a SQLite database, and says whether it is in the mode of
  /// write-ahead logging with nobody writing.
  ///
  /// SQLite reads such a file, which QGIS often leaves behind, only by laying others beside it.
  private static func checkSignature(_ path: String) throws(FormatError) -> Bool {
    guard let file = fopen(path, "rb") else {
      throw FormatError(
        .missingInput, "cannot read \(path): \(String(cString: strerror(errno)))",
        help: "check the name and the permissions of the file")
    }
    defer { fclose(file) }
    var start = [UInt8](repeating: 0, count: 20)
    let count = fread(&start, 1, start.count, file)
    guard count == start.count, start.starts(with: "SQLite format 3\0".utf8) else {
      throw FormatError(
        .badData, "\(path) is not a GeoPackage: it is not a SQLite database",
        help: "check that the file is complete, and that its name has the right extension")
    }
    let files = FileManager.default
    return start[18] == 2
      && !files.fileExists(atPath: path + "-wal") && !files.fileExists(atPath: path + "-shm")
  }

  private static func check(applicationID id: Int64, of path: String) throws(FormatError) {
    // "GPKG", since version 1.2; "GP10" and "GP11" before it; 0 where nobody set it.
    guard ![0x4750_4B47, 0x4750_3130, 0x4750_3131, 0].contains(id) else { return }
    let hex = String(UInt32(truncatingIfNeeded: id), radix: 16)
    throw FormatError(
      .badData, "\(path) is not a GeoPackage: its application id is 0x\(hex)",
      help: "if it is one after all, correct it: "
        + "sqlite3 FILE 'PRAGMA application_id = 1196444487'")
  }
}
