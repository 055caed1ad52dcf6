#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Geometry

extension Position {
  /// Returns the position a fraction of the way to another one.
  func interpolated(to other: Position, at fraction: Double) -> Position {
    Position(x + (other.x - x) * fraction, y + (other.y - y) * fraction)
  }

  /// Returns the distance in metres from a straight edge in longitude and latitude.
  ///
  /// It is right to 1 % for less than some kilometres, and never too small: degrees count with the
  /// greatest radius of curvature of WGS 84, a² / b.
  func distance(fromEdge start: Position, _ end: Position) -> Double {
    let degree = 6_399_594 * Double.pi / 180
    let shrinking = cos(y * Double.pi / 180)
    let (dx, dy) = ((end.x - start.x) * shrinking, end.y - start.y)
    let (px, py) = ((x - start.x) * shrinking, y - start.y)
    let square = dx * dx + dy * dy
    let fraction = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    return degree * hypot(px - fraction * dx, py - fraction * dy)
  }
}

extension Double {
  /// Adds whole turns until the angle is at most half a turn away from another one.
  mutating func unwrap(near other: Double, turn: Double) {
    let turns = ((other - self) / turn).rounded()
    if turns != 0 { self += turns * turn }
  }
}
