internal import Geometry

/// Reads GeoJSON geometries into the open row of a column.
///
/// Z and M are dropped. Empty coordinates are no geometry. Rings and lines are taken as they are,
/// whatever their orientation; validity is decided later.
struct GeoJSONGeometryReader {
  /// The deepest nesting of geometry collections that is followed.
  private static let depthLimit = 32

  /// Refuses collections that are nested deeper than any sensible file nests them.
  static func requireDepth(_ depth: Int, _ scanner: JSONScanner) throws(JSONFault) {
    guard depth <= depthLimit else {
      throw scanner.fault("geometry collections are nested more than \(depthLimit) deep")
    }
  }

  /// The vertices of the path that is being read.
  private var ordinates: [Double] = []

  /// Reads the value of a `geometry` member or a bare geometry.
  ///
  /// - Returns: The kind of the row to end; `none` for null and empty geometries.
  /// - Throws: When the geometry is broken or mixes kinds; then the row must be abandoned, and
  ///   where the scanner stands means nothing.
  mutating func read(
    _ scanner: inout JSONScanner, into column: inout GeometryColumn, depth: Int = 0
  ) throws(JSONFault) -> GeometryKind {
    if scanner.peek == UInt8(ascii: "n") {
      try scanner.skipValue()
      return .none
    }
    try Self.requireDepth(depth, scanner)
    var members = Members(start: scanner.offset)
    var kind: GeometryKind?
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextMember(&isFirst) {
      guard let isValue = try members.read(key, &scanner) else { continue }
      if isValue, kind == nil, let type = members.type {
        // The usual order, type first, needs no second walk over the coordinates.
        kind = try readValue(of: type, &scanner, into: &column, depth: depth)
      } else {
        try scanner.skipCoordinates()
      }
    }
    if let kind { return kind }
    let end = scanner.offset
    let (type, value) = try members.complete()
    scanner.offset = value
    defer { scanner.offset = end }
    return try readValue(of: type, &scanner, into: &column, depth: depth)
  }

  /// The members of a geometry; none may be there twice.
  private struct Members {
    let start: Int
    var type: GeoJSONType?
    var coordinates: Int?
    var geometries: Int?

    /// Takes note of a member; returns nil behind its value, or else whether its value is known to
    /// be that of the geometry.
    mutating func read(_ key: JSONText, _ scanner: inout JSONScanner) throws(JSONFault) -> Bool? {
      if scanner.matches(key, "coordinates") {
        guard coordinates == nil else { throw scanner.fault("coordinates are given twice") }
        coordinates = scanner.offset
        return type?.geometryType != nil
      }
      if scanner.matches(key, "geometries") {
        guard geometries == nil else { throw scanner.fault("geometries are given twice") }
        geometries = scanner.offset
        return type == .geometryCollection
      }
      guard scanner.matches(key, "type") else { return false }
      guard type == nil else { throw scanner.fault("the type is given twice") }
      type = try GeoJSONType(&scanner)
      return nil
    }

    /// The type, and where the value starts.
    func complete() throws(JSONFault) -> (GeoJSONType, Int) {
      guard let type, type.isGeometry else {
        throw JSONFault(offset: start, reason: "the geometry has no type that GeoJSON defines")
      }
      guard let value = type == .geometryCollection ? geometries : coordinates else {
        throw JSONFault(
          offset: start,
          reason: type == .geometryCollection ? "no geometries" : "no coordinates")
      }
      return (type, value)
    }
  }

  private mutating func readValue(
    of type: GeoJSONType, _ scanner: inout JSONScanner, into column: inout GeometryColumn,
    depth: Int
  ) throws(JSONFault) -> GeometryKind {
    switch type {
    case .point: return try readPoint(&scanner, into: &column)
    case .multiPoint:
      guard try readPositions(&scanner) else { return .none }
      column.points.paths.append(interleaved: ordinates.span)
      return .point
    case .lineString: return try readLine(&scanner, into: &column) ? .line : .none
    case .polygon: return try readPolygon(&scanner, into: &column) ? .polygon : .none
    case .multiLineString, .multiPolygon:
      return try readParts(of: type, &scanner, into: &column)
    default: return try readCollection(&scanner, into: &column, depth: depth)
    }
  }

  private mutating func readPoint(
    _ scanner: inout JSONScanner, into column: inout GeometryColumn
  ) throws(JSONFault) -> GeometryKind {
    ordinates.removeAll(keepingCapacity: true)
    try openArray(&scanner)
    if closesArray(&scanner) { return .none }
    try readOrdinates(&scanner)
    column.points.paths.append(interleaved: ordinates.span)
    return .point
  }

  private mutating func readLine(
    _ scanner: inout JSONScanner, into column: inout GeometryColumn
  ) throws(JSONFault) -> Bool {
    guard try readPositions(&scanner) else { return false }
    column.lines.paths.append(interleaved: ordinates.span)
    column.lines.paths.endPath()
    return true
  }

  private mutating func readPolygon(
    _ scanner: inout JSONScanner, into column: inout GeometryColumn
  ) throws(JSONFault) -> Bool {
    try openArray(&scanner)
    var isFirst = true
    var ringCount = 0
    while try scanner.nextElement(&isFirst) {
      guard try readPositions(&scanner) else { throw scanner.fault("a ring has no positions") }
      column.polygons.rings.append(interleaved: ordinates.span)
      column.polygons.rings.endPath()
      ringCount += 1
    }
    if ringCount == 0 { return false }
    column.polygons.endPart()
    return true
  }

  private mutating func readParts(
    of type: GeoJSONType, _ scanner: inout JSONScanner, into column: inout GeometryColumn
  ) throws(JSONFault) -> GeometryKind {
    try openArray(&scanner)
    var isFirst = true
    var isEmpty = true
    while try scanner.nextElement(&isFirst) {
      let hasPart =
        type == .multiLineString
        ? try readLine(&scanner, into: &column) : try readPolygon(&scanner, into: &column)
      if hasPart { isEmpty = false }
    }
    if isEmpty { return .none }
    return type == .multiLineString ? .line : .polygon
  }

  private mutating func readCollection(
    _ scanner: inout JSONScanner, into column: inout GeometryColumn, depth: Int
  ) throws(JSONFault) -> GeometryKind {
    try openArray(&scanner)
    var isFirst = true
    var kind = GeometryKind.none
    while try scanner.nextElement(&isFirst) {
      let start = scanner.offset
      let part = try read(&scanner, into: &column, depth: depth + 1)
      if part == .none { continue }
      if kind != .none, part != kind {
        throw JSONFault(
          offset: start,
          reason: "the geometry collection mixes points, lines and polygons; split it by kind first"
        )
      }
      kind = part
    }
    return kind
  }

  /// Reads an array of positions into `ordinates`; returns false if it is empty.
  private mutating func readPositions(_ scanner: inout JSONScanner) throws(JSONFault) -> Bool {
    ordinates.removeAll(keepingCapacity: true)
    try openArray(&scanner)
    if closesArray(&scanner) { return false }
    while true {
      try openArray(&scanner)
      try readOrdinates(&scanner)
      if closesArray(&scanner) { return true }
      guard scanner.peek == UInt8(ascii: ",") else { throw scanner.fault("expected ',' or ']'") }
      scanner.offset += 1
    }
  }

  /// Reads what follows the opening bracket of a position: at least two numbers.
  @inline(__always)
  private mutating func readOrdinates(_ scanner: inout JSONScanner) throws(JSONFault) {
    ordinates.append(try readOrdinate(&scanner))
    guard scanner.peek == UInt8(ascii: ",") else {
      throw scanner.fault("a position needs two numbers")
    }
    scanner.offset += 1
    ordinates.append(try readOrdinate(&scanner))
    while scanner.peek == UInt8(ascii: ",") {
      scanner.offset += 1
      _ = try readOrdinate(&scanner)
    }
    guard scanner.peek == UInt8(ascii: "]") else { throw scanner.fault("expected ',' or ']'") }
    scanner.offset += 1
  }

  @inline(__always)
  private func readOrdinate(_ scanner: inout JSONScanner) throws(JSONFault) -> Double {
    scanner.skipSpace()
    let start = scanner.offset
    guard let ordinate = DecimalNumber.scan(scanner.bytes, &scanner.offset) else {
      throw scanner.fault("expected a number")
    }
    guard ordinate.isFinite else {
      throw JSONFault(offset: start, reason: "an ordinate is too great")
    }
    scanner.skipSpace()
    return ordinate
  }

  @inline(__always)
  private func openArray(_ scanner: inout JSONScanner) throws(JSONFault) {
    scanner.skipSpace()
    guard scanner.peek == UInt8(ascii: "[") else { throw scanner.fault("expected '['") }
    scanner.offset += 1
  }

  @inline(__always)
  private func closesArray(_ scanner: inout JSONScanner) -> Bool {
    scanner.skipSpace()
    guard scanner.peek == UInt8(ascii: "]") else { return false }
    scanner.offset += 1
    return true
  }
}
