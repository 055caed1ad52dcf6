#if GDAL
  internal import CGDAL
  package import Geometry

  /// A walk over the features of a layer, front to back, standing on one of them.
  ///
  /// Attributes are asked for by their place among the fields of the layer; unsupported ones are
  /// always null. Not `Sendable`: a cursor belongs to one task.
  package protocol FeatureCursor: AnyObject {
    /// Moves to the next feature; false at the end of the layer.
    ///
    /// - Throws: When GDAL found the file to be broken before the end of the layer.
    func advance() throws(GDALError) -> Bool
    /// The id of the feature, or a negative number when it has none.
    var id: Int64 { get }
    /// What GDAL complained of while it read this feature, if anything.
    var complaint: String? { get }
    /// Calls `body` with the geometry as well-known binary, or with nil when there is none.
    func withWKB<Failure: Error>(_ body: (RawSpan?) throws(Failure) -> Void) throws(Failure)
    /// Returns a whole number, or nil for null.
    func integer(at field: Int) -> Int64?
    /// Returns a number, or nil for null.
    func real(at field: Int) -> Double?
    /// Returns a truth value, or nil for null.
    func boolean(at field: Int) -> Bool?
    /// Calls `body` with the UTF-8 of a text, unless it is null; says whether it did.
    func withText(at field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool
    /// Returns a date, time or instant as ISO 8601 text, instants in UTC, or nil for null.
    func isoText(at field: Int) -> String?
    /// Calls `body` with every message of GDAL caught; to be wrapped around a run of features.
    func catchingMessages<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result
  }

  extension FeatureCursor {
    /// Appends the geometry to `column`: curves become lines of edges that turn by at most one
    /// degree each, surfaces become multi-polygons.
    ///
    /// - Throws: When the geometry cannot be held; then nothing is appended.
    package func appendGeometry(to column: inout GeometryColumn) throws(WKBError) {
      try withWKB { (wkb) throws(WKBError) in
        guard let wkb else { return column.appendNone() }
        do throws(WKBError) {
          try column.append(wkb: wkb)
        } catch {
          guard let straight = straightened(wkb, after: error) else { throw error }
          try column.append(wkb: straight.span.bytes)
        }
      }
    }
  }

  /// Returns a geometry without curves and surfaces, or nil when that is not what was wrong.
  private func straightened(_ wkb: RawSpan, after error: WKBError) -> [UInt8]? {
    var code: UInt32? = nil
    switch error {
    case .curved: break
    case .unknownType(let type): code = type
    default: return nil
    }
    var geometry: OGRGeometryH?
    defer { OGR_G_DestroyGeometry(geometry) }
    let result = wkb.withUnsafeBytes {
      OGR_G_CreateFromWkbEx($0.baseAddress, nil, &geometry, $0.count)
    }
    guard result == OGRERR_NONE, let whole = geometry else { return nil }
    if code == nil {
      let straight = OGR_G_GetLinearGeometry(whole, 1, nil)
      OGR_G_DestroyGeometry(whole)
      geometry = straight
    } else {
      geometry = OGR_G_ForceToMultiPolygon(whole)  // consumes its argument
    }
    return geometry.map(bytes)
  }

  private func bytes(of geometry: OGRGeometryH) -> [UInt8] {
    let count = OGR_G_WkbSizeEx(geometry)
    return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
      let result = OGR_G_ExportToIsoWkb(geometry, wkbNDR, buffer.baseAddress)
      initialized = result == OGRERR_NONE ? count : 0
    }
  }
#endif
