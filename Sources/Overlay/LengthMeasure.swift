public import Geometry
internal import PROJBridge

/// How the distance between two positions of a layer is measured.
public struct LengthMeasure: Sendable {
  /// Returns the distance between two positions, in metres for ``geodesic``.
  public let distance: @Sendable (_ a: Position, _ b: Position) -> Double

  /// The shortest path on the ellipsoid of WGS 84, in metres, between longitudes and latitudes.
  public static let geodesic = LengthMeasure { Geodesic.wgs84.distance(from: $0, to: $1) }

  /// The straight line in the plane, in the units of the layer: an explicit choice for projected
  /// layers, never a fallback.
  public static let planar = LengthMeasure { a, b in
    let (x, y) = (b.x - a.x, b.y - a.y)
    return (x * x + y * y).squareRoot()
  }
}
