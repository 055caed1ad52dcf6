/// A run of barriers inside a range, from one node of the network to the next: between two cells, or
/// inside one where it ends without dividing anything.
public struct Wall: Sendable, Hashable {
  /// The cell to its left.
  public let left: Int
  /// The cell to its right; the same as ``left`` where the wall divides nothing.
  public let right: Int
  /// Its geodesic length, in metres.
  public let length: Double
  /// The barriers along it, as indices of ``RangeMesh/pieces``: more than one where they lie on each
  /// other.
  public let pieces: Range<Int>

  /// Whether it has different cells on its sides.
  public var divides: Bool { left != right }
}

/// The part of one barrier that makes a wall.
public struct WallPiece: Sendable, Hashable {
  /// The row of the barrier.
  public let barrier: Int
  /// Where along the barrier it lies, in metres.
  public let stretch: ClosedRange<Double>

  /// Its middle, in metres along the barrier.
  public var middle: Double { (stretch.lowerBound + stretch.upperBound) / 2 }
}
