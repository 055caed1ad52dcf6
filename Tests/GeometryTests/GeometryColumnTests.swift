import Geometry
import Testing

@Test func `rows of one kind are in the order of their slots`() {
  var column = GeometryColumn()
  let square = [Position(0, 0), Position(1, 0), Position(1, 1), Position(0, 0)]
  let polygons = GeometryColumn(PolygonColumn([[[square]], []]))
  let lines = GeometryColumn(LineColumn([[square], [Array(square.dropLast())]]))
  column.append(1, of: lines)
  column.appendPoint(Position(3, 4))
  column.appendNone()
  column.append(0, of: polygons)
  column.append(0, of: lines)
  column.append(1, of: column)
  #expect(column.kinds == [.line, .point, .none, .polygon, .line, .point])
  for kind in [GeometryKind.point, .line, .polygon] {
    #expect(
      column.rows(of: kind).map { column.slots[$0] } == Array(0..<column.rows(of: kind).count))
  }
  #expect(column.rows(of: .none) == [2])
  #expect(column.rows(of: .point) == [1, 5])
  #expect(column.lines.paths.positions(of: 1) == square)
  #expect(column.box(of: 2).isEmpty)
  #expect(column.box(of: 3) == Box(minX: 0, minY: 0, maxX: 1, maxY: 1))
  #expect(column.vertexCount == 3 + 1 + 4 + 4 + 1)
}
