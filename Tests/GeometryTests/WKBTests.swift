import Geometry
import TestSupport
import Testing

/// Every shape that a row can have.
let exampleColumn: GeometryColumn = {
  var column = GeometryColumn()
  column.appendPoint(Position(61.5, -43.25))
  column.appendNone()
  column.append(0, of: GeometryColumn(LineColumn([[[.init(0, 0), .init(1, 2), .init(3, 4)]]])))
  column.append(
    0, of: GeometryColumn(LineColumn([[[.init(0, 0), .init(1, 2)], [.init(5, 5), .init(6, 7)]]])))
  let shell = [Position(0, 0), .init(9, 0), .init(9, 9), .init(0, 9), .init(0, 0)]
  let hole = [Position(1, 1), .init(2, 1), .init(2, 2), .init(1, 1)]
  column.append(0, of: GeometryColumn(PolygonColumn([[[shell, hole]]])))
  column.append(0, of: GeometryColumn(PolygonColumn([[[shell], [hole]]])))
  return column
}()

@Test(arguments: [false, true])
func `every shape survives well-known binary`(asMulti: Bool) throws {
  var copy = GeometryColumn()
  for row in 0..<exampleColumn.count {
    var bytes: [UInt8] = []
    exampleColumn.appendWKB(of: row, asMulti: asMulti, to: &bytes)
    try copy.append(wkb: bytes.span.bytes)
  }
  #expect(copy == exampleColumn)
}

@Test func `big-endian bytes, Z, M and the SRID of EWKB are understood`() throws {
  func bigEndian(_ type: UInt32, _ words: [UInt32] = [], _ ordinates: [Double]) -> [UInt8] {
    var bytes: [UInt8] = [0]
    for word in [type] + words {
      bytes += (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) }
    }
    for ordinate in ordinates {
      bytes += (0..<8).map {
        UInt8(truncatingIfNeeded: ordinate.bitPattern >> (56 - 8 * UInt64($0)))
      }
    }
    return bytes
  }
  for bytes in [
    bigEndian(1, [], [1, 2]), bigEndian(1001, [], [1, 2, 3]), bigEndian(2001, [], [1, 2, 3]),
    bigEndian(3001, [], [1, 2, 3, 4]), bigEndian(0x8000_0001, [], [1, 2, 3]),
    bigEndian(0xE000_0001, [4326], [1, 2, 3, 4]),
  ] {
    var column = GeometryColumn()
    try column.append(wkb: bytes.span.bytes)
    #expect(column.points.paths.positions(of: 0) == [Position(1, 2)])
  }
}

@Test func `the point of two NaNs and empty geometries are rows without geometry`() throws {
  var column = GeometryColumn()
  let nan = withUnsafeBytes(of: Double.nan.bitPattern.littleEndian) { Array($0) }
  let noPoint: [UInt8] = [1, 1, 0, 0, 0] + nan + nan
  try column.append(wkb: noPoint.span.bytes)
  let noLine: [UInt8] = [1, 2, 0, 0, 0, 0, 0, 0, 0]
  try column.append(wkb: noLine.span.bytes)
  let nothing: [UInt8] = [1, 7, 0, 0, 0, 0, 0, 0, 0]
  try column.append(wkb: nothing.span.bytes)
  #expect(column.kinds == [.none, .none, .none])
  #expect(column.vertexCount == 0)
}

@Test func `a collection of one kind is a multi-geometry, a mixed one is refused`() throws {
  func collection(_ rows: [Int]) -> [UInt8] {
    var bytes: [UInt8] = [1, 7, 0, 0, 0, UInt8(rows.count), 0, 0, 0]
    for row in rows { exampleColumn.appendWKB(of: row, asMulti: false, to: &bytes) }
    return bytes
  }
  var column = GeometryColumn()
  try column.append(wkb: collection([2, 3]).span.bytes)
  #expect(column.lines.pathIndices(of: 0).count == 3)
  #expect(throws: WKBError.mixedCollection) {
    try column.append(wkb: collection([2, 0]).span.bytes)
  }
  #expect(column.count == 1)
  #expect(column.points.paths.vertexCount == 0)
  #expect(column.lines.paths.count == 3)
}

@Test func `curves, unknown types and byte orders are named`() {
  func error(_ bytes: [UInt8]) -> WKBError? {
    var column = GeometryColumn()
    return #expect(throws: WKBError.self) { try column.append(wkb: bytes.span.bytes) }
  }
  #expect(error([1, 8, 0, 0, 0]) == .curved("CircularString"))
  #expect(error([1, 99, 0, 0, 0]) == .unknownType(99))
  #expect(error([7, 1, 0, 0, 0]) == .unknownByteOrder(7))
  #expect(error([]) == .truncated(atByte: 0))
  #expect(error([1, 2, 0, 0, 0, 255, 255, 255, 255]) == .truncated(atByte: 9))
  let nested = [[UInt8]](repeating: [1, 7, 0, 0, 0, 1, 0, 0, 0], count: 40).flatMap(\.self)
  #expect(error(nested) == .nestedTooDeeply)
}

@Test(arguments: UInt64(1)...4)
func `bytes cut off or changed anywhere give an error or a geometry, never a trap`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  var bytes: [UInt8] = []
  for row in 0..<exampleColumn.count {
    bytes.removeAll()
    exampleColumn.appendWKB(of: row, asMulti: true, to: &bytes)
    for cut in 0..<bytes.count {
      var column = GeometryColumn()
      try? column.append(wkb: Array(bytes[..<cut]).span.bytes)
      var changed = bytes
      changed[cut] = Bool.random(using: &random) ? 255 : UInt8.random(in: 0...9, using: &random)
      try? column.append(wkb: changed.span.bytes)
      #expect(column.kinds.count <= 2)
    }
  }
}
