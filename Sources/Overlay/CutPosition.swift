public import Geometry

/// A place on a line, by reference: a segment and how far along it.
///
/// The segment is named by its first vertex in `lines.paths`; `fraction` is 0 at that vertex and 1
/// at the next one. The end of a path is fraction 1 of its last segment.
public struct CutPosition: Sendable, Hashable {
  /// The first vertex of the segment.
  public let segment: Int
  /// How far along the segment, 0...1.
  public let fraction: Double
  /// The position itself.
  public let position: Position

  /// Names a place on a segment.
  public init(segment: Int, fraction: Double, position: Position) {
    self.segment = segment
    self.fraction = fraction
    self.position = position
  }

  /// Whether this place comes before another on the same path.
  public func isBefore(_ other: CutPosition) -> Bool {
    segment != other.segment ? segment < other.segment : fraction < other.fraction
  }
}
