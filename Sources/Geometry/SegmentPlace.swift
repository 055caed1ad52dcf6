/// A place in the interior of a directed segment a → b, where a vertex lies on it or an edge crosses
/// it, known well enough to be put in exact order with other places on the segment.
public struct SegmentPlace: Sendable {
  /// Where the place lies: 0 at a, 1 at b.
  public let fraction: Double
  /// The position, rounded for a crossing and exact for a vertex.
  public let position: Position
  /// The greatest error of `fraction`.
  private let error: Double
  /// The ends of the crossing edge, in a fixed order; both are the vertex for a vertex.
  private let c: Position
  private let d: Position

  private var isVertex: Bool { c == d }

  /// The place of a vertex that lies exactly on the segment.
  public init(vertex: Position, on a: Position, _ b: Position) {
    c = vertex
    d = vertex
    position = vertex
    let run = (b.x - a.x).magnitude > (b.y - a.y).magnitude
    fraction = run ? (vertex.x - a.x) / (b.x - a.x) : (vertex.y - a.y) / (b.y - a.y)
    error = 4e-16
  }

  /// The place where the edge c–d crosses the segment, known to be in the interior of both.
  ///
  ///     fraction = A / (A − B),  A = |c d a|, B = |c d b|
  ///
  /// The determinants are rounded where that costs less than 1e-14, and exact otherwise, so that
  /// slivers lose nothing. The edge is put in a fixed direction first: two polygons that share it
  /// yield the same bits.
  public init(edge first: Position, _ second: Position, across a: Position, _ b: Position) {
    let isOrdered = first.x != second.x ? first.x < second.x : first.y < second.y
    c = isOrdered ? first : second
    d = isOrdered ? second : first
    let (startLeft, startRight) = ((c.x - a.x) * (d.y - a.y), (c.y - a.y) * (d.x - a.x))
    let (endLeft, endRight) = ((c.x - b.x) * (d.y - b.y), (c.y - b.y) * (d.x - b.x))
    var start = startLeft - startRight
    var end = endLeft - endRight
    let slack =
      1e-15
      * (startLeft.magnitude + startRight.magnitude + endLeft.magnitude + endRight.magnitude)
    var error = slack / (start - end).magnitude
    if !(error < 1e-14) {
      start = exactDeterminant(c, d, a).estimate
      end = exactDeterminant(c, d, b).estimate
      error = 4e-16
    }
    self.error = error
    fraction = min(max(start / (start - end), 0), 1)
    position = Self.interpolate(a, b, fraction)
  }

  /// The position at a fraction, measured from the nearer end.
  private static func interpolate(_ a: Position, _ b: Position, _ fraction: Double) -> Position {
    if fraction <= 0.5 {
      return Position(a.x + fraction * (b.x - a.x), a.y + fraction * (b.y - a.y))
    }
    let rest = 1 - fraction
    return Position(b.x - rest * (b.x - a.x), b.y - rest * (b.y - a.y))
  }

  /// Returns −1, 0 or 1 as this place lies before, at or behind another on a → b, exactly.
  public func order(against other: SegmentPlace, along a: Position, _ b: Position) -> Int {
    let difference = fraction - other.fraction
    if difference.magnitude > error + other.error { return difference < 0 ? -1 : 1 }
    switch (isVertex, other.isVertex) {
    case (true, true): return Self.order(c, other.c, along: a, b)
    case (true, false): return orderOfVertex(againstEdgeOf: other, from: a)
    case (false, true): return -other.orderOfVertex(againstEdgeOf: self, from: a)
    case (false, false): return orderOfEdge(against: other, along: a, b)
    }
  }

  /// Two positions that lie exactly on the segment: their ordinates decide.
  private static func order(
    _ p: Position, _ q: Position, along a: Position, _ b: Position
  ) -> Int {
    if p == q { return 0 }
    let isForward = a.x != b.x ? (p.x < q.x) == (a.x < b.x) : (p.y < q.y) == (a.y < b.y)
    return isForward ? -1 : 1
  }

  /// The vertex lies before the crossing when it is on the side of the edge where a is.
  private func orderOfVertex(againstEdgeOf other: SegmentPlace, from a: Position) -> Int {
    let side = orientation(other.c, other.d, c)
    return side == 0 ? 0 : (side == orientation(other.c, other.d, a) ? -1 : 1)
  }

  /// Two crossings: A₁ / (A₁ − B₁) against A₂ / (A₂ − B₂), multiplied out.
  private func orderOfEdge(
    against other: SegmentPlace, along a: Position, _ b: Position
  ) -> Int {
    if c == other.c && d == other.d { return 0 }
    var (start, end) = (exactDeterminant(c, d, a), -exactDeterminant(c, d, b))
    var (otherStart, otherEnd) = (
      exactDeterminant(other.c, other.d, a), -exactDeterminant(other.c, other.d, b)
    )
    if start.sign < 0 { (start, end) = (-start, -end) }
    if otherStart.sign < 0 { (otherStart, otherEnd) = (-otherStart, -otherEnd) }
    return (start * otherEnd - otherStart * end).sign
  }
}
