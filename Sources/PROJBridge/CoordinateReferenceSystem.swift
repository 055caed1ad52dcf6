internal import CPROJ
package import Geometry

/// What the coordinates of a layer mean; a plain value, read from any text that PROJ takes.
///
/// Whatever order of axes the definition has, x is east and y is north in all of Kulan.
package struct CoordinateReferenceSystem: Sendable, Equatable {
  /// The text that defines it.
  package let definition: String
  /// The name, for instance `WGS 84 / UTM zone 40N`.
  package let name: String
  /// The authority and code, for instance `EPSG:32640`, where PROJ is sure of it.
  package let authorityCode: String?
  /// Whether coordinates are angles on an ellipsoid.
  package let isGeographic: Bool
  /// Whether coordinates are longitude and latitude on WGS 84 in degrees already.
  package let isWGS84LongitudeLatitude: Bool
  /// A whole turn in the units of a geographic system, 360 for degrees.
  package let wholeTurn: Double?
  /// Where it is meant to be used, in degrees; `minX > maxX` where that crosses the antimeridian.
  package let areaOfUse: Box?
  /// The definition as WKT 2 (ISO 19162:2019).
  package let wkt2: String
  /// The definition as WKT 1 in the dialect of GDAL, where that can express it.
  package let wkt1: String?
  /// The definition as PROJJSON.
  package let projJSON: String

  /// Reads a definition: an authority code (`EPSG:32640`, `32640`, a URN), the exact name of a
  /// system, WKT 1 or 2, ESRI WKT, PROJJSON or a PROJ string.
  ///
  /// Of a compound system with heights the horizontal part counts.
  ///
  /// - Throws: When the text is none of these, or a system that has no place on the Earth.
  package init(_ text: String) throws(PROJError) {
    let context = PROJContext()
    let given = try context.makeCRS(text)
    definition = text
    let object = try given.withoutBoundTransformation()
    name = object.name
    isGeographic = object.isGeographic
    wholeTurn = isGeographic ? object.wholeTurn : nil
    isWGS84LongitudeLatitude = try object.isWGS84LongitudeLatitude()
    authorityCode =
      object.authorityCode ?? (isWGS84LongitudeLatitude ? "EPSG:4326" : object.identified())
    areaOfUse = object.areaOfUse
    wkt2 = try context.unwrap(object.wkt(PJ_WKT2_2019), "proj_as_wkt")
    wkt1 = object.wkt(PJ_WKT1_GDAL)
    let json = proj_as_projjson(context.handle, object.pointer, nil).map { String(cString: $0) }
    projJSON = try context.unwrap(json, "proj_as_projjson")
  }
}

extension PROJContext {
  /// Makes the horizontal part of the system that a text defines.
  func makeCRS(_ text: String) throws(PROJError) -> PROJObject {
    let query = Self.query(for: text)
    let object = try adopt(proj_create(handle, query), "proj_create")
    try require(proj_is_crs(object.pointer) == 1, "\(text) is not a coordinate reference system")
    // PROJ also takes a part of a name, and answers `WGS` with WGS 72: that would be guessing.
    if Self.isName(query) {
      try require(
        object.name.lowercased() == query.lowercased(),
        "no system has the name \(query); the nearest is \(object.name)")
    }
    let horizontal = try object.horizontalPart()
    let type = proj_get_type(horizontal.pointer)
    let unusable = [PJ_TYPE_VERTICAL_CRS, PJ_TYPE_ENGINEERING_CRS, PJ_TYPE_TEMPORAL_CRS]
    try require(
      !unusable.contains(type) && type != PJ_TYPE_GEOCENTRIC_CRS,
      "\(horizontal.name) is neither geographic nor projected")
    return horizontal
  }

  private func require(_ condition: Bool, _ message: String) throws(PROJError) {
    if !condition { throw PROJError(function: "proj_create", message: message) }
  }

  /// Completes the short forms: a bare number is an EPSG code, a PROJ string a system.
  private static func query(for text: String) -> String {
    let trimmed = text.drop(while: \.isWhitespace)
    let query = String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
    if !query.isEmpty && query.allSatisfy({ $0.isASCII && $0.isNumber }) { return "EPSG:\(query)" }
    if query.uppercased() == "CRS84" { return "OGC:CRS84" }
    let isPROJ = query.contains("+proj=") || query.hasPrefix("proj=") || query.contains("+init=")
    return isPROJ && !query.contains("type=crs") ? query + " +type=crs" : query
  }

  /// Whether a text is the name of a system, and not a code or a definition.
  private static func isName(_ query: String) -> Bool {
    !query.contains { "[{=:".contains($0) }
  }
}

extension PROJObject {
  var isGeographic: Bool {
    let type = proj_get_type(pointer)
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS
  }

  /// The horizontal part of a compound system, otherwise the system itself.
  func horizontalPart() throws(PROJError) -> PROJObject {
    guard proj_get_type(pointer) == PJ_TYPE_COMPOUND_CRS else { return self }
    return try context.adopt(
      proj_crs_get_sub_crs(context.handle, pointer, 0), "proj_crs_get_sub_crs")
  }

  /// The system itself where it is bound to a transformation (`TOWGS84`).
  func withoutBoundTransformation() throws(PROJError) -> PROJObject {
    guard proj_get_type(pointer) == PJ_TYPE_BOUND_CRS else { return self }
    return try context.adopt(
      proj_get_source_crs(context.handle, pointer), "proj_get_source_crs")
  }

  func isWGS84LongitudeLatitude() throws(PROJError) -> Bool {
    guard isGeographic else { return false }
    let code = proj_get_type(pointer) == PJ_TYPE_GEOGRAPHIC_3D_CRS ? "EPSG:4979" : "EPSG:4326"
    let reference = try context.adopt(proj_create(context.handle, code), "proj_create")
    return isEquivalent(to: reference)
  }

  /// The code of the one system in the database that is this one, if PROJ is sure.
  func identified() -> String? {
    var confidences: UnsafeMutablePointer<Int32>?
    let found = proj_identify(context.handle, pointer, nil, nil, &confidences)
    defer {
      proj_list_destroy(found)
      proj_int_list_destroy(confidences)
    }
    guard proj_list_get_count(found) > 0, let confidences, confidences[0] >= 90,
      let best = proj_list_get(context.handle, found, 0)
    else { return nil }
    return PROJObject(context: context, pointer: best).authorityCode
  }

  /// A whole turn in the unit of the first axis.
  var wholeTurn: Double? {
    guard let system = proj_crs_get_coordinate_system(context.handle, pointer) else { return nil }
    let axes = PROJObject(context: context, pointer: system)
    var radians = 0.0
    guard
      proj_cs_get_axis_info(
        context.handle, axes.pointer, 0, nil, nil, nil, &radians, nil, nil, nil) == 1, radians > 0
    else { return nil }
    let turn = 2 * Double.pi / radians
    // The factor of a degree is written with 15 digits or so; a turn is 360 and not nearly 360.
    return abs(turn - turn.rounded()) < 1e-6 ? turn.rounded() : turn
  }

  var areaOfUse: Box? {
    var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
    let isKnown = proj_get_area_of_use(
      context.handle, pointer, &west, &south, &east, &north, nil)
    // −1000 stands for unknown.
    guard isKnown == 1, west >= -180, north <= 90 else { return nil }
    return Box(minX: west, minY: south, maxX: east, maxY: north)
  }

  func wkt(_ dialect: PJ_WKT_TYPE) -> String? {
    proj_as_wkt(context.handle, pointer, dialect, nil).map { String(cString: $0) }
  }
}
