/// A closed axis-parallel rectangle; the empty box meets no box with finite edges.
public struct Box: Sendable, Hashable {
  /// The western edge.
  public var minX: Double
  /// The southern edge.
  public var minY: Double
  /// The eastern edge.
  public var maxX: Double
  /// The northern edge.
  public var maxY: Double

  /// Creates a box from its edges.
  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Creates the box around two positions.
  @inlinable
  public init(around a: Position, _ b: Position) {
    self.init(
      minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
  }

  /// The box of no position: the neutral element of ``union(_:)``.
  @inlinable
  public static var empty: Box {
    Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// Whether the box holds no position at all.
  @inlinable
  public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

  /// Whether the two boxes share at least one position; edges count.
  @inlinable
  public func meets(_ other: Box) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether the position lies in the box or on its edge.
  @inlinable
  public func contains(x: Double, y: Double) -> Bool {
    minX <= x && x <= maxX && minY <= y && y <= maxY
  }

  /// Grows the box until it holds the position.
  @inlinable
  public mutating func formUnion(x: Double, y: Double) {
    if x < minX { minX = x }
    if x > maxX { maxX = x }
    if y < minY { minY = y }
    if y > maxY { maxY = y }
  }

  /// Grows the box until it holds the other box.
  @inlinable
  public mutating func formUnion(_ other: Box) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Returns the smallest box that holds both.
  @inlinable
  public func union(_ other: Box) -> Box {
    var result = self
    result.formUnion(other)
    return result
  }
}
