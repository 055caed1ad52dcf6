/// What lies immediately to the left and to the right of a directed line: the polygon, or not.
///
/// Two bits instead of three places, because a line that runs along an edge of the polygon has the
/// polygon on one side only, and because both bits change by plain parity at every edge met.
public struct Sides: Sendable, Hashable {
  /// Whether the polygon lies immediately to the left.
  public var left: Bool
  /// Whether the polygon lies immediately to the right.
  public var right: Bool

  /// Names what lies on both sides.
  public init(left: Bool, right: Bool) {
    self.left = left
    self.right = right
  }

  /// The same on both sides.
  public init(_ both: Bool) { self.init(left: both, right: both) }

  /// The place of the line that follows from its sides.
  public var place: Place { left == right ? (left ? .inside : .outside) : .boundary }
}

/// Where a stretch of a line lies with respect to a polygon.
public enum Place: String, Sendable, Hashable {
  /// In the interior.
  case inside
  /// Along an edge, with the interior on one side only.
  case boundary
  /// Neither.
  case outside
}
