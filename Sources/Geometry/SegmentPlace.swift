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
    let half = Self.halfIfNeeded(a, b)
    let (x, y) = (b.x * half - a.x * half, b.y * half - a.y * half)
    let runs = x.magnitude > y.magnitude
    fraction =
      runs ? (vertex.x * half - a.x * half) / x : (vertex.y * half - a.y * half) / y
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
    (fraction, error) =
      Self.roundedFraction(c, d, a, b) ?? Self.exactFraction(c, d, a, b)
    position = Self.interpolate(a, b, fraction)
  }

  /// The fraction from rounded determinants; nil where that costs too much, or where products may
  /// underflow or overflow.
  private static func roundedFraction(
    _ c: Position, _ d: Position, _ a: Position, _ b: Position
  ) -> (fraction: Double, error: Double)? {
    let (startLeft, startRight) = ((c.x - a.x) * (d.y - a.y), (c.y - a.y) * (d.x - a.x))
    let (endLeft, endRight) = ((c.x - b.x) * (d.y - b.y), (c.y - b.y) * (d.x - b.x))
    let (start, end) = (startLeft - startRight, endLeft - endRight)
    let sum = startLeft.magnitude + startRight.magnitude + endLeft.magnitude + endRight.magnitude
    guard sum > 0x1p-900 && sum < 0x1p900 else { return nil }
    let error = 1e-15 * sum / (start - end).magnitude
    return error < 1e-14 ? (min(max(start / (start - end), 0), 1), error) : nil
  }

  /// The fraction from exact determinants, or from rounded ones of ordinates in a better range:
  /// powers of two change no bit of it.
  private static func exactFraction(
    _ c: Position, _ d: Position, _ a: Position, _ b: Position
  ) -> (fraction: Double, error: Double) {
    var magnitudes = Magnitudes()
    for position in [c, d, a, b] { magnitudes.add(position) }
    if magnitudes.areModerate { return share(c, d, a, b, as: Expansion.self) }
    guard let exponent = magnitudes.exponentToModerate else {
      return share(c, d, a, b, as: WholeNumber.self)
    }
    let (c, d) = (c.scaled(byTwoTo: exponent), d.scaled(byTwoTo: exponent))
    let (a, b) = (a.scaled(byTwoTo: exponent), b.scaled(byTwoTo: exponent))
    return roundedFraction(c, d, a, b) ?? share(c, d, a, b, as: Expansion.self)
  }

  private static func share<Number: ExactNumber>(
    _ c: Position, _ d: Position, _ a: Position, _ b: Position, as type: Number.Type
  ) -> (fraction: Double, error: Double) {
    let (start, end) = distances(c, d, a, b, as: type)
    return (min(Number.share(of: start, beside: end), 1), 4e-16)
  }

  /// How far the ends of the segment lie from the line through c and d, on its two sides, in a
  /// common unit.
  private static func distances<Number: ExactNumber>(
    _ c: Position, _ d: Position, _ a: Position, _ b: Position, as type: Number.Type
  ) -> (start: Number, end: Number) {
    let (start, end) = (determinant(c, d, a, as: type), determinant(c, d, b, as: type))
    return start.sign < 0 ? (-start, end) : (start, -end)
  }

  /// The position at a fraction, measured from the nearer end.
  private static func interpolate(_ a: Position, _ b: Position, _ fraction: Double) -> Position {
    let half = halfIfNeeded(a, b)
    let (x, y) = (b.x * half - a.x * half, b.y * half - a.y * half)
    if fraction <= 0.5 {
      return Position(
        (a.x * half + fraction * x) / half, (a.y * half + fraction * y) / half)
    }
    let rest = 1 - fraction
    return Position((b.x * half - rest * x) / half, (b.y * half - rest * y) / half)
  }

  /// 1, or 0.5 where the extent of the segment overflows: a factor that loses nothing.
  private static func halfIfNeeded(_ a: Position, _ b: Position) -> Double {
    (b.x - a.x).isFinite && (b.y - a.y).isFinite ? 1 : 0.5
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
    var magnitudes = Magnitudes()
    for position in [a, b, c, d, other.c, other.d] { magnitudes.add(position) }
    if magnitudes.areModerate {
      return Self.order((c, d), (other.c, other.d), along: a, b, as: Expansion.self)
    }
    guard let exponent = magnitudes.exponentToModerate else {
      return Self.order((c, d), (other.c, other.d), along: a, b, as: WholeNumber.self)
    }
    func scaled(_ p: Position) -> Position { p.scaled(byTwoTo: exponent) }
    return Self.order(
      (scaled(c), scaled(d)), (scaled(other.c), scaled(other.d)), along: scaled(a), scaled(b),
      as: Expansion.self)
  }

  private static func order<Number: ExactNumber>(
    _ edge: (Position, Position), _ other: (Position, Position), along a: Position, _ b: Position,
    as type: Number.Type
  ) -> Int {
    let first = distances(edge.0, edge.1, a, b, as: type)
    let second = distances(other.0, other.1, a, b, as: type)
    return (first.start * second.end - second.start * first.end).sign
  }
}
