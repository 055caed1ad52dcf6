import Geometry

/// The one name of a place of a path: a vertex is the start of its segment, repeated vertices are
/// the last of them, and the end of a closed path is its start.
///
/// Places are in order along the path, exactly.
struct LinePlace: Comparable {
  /// The first vertex of a segment with a length.
  let segment: Int
  let position: Position
  /// Grows along the segment: the ordinate by which it runs, or its negative.
  private let progress: Double

  /// Names a place on the segment from `a` to `b`.
  init(_ segment: Int, _ a: Position, _ b: Position, at position: Position) {
    self.segment = segment
    self.position = position
    progress = Self.progress(of: position, a, b)
  }

  /// Puts positions that lie exactly on the segment from `a` to `b` in order along it.
  static func progress(of position: Position, _ a: Position, _ b: Position) -> Double {
    a.x != b.x
      ? (a.x < b.x ? position.x : -position.x) : (a.y < b.y ? position.y : -position.y)
  }

  static func == (a: LinePlace, b: LinePlace) -> Bool {
    a.segment == b.segment && a.progress == b.progress
  }

  static func < (a: LinePlace, b: LinePlace) -> Bool {
    a.segment != b.segment ? a.segment < b.segment : a.progress < b.progress
  }
}
