public import Geometry

extension LineColumn {
  /// Appends a row of another column.
  public mutating func append(_ row: Int, of other: LineColumn) {
    append(pathsOf: row, of: other)
    endRow()
  }

  /// Appends the boundary of a polygon as one row: shells counter-clockwise, holes clockwise, so that
  /// the inside lies to the left.
  ///
  /// - Parameters:
  ///   - row: The row of a valid polygon.
  ///   - polygons: The column that holds it.
  public mutating func append(boundaryOf row: Int, of polygons: PolygonColumn) {
    for part in polygons.partIndices(of: row) {
      let rings = polygons.ringIndices(ofPart: part)
      for ring in rings where !polygons.rings.vertices(of: ring).isEmpty {
        let isShell = ring == rings.lowerBound
        if polygons.rings.isCounterClockwise(ring: ring) == isShell {
          polygons.rings.withPath(at: ring) { paths.append(interleaved: $0) }
        } else {
          for vertex in polygons.rings.vertices(of: ring).reversed() {
            let position = polygons.rings.position(at: vertex)
            paths.append(x: position.x, y: position.y)
          }
        }
        paths.endPath()
      }
    }
    endRow()
  }
}
