public import Geometry

extension LineColumn {
  /// Appends the vertices of a part of a line of `source` as a row of one path.
  ///
  /// The cut places are included, repeated vertices are not.
  public mutating func append(_ part: LinePart, of source: LineColumn) {
    append(part.from.position)
    let last = part.to.fraction == 0 ? part.to.segment - 1 : part.to.segment
    for vertex in stride(from: part.from.segment + 1, through: last, by: 1) {
      append(source.paths.position(at: vertex))
    }
    append(part.to.position)
    paths.endPath()
    endRow()
  }

  private mutating func append(_ position: Position) {
    let end = paths.vertexCount
    if paths.openCount > 0 && paths.position(at: end - 1) == position { return }
    paths.append(x: position.x, y: position.y)
  }
}

extension Piece {
  /// The piece as a part of its line.
  public var part: LinePart { LinePart(from: from, to: to) }
}
