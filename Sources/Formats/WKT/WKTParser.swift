internal import Geometry

/// Reads one geometry of well-known text into the open row of a column.
struct WKTParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  /// The deepest nesting of collections that is followed.
  private static let depthLimit = 32

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The names of the types that a column can hold.
  private enum TypeName: String {
    case point = "POINT"
    case lineString = "LINESTRING"
    case polygon = "POLYGON"
    case multiPoint = "MULTIPOINT"
    case multiLineString = "MULTILINESTRING"
    case multiPolygon = "MULTIPOLYGON"
    case collection = "GEOMETRYCOLLECTION"

    var geometryType: GeometryType {
      switch self {
      case .point: .point
      case .lineString: .lineString
      case .polygon: .polygon
      case .multiPoint: .multiPoint
      case .multiLineString: .multiLineString
      case .multiPolygon: .multiPolygon
      case .collection: .unknown
      }
    }
  }

  /// Looks at the start of the text alone: the SRID of EWKT and the type, `unknown` for a
  /// collection; nil if the text is no WKT.
  mutating func readHeader() -> (srid: Int?, type: GeometryType)? {
    do {
      let srid = try readSRID()
      let type = try readTypeName().geometryType
      return accept(UInt8(ascii: "(")) || acceptWord("EMPTY") ? (srid, type) : nil
    } catch {
      return nil
    }
  }

  /// Reads the whole text.
  ///
  /// - Returns: The kind of the row to end; `none` for empty geometries.
  /// - Throws: When the text is broken; then the row must be abandoned.
  mutating func parse(into column: inout GeometryColumn) throws(WKTError) -> GeometryKind {
    _ = try readSRID()
    let kind = try readGeometry(into: &column, depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw fault("more text behind the geometry") }
    return kind
  }

  private func fault(_ reason: String) -> WKTError { WKTError(offset: offset, reason: reason) }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  /// Steps over white space and a byte, if that comes next.
  private mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(WKTError) {
    guard accept(byte) else { throw fault("expected '\(Character(UnicodeScalar(byte)))'") }
  }

  /// Reads letters, in capitals.
  private mutating func readWord() -> String {
    skipSpace()
    let start = offset
    while offset < bytes.count, 0x41...0x5A ~= bytes[offset] & 0xDF { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).uppercased()
  }

  private mutating func acceptWord(_ word: String) -> Bool {
    let start = offset
    if readWord() == word { return true }
    offset = start
    return false
  }

  /// Reads `SRID=4326;`, where it is there.
  private mutating func readSRID() throws(WKTError) -> Int? {
    guard acceptWord("SRID") else { return nil }
    try expect(UInt8(ascii: "="))
    let start = offset
    while offset < bytes.count, bytes[offset] &- 48 < 10 { offset += 1 }
    guard let srid = Int64(digits: bytes[start..<offset]) else { throw fault("expected an SRID") }
    try expect(UInt8(ascii: ";"))
    return Int(srid)
  }

  /// Reads the type and the mark of its dimensions.
  private mutating func readTypeName() throws(WKTError) -> TypeName {
    skipSpace()
    let start = offset
    let word = readWord()
    for dimensions in ["", "Z", "M", "ZM"] where word.hasSuffix(dimensions) {
      guard let name = TypeName(rawValue: String(word.dropLast(dimensions.count))) else { continue }
      for mark in ["Z", "M", "ZM"] where acceptWord(mark) { break }
      return name
    }
    offset = start
    throw fault(word.isEmpty ? "expected a geometry type" : "cannot hold the type \(word)")
  }

  private mutating func readGeometry(
    into column: inout GeometryColumn, depth: Int
  ) throws(WKTError) -> GeometryKind {
    guard depth <= Self.depthLimit else {
      throw fault("collections are nested more than \(Self.depthLimit) deep")
    }
    let name = try readTypeName()
    if acceptWord("EMPTY") { return .none }
    switch name {
    case .point:
      try expect(UInt8(ascii: "("))
      try readPosition(into: &column.points.paths)
      try expect(UInt8(ascii: ")"))
      return .point
    case .lineString:
      try readLine(into: &column)
      return .line
    case .polygon:
      try readPolygon(into: &column)
      return .polygon
    case .multiPoint:
      return try readParts(.point) { parser throws(WKTError) in try parser.readPoint(into: &column)
      }
    case .multiLineString:
      return try readParts(.line) { parser throws(WKTError) in try parser.readLine(into: &column) }
    case .multiPolygon:
      return try readParts(.polygon) { parser throws(WKTError) in
        try parser.readPolygon(into: &column)
      }
    case .collection: return try readCollection(into: &column, depth: depth)
    }
  }

  /// Reads parts in parentheses, of which some may be empty; `none` if all are.
  private mutating func readParts(
    _ kind: GeometryKind, _ readPart: (inout WKTParser) throws(WKTError) -> Void
  ) throws(WKTError) -> GeometryKind {
    var isEmpty = true
    try expect(UInt8(ascii: "("))
    repeat {
      if acceptWord("EMPTY") { continue }
      try readPart(&self)
      isEmpty = false
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: ")"))
    return isEmpty ? .none : kind
  }

  private mutating func readCollection(
    into column: inout GeometryColumn, depth: Int
  ) throws(WKTError) -> GeometryKind {
    var kind = GeometryKind.none
    try expect(UInt8(ascii: "("))
    repeat {
      let part = try readGeometry(into: &column, depth: depth + 1)
      if part == .none { continue }
      guard kind == .none || part == kind else {
        throw fault("the collection mixes points, lines and polygons; split it by kind first")
      }
      kind = part
    } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: ")"))
    return kind
  }

  /// Reads a point of a multi-point, in parentheses of its own or not.
  private mutating func readPoint(into column: inout GeometryColumn) throws(WKTError) {
    let isWrapped = accept(UInt8(ascii: "("))
    try readPosition(into: &column.points.paths)
    if isWrapped { try expect(UInt8(ascii: ")")) }
  }

  private mutating func readLine(into column: inout GeometryColumn) throws(WKTError) {
    try readPath(into: &column.lines.paths)
  }

  private mutating func readPolygon(into column: inout GeometryColumn) throws(WKTError) {
    try expect(UInt8(ascii: "("))
    repeat { try readPath(into: &column.polygons.rings) } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: ")"))
    column.polygons.endPart()
  }

  private mutating func readPath(into paths: inout PathSet) throws(WKTError) {
    try expect(UInt8(ascii: "("))
    repeat { try readPosition(into: &paths) } while accept(UInt8(ascii: ","))
    try expect(UInt8(ascii: ")"))
    paths.endPath()
  }

  private mutating func readPosition(into paths: inout PathSet) throws(WKTError) {
    let x = try readOrdinate()
    let y = try readOrdinate()
    paths.append(x: x, y: y)
    for _ in 0..<2 {
      skipSpace()
      guard offset < bytes.count, bytes[offset] != UInt8(ascii: ","),
        bytes[offset] != UInt8(ascii: ")")
      else { return }
      _ = try readOrdinate()
    }
  }

  private mutating func readOrdinate() throws(WKTError) -> Double {
    skipSpace()
    let start = offset
    guard let ordinate = DecimalNumber.scan(bytes, &offset), ordinate.isFinite else {
      offset = start
      throw fault("expected a number")
    }
    return ordinate
  }
}
