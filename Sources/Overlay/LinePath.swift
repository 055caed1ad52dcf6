import Geometry

/// Where a path comes from and goes to at any of its places; closed paths have no ends.
struct LinePath {
  private let paths: PathSet
  private let vertices: Range<Int>
  private let isClosed: Bool
  /// The row that owns the path.
  let row: Int

  init(_ lines: LineColumn, path: Int, row: Int) {
    paths = lines.paths
    self.row = row
    vertices = paths.vertices(of: path)
    isClosed =
      paths.position(at: vertices.lowerBound) == paths.position(at: vertices.upperBound - 1)
  }

  /// The ends of a segment.
  func ends(ofSegment segment: Int) -> (Position, Position) {
    (paths.position(at: segment), paths.position(at: segment + 1))
  }

  /// Names a position that lies exactly on a segment.
  func place(onSegment segment: Int, at position: Position) -> LinePlace {
    let (a, b) = ends(ofSegment: segment)
    guard position == b else { return LinePlace(segment, a, b, at: position) }
    if let next = segmentWithLength(from: segment + 1) { return start(ofSegment: next) }
    guard isClosed, let first = segmentWithLength(from: vertices.lowerBound) else {
      return LinePlace(segment, a, b, at: position)
    }
    return start(ofSegment: first)
  }

  private func start(ofSegment segment: Int) -> LinePlace {
    let (a, b) = ends(ofSegment: segment)
    return LinePlace(segment, a, b, at: a)
  }

  /// The first segment with a length at or behind a vertex.
  private func segmentWithLength(from vertex: Int) -> Int? {
    var segment = vertex
    while segment + 1 < vertices.upperBound {
      let (a, b) = ends(ofSegment: segment)
      if a != b { return segment }
      segment += 1
    }
    return nil
  }

  /// Whether a place is the one where a closed path ends and starts.
  func isSeam(_ place: LinePlace) -> Bool {
    guard isClosed && place.position == paths.position(at: vertices.lowerBound) else {
      return false
    }
    return segmentWithLength(from: vertices.lowerBound) == place.segment
  }

  /// Whether an open path starts or ends in a place.
  func isEnd(_ place: LinePlace) -> Bool {
    neighbour(of: place, .onward) == nil || neighbour(of: place, .backward) == nil
  }

  /// The nearest different vertex behind a place, or before it; nil at the end of an open path.
  func neighbour(of place: LinePlace, _ direction: LineDirection) -> Position? {
    direction == .onward ? next(of: place) : previous(of: place)
  }

  private func previous(of place: LinePlace) -> Position? {
    let start = paths.position(at: place.segment)
    if place.position != start { return start }
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

  private func next(of place: LinePlace) -> Position? {
    let end = paths.position(at: place.segment + 1)
    return place.position == end ? nil : end
  }

  /// Names a place as the results do.
  func cut(at place: LinePlace) -> CutPosition {
    let (a, b) = ends(ofSegment: place.segment)
    if place.position == a || place.position == b {
      return CutPosition(
        segment: place.segment, fraction: place.position == a ? 0 : 1, position: place.position)
    }
    return CutPosition(
      inside: place.segment, fraction: SegmentPlace(vertex: place.position, on: a, b).fraction,
      position: place.position)
  }
}

/// One of the two ways in which a path leaves a place of it.
enum LineDirection {
  /// Towards the end of the path.
  case onward
  /// Towards its start.
  case backward

  var opposite: LineDirection { self == .onward ? .backward : .onward }
}
