import GEOSBridge
import Geometry
import TestSupport
import Testing

/// One row of every shape.
private let shapes: GeometryColumn = {
  var column = GeometryColumn()
  column.appendPoint(Position(61.5, -43.25))
  let shell = square(0, 0, side: 9)
  let hole = square(1, 1, side: 2)
  for lines in [
    [[Position(0, 0), .init(1, 2)]], [[.init(0, 0), .init(1, 2)], [shell[1], shell[2]]],
  ] {
    column.append(0, of: GeometryColumn(LineColumn([lines])))
  }
  column.append(0, of: GeometryColumn(PolygonColumn([[[shell, hole]]])))
  column.append(0, of: GeometryColumn(PolygonColumn([[[shell], [square(20, 0, side: 1)]]])))
  column.appendNone()
  return column
}()

@Test func `every shape goes into GEOS and comes back unchanged`() throws {
  let geos = GEOSContext()
  var copy = GeometryColumn()
  for row in 0..<shapes.count { try copy.append(geos.makeGeometry(row: row, of: shapes)) }
  #expect(copy == shapes)
}

@Test func `a multi-point goes into GEOS and comes back`() throws {
  let geos = GEOSContext()
  let ends = try copied(geos.line([Position(1, 2), Position(3, 4)]).boundary())
  #expect(ends.points.paths.positions(of: 0) == [Position(1, 2), Position(3, 4)])
  #expect(try copied(geos.makeGeometry(row: 0, of: ends)) == ends)
}

@Test func `parts of several rows make one multi-polygon`() throws {
  let column = PolygonColumn([
    [[square(0, 0, side: 2)]], [[square(1, 1, side: 2)], [square(9, 9, side: 1)]],
  ])
  let union = try GEOSContext().makePolygon(parts: 0..<3, of: column).unaryUnion()
  #expect(try union.planarArea == 4 + 4 - 1 + 1)
}

@Test func `a line of one vertex is refused, one of none is empty`() throws {
  let geos = GEOSContext()
  let error = #expect(throws: GEOSError.self) { _ = try geos.line([Position(0, 0)]) }
  #expect(error?.function == "GEOSGeom_createLineString_r")
  #expect(error?.description.contains("IllegalArgument") == true)
  #expect(try geos.line([]).isEmpty)
}

@Test(arguments: [1, 2])
func `short rings are refused wherever they stand`(vertices: Int) throws {
  let geos = GEOSContext()
  let short = Array(square(0, 0, side: 1).prefix(vertices))
  let good = square(0, 0, side: 9)
  for parts in [[[short]], [[good, short]], [[good], [short]], [[good, good], [short, good]]] {
    let error = #expect(throws: GEOSError.self) {
      _ = try geos.makePolygon(row: 0, of: PolygonColumn([parts]))
    }
    #expect(error?.function == "GEOSGeom_createLinearRing_r")
  }
}

@Test func `an unclosed ring is refused`() {
  #expect(throws: GEOSError.self) {
    _ = try GEOSContext().polygon([[Position(0, 0), .init(1, 0), .init(1, 1), .init(0, 1)]])
  }
}

@Test func `a mixture is refused, unless one kind is asked for`() throws {
  let geos = GEOSContext()
  let l = try geos.polygon([
    [
      Position(0, 0), .init(2, 0), .init(2, 2), .init(4, 2), .init(4, 3), .init(0, 3), .init(0, 0),
    ]
  ])
  let box = try geos.makePolygon(box: Box(minX: 1, minY: 1, maxX: 9, maxY: 2))
  let both = try l.intersection(box)
  var column = GeometryColumn()
  #expect(throws: GEOSError.self) { try column.append(both) }
  #expect(column == GeometryColumn())
  #expect(try copied(both, only: .polygon).kinds == [.polygon])
  #expect(try copied(both, only: .line).lines.box(of: 0).maxX == 4)
  #expect(try copied(both, only: .point).kinds == [.none])
}

@Test(arguments: UInt64(1)...4)
func `seeded paths keep every bit`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let rows = (0..<30).map { _ in
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 2...60, using: &random)).map { _ in
        Position(
          .random(in: -180...180, using: &random), .random(in: -90...90, using: &random))
      }
    }
  }
  let column = GeometryColumn(LineColumn(rows))
  let geos = GEOSContext()
  var copy = GeometryColumn()
  for row in 0..<column.count { try copy.append(geos.makeGeometry(row: row, of: column)) }
  #expect(copy == column)
}
