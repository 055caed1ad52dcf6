internal import PROJBridge
internal import SQLiteBridge

/// The reference system of a layer that is being written, as GeoPackage wants it described.
enum GeoPackageReferenceSystem {
  /// None that is known; the id 0 of the specification.
  case undefined
  /// Longitude and latitude on WGS 84, which every GeoPackage describes.
  case wgs84
  /// Any other, with its definition in WKT 1.
  case other(CoordinateReferenceSystem, definition: String)

  /// Finds the system of a layer.
  init(_ header: LayerHeader, path: String) throws(FormatError) {
    guard let crs = header.crs else {
      self = .undefined
      return
    }
    let system: CoordinateReferenceSystem
    do { system = try CoordinateReferenceSystem(crs) } catch {
      throw FormatError(
        .usage, "the reference system of layer \(header.name) for \(path) is unknown: \(error)",
        help: "name it by its code, such as EPSG:4326")
    }
    if system.isWGS84LongitudeLatitude {
      self = .wgs84
    } else if let definition = system.wkt1 {
      self = .other(system, definition: definition)
    } else {
      throw FormatError(
        .usage,
        "\(system.name), the system of layer \(header.name), has no definition in WKT 1, "
          + "which GeoPackage needs for \(path)",
        help: "transform the layer to EPSG:4326 first")
    }
  }

  /// Describes the system in the file, unless it is described already, and returns its id there.
  func register(on connection: SQLiteConnection) throws(SQLiteError) -> Int32 {
    switch self {
    case .undefined: return 0
    case .wgs84: return 4326
    case .other(let system, let definition):
      let code = (system.authorityCode ?? "").split(separator: ":", maxSplits: 1)
      let number = code.count == 2 ? Int32(code[1]) : nil
      let known = try connection.prepare(
        "SELECT srs_id FROM gpkg_spatial_ref_sys WHERE definition = ?")
      try known.bind(definition, at: 1)
      if try known.step() { return Int32(truncatingIfNeeded: known.integer(at: 0)) }
      // Codes of EPSG are ids by custom; all other systems are counted from a number above them.
      let id = if let number, code[0] == "EPSG" { number } else { try Self.freeID(connection) }
      let insert = try connection.prepare(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)")
      try insert.bind(system.name, at: 1)
      try insert.bind(Int64(id), at: 2)
      try insert.bind(number == nil ? "NONE" : String(code[0]), at: 3)
      try insert.bind(Int64(number ?? id), at: 4)
      try insert.bind(definition, at: 5)
      try insert.run()
      return id
    }
  }

  private static func freeID(_ connection: SQLiteConnection) throws(SQLiteError) -> Int32 {
    let query = try connection.prepare(
      "SELECT max(200000, max(srs_id) + 1) FROM gpkg_spatial_ref_sys")
    return try query.step() ? Int32(truncatingIfNeeded: query.integer(at: 0)) : 200_000
  }
}
