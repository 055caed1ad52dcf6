import Geometry

/// One path of a line that has a length, from its first to its last segment.
///
/// A segment is named by its first vertex. Repeated vertices make no segment: those around them meet
/// in the repeated position.
struct PathSpan {
  /// Where the vertices of the path are.
  let paths: PathSet
  /// Which of them it is.
  let path: Int
  /// The first segment that has a length.
  private let first: Int
  /// The last segment that has a length.
  private let last: Int
  /// Whether the path ends where it starts.
  let isClosed: Bool

  /// Names a path; nil where it has no two different positions.
  init?(_ paths: PathSet, path: Int) {
    let vertices = paths.vertices(of: path)
    guard let first = vertices.dropLast().first(where: { Self.hasLength($0, paths) }),
      let last = vertices.dropLast().last(where: { Self.hasLength($0, paths) })
    else { return nil }
    (self.paths, self.path, self.first, self.last) = (paths, path, first, last)
    isClosed =
      paths.position(at: vertices.lowerBound) == paths.position(at: vertices.upperBound - 1)
  }

  private static func hasLength(_ segment: Int, _ paths: PathSet) -> Bool {
    paths.position(at: segment) != paths.position(at: segment + 1)
  }

  /// The segments from the first to the last one that has a length.
  var segments: ClosedRange<Int> { first...last }

  /// The positions between which a segment runs.
  @inline(__always)
  func ends(ofSegment segment: Int) -> (Position, Position) {
    (paths.position(at: segment), paths.position(at: segment + 1))
  }

  /// The start of the last segment with a length before another one.
  func previous(ofSegment segment: Int) -> Position {
    var before = segment - 1
    while !Self.hasLength(before, paths) && before > first { before -= 1 }
    return paths.position(at: before)
  }

  /// The start of the path.
  var start: CutPosition {
    CutPosition(segment: first, fraction: 0, position: paths.position(at: first))
  }

  /// The end of the path.
  var end: CutPosition {
    CutPosition(segment: last, fraction: 1, position: paths.position(at: last + 1))
  }
}
