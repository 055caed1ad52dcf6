/// A place in the plane of a layer: x to the east, y to the north, in the units of the layer.
public struct Position: Sendable, Hashable {
  /// The ordinate to the east; longitude in degrees for geographic layers.
  public var x: Double
  /// The ordinate to the north; latitude in degrees for geographic layers.
  public var y: Double

  /// Creates a position from its ordinates.
  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
