import Geometry

/// Where a path comes from and goes to at any of its places; closed paths have no ends.
struct PathNeighbours {
  let paths: PathSet
  let vertices: Range<Int>
  private let isClosed: Bool

  init(_ paths: PathSet, path: Int) {
    self.paths = paths
    vertices = paths.vertices(of: path)
    isClosed =
      paths.position(at: vertices.lowerBound) == paths.position(at: vertices.upperBound - 1)
  }

  /// The one name of a place on segment `vertex`: a vertex is the start of its segment, repeated
  /// vertices are the last of them, and the end of a closed path is its start.
  func place(onSegment vertex: Int, at position: Position, fraction: Double) -> CutPosition {
    guard position == paths.position(at: vertex + 1) else {
      let isStart = position == paths.position(at: vertex)
      return CutPosition(segment: vertex, fraction: isStart ? 0 : fraction, position: position)
    }
    var next = vertex + 1
    while next + 1 < vertices.upperBound && paths.position(at: next + 1) == position { next += 1 }
    if next + 1 < vertices.upperBound {
      return CutPosition(segment: next, fraction: 0, position: position)
    }
    guard isClosed else { return CutPosition(segment: vertex, fraction: 1, position: position) }
    var first = vertices.lowerBound
    while paths.position(at: first + 1) == position { first += 1 }
    return CutPosition(segment: first, fraction: 0, position: position)
  }

  /// The nearest different vertex before a place, or nil at the start of an open path.
  func previous(of place: CutPosition) -> Position? {
    if place.fraction > 0 { return paths.position(at: place.segment) }
    var vertex = place.segment
    for _ in vertices {
      if vertex == vertices.lowerBound {
        guard isClosed else { return nil }
        vertex = vertices.upperBound - 1
      }
      vertex -= 1
      let position = paths.position(at: vertex)
      if position != place.position { return position }
    }
    return nil
  }

  /// The nearest different vertex behind a place, or nil at the end of an open path.
  func next(of place: CutPosition) -> Position? {
    place.fraction == 1 ? nil : paths.position(at: place.segment + 1)
  }
}
