import Geometry

/// A look straight up from a position, infinitely little to the east of it, to segments that may cross
/// each other; none of them passes through the position.
struct SegmentAbove {
  /// A segment above the position.
  struct Seen {
    /// The first vertex of the segment.
    let segment: Int
    /// The path that it belongs to.
    let path: Int
    /// Whether it leads to the east on its path.
    let leadsEast: Bool
    /// Its western end.
    let west: Position
    /// Its eastern end.
    let east: Position
    /// Where it is met, on the way straight up.
    let place: SegmentPlace
    /// Where the way up meets it; nil at its western end.
    let own: SegmentPlace?

    /// Whether a place in the interior of the segment is passed, on its path, before the segment is
    /// where the look meets it.
    func isPassed(_ place: SegmentPlace) -> Bool {
      guard let own else { return !leadsEast }
      let (a, b) = leadsEast ? (west, east) : (east, west)
      let order = place.order(against: own, along: a, b)
      return leadsEast ? order <= 0 : order < 0
    }
  }

  /// The lowest segment so far.
  private(set) var lowest: Seen?
  private let position: Position
  /// Above everything.
  private let zenith: Position

  /// Looks up from a position; nothing reaches higher than `top`.
  init(_ position: Position, below top: Double) {
    self.position = position
    zenith = Position(position.x, max(top, position.y) + max(1, top.magnitude))
  }

  /// How high what matters begins at most.
  var ceiling: Double { lowest.map { max($0.west.y, $0.east.y) } ?? .infinity }

  /// Takes a segment if it lies above and is lower than the lowest one so far.
  mutating func see(_ segment: Int, ofPath path: Int, _ start: Position, _ end: Position) {
    let leadsEast = start.x < end.x
    let (west, east) = leadsEast ? (start, end) : (end, start)
    guard west.x <= position.x && position.x < east.x, orientation(west, east, position) < 0
    else { return }
    let isAtEnd = west.x == position.x
    let seen = Seen(
      segment: segment, path: path, leadsEast: leadsEast, west: west, east: east,
      place: isAtEnd
        ? SegmentPlace(vertex: west, on: position, zenith)
        : SegmentPlace(edge: west, east, across: position, zenith),
      own: isAtEnd ? nil : SegmentPlace(edge: position, zenith, across: start, end))
    if lowest.map({ isLower(seen, than: $0) }) ?? true { lowest = seen }
  }

  /// Whether a segment is met before another one, or at once with it and lies below it to the east.
  private func isLower(_ seen: Seen, than other: Seen) -> Bool {
    let order = seen.place.order(against: other.place, along: position, zenith)
    return order != 0 ? order < 0 : orientation(seen.west, seen.east, other.east) > 0
  }
}
