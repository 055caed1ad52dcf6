extension GeometryColumn {
  /// Appends one row read from well-known binary, ISO or EWKB, of either byte order.
  ///
  /// Z and M are dropped. Empty geometries, and the point of two NaNs by which WKB writes the empty
  /// point, become a row of kind `none`. Collections of one kind become the multi-geometry of that
  /// kind. Rings and lines are taken as they are; validity is decided later.
  ///
  /// - Throws: When the bytes are broken or the geometry cannot be held; then nothing is appended.
  /// - Complexity: O(*n*) in the number of bytes.
  public mutating func append(wkb: RawSpan) throws(WKBError) {
    var reader = WKBReader()
    do {
      let kind = try appendParts(&reader, wkb, depth: 0)
      endRow(kind)
    } catch {
      abandonRow()
      throw error
    }
  }

  /// Reads one geometry, part or collection into the open row and says what kind it is.
  private mutating func appendParts(
    _ reader: inout WKBReader, _ bytes: RawSpan, depth: Int
  ) throws(WKBError) -> GeometryKind {
    guard depth <= 32 else { throw .nestedTooDeeply }
    let header = try reader.readHeader(bytes)
    switch header.type {
    case 1: return try appendPointPart(&reader, bytes, header)
    case 2: return try appendLinePart(&reader, bytes, header)
    case 3: return try appendPolygonPart(&reader, bytes, header)
    case 4, 5, 6, 7: return try appendCollection(header.type, &reader, bytes, depth: depth)
    case 8: throw .curved("CircularString")
    case 9: throw .curved("CompoundCurve")
    case 10: throw .curved("CurvePolygon")
    case 11: throw .curved("MultiCurve")
    case 12: throw .curved("MultiSurface")
    default: throw .unknownType(header.type)
    }
  }

  private mutating func appendCollection(
    _ type: UInt32, _ reader: inout WKBReader, _ bytes: RawSpan, depth: Int
  ) throws(WKBError) -> GeometryKind {
    var kind = GeometryKind.none
    for _ in 0..<(try reader.readCount(bytes)) {
      let part = try appendParts(&reader, bytes, depth: depth + 1)
      if part == .none { continue }
      if kind != .none && part != kind { throw .mixedCollection }
      if type != 7 && UInt32(part.rawValue) != type - 3 {
        throw .misplacedPart(UInt32(part.rawValue))
      }
      kind = part
    }
    return kind
  }

  private mutating func appendPointPart(
    _ reader: inout WKBReader, _ bytes: RawSpan, _ header: WKBReader.Header
  ) throws(WKBError) -> GeometryKind {
    try reader.readVertices(1, dimensions: header.dimensions, of: bytes, into: &points.paths)
    let vertex = points.paths.position(at: points.paths.vertexCount - 1)
    guard vertex.x.isNaN && vertex.y.isNaN else { return .point }
    points.paths.removeLastVertex()
    return .none
  }

  private mutating func appendLinePart(
    _ reader: inout WKBReader, _ bytes: RawSpan, _ header: WKBReader.Header
  ) throws(WKBError) -> GeometryKind {
    let count = Int(try reader.readCount(bytes))
    guard count > 0 else { return .none }
    try reader.readVertices(
      count, dimensions: header.dimensions, of: bytes, into: &lines.paths)
    lines.paths.endPath()
    return .line
  }

  private mutating func appendPolygonPart(
    _ reader: inout WKBReader, _ bytes: RawSpan, _ header: WKBReader.Header
  ) throws(WKBError) -> GeometryKind {
    var isEmpty = true
    for _ in 0..<(try reader.readCount(bytes)) {
      let count = Int(try reader.readCount(bytes))
      guard count > 0 else { continue }
      try reader.readVertices(
        count, dimensions: header.dimensions, of: bytes, into: &polygons.rings)
      polygons.rings.endPath()
      isEmpty = false
    }
    if isEmpty { return .none }
    polygons.endPart()
    return .polygon
  }
}
