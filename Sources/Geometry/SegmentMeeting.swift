/// How two segments meet, decided exactly.
public enum SegmentMeeting: Sendable, Hashable {
  /// They share no position.
  case apart
  /// They share one position, in the interior of both.
  case crossing
  /// They share one position, an end of at least one of them.
  case touch
  /// They lie on one line and share more than one position.
  case overlap
}

/// Returns how the segments a–b and c–d meet; both must have a length.
///
/// The result does not depend on the order of the segments nor on their directions.
public func meeting(
  _ a: Position, _ b: Position, _ c: Position, _ d: Position
) -> SegmentMeeting {
  guard Box(around: a, b).meets(Box(around: c, d)) else { return .apart }
  let (sideC, sideD) = (orientation(a, b, c), orientation(a, b, d))
  if sideC * sideD > 0 { return .apart }
  if sideC == 0 && sideD == 0 { return collinearMeeting(a, b, c, d) }
  let (sideA, sideB) = (orientation(c, d, a), orientation(c, d, b))
  if sideA * sideB > 0 { return .apart }
  return sideA * sideB * sideC * sideD == 0 ? .touch : .crossing
}

/// The same for four positions on one line whose boxes meet.
private func collinearMeeting(
  _ a: Position, _ b: Position, _ c: Position, _ d: Position
) -> SegmentMeeting {
  // Along the axis on which a–b is longest, order on the line is order of ordinates.
  let isSteep = a.x == b.x
  let first = isSteep ? (min(a.y, b.y), max(a.y, b.y)) : (min(a.x, b.x), max(a.x, b.x))
  let second = isSteep ? (min(c.y, d.y), max(c.y, d.y)) : (min(c.x, d.x), max(c.x, d.x))
  let (from, to) = (max(first.0, second.0), min(first.1, second.1))
  return from > to ? .apart : (from == to ? .touch : .overlap)
}

/// Whether `position`, known to lie on the line through a and b, lies between them or on an end.
@inlinable
public func isBetween(_ position: Position, _ a: Position, _ b: Position) -> Bool {
  Box(around: a, b).contains(x: position.x, y: position.y)
}

/// Whether p → q and p → r, known to lie on one line, point the same way.
@inlinable
public func pointsAlike(_ p: Position, _ q: Position, _ r: Position) -> Bool {
  p.x != q.x ? (q.x > p.x) == (r.x > p.x) && r.x != p.x : (q.y > p.y) == (r.y > p.y) && r.y != p.y
}
