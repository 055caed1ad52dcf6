public import Geometry

extension GeometryColumn {
  /// Appends one row read from well-known text, OGC or EWKT, in any case.
  ///
  /// Z and M are dropped, and so is the SRID of EWKT. Empty geometries become a row of kind `none`,
  /// collections of one kind the multi-geometry of that kind. Rings and lines are taken as they
  /// are; validity is decided later.
  ///
  /// - Throws: When the text is broken or the geometry cannot be held; then nothing is appended.
  public mutating func append(wkt text: String) throws(WKTError) {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { bytes throws(WKTError) in try append(wkt: bytes) }
  }

  /// Appends one row read from well-known text as UTF-8.
  mutating func append(wkt bytes: UnsafeBufferPointer<UInt8>) throws(WKTError) {
    var parser = WKTParser(bytes)
    do {
      endRow(try parser.parse(into: &self))
    } catch {
      abandonRow()
      throw error
    }
  }

  /// Returns one row as well-known text; a row without geometry as `GEOMETRYCOLLECTION EMPTY`.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - asMulti: Whether a row of one part is written as a multi-geometry.
  ///   - decimals: The most digits behind the point; nil for the shortest text that reads back
  ///     exactly.
  /// - Returns: For instance `LINESTRING (0 0, 1.5 1)`.
  public func wkt(of row: Int, asMulti: Bool = false, decimals: Int? = nil) -> String {
    var bytes: [UInt8] = []
    let writer = WKTWriter(format: OrdinateFormat(decimals: decimals), isMulti: asMulti)
    writer.append(row, of: self, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
