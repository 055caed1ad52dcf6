public import Geometry
internal import PROJBridge

/// How the distance between two positions of a layer is measured.
public struct LengthMeasure: Sendable {
  /// Returns the distance between two positions, in metres for ``geodesic``.
  public let distance: @Sendable (_ a: Position, _ b: Position) -> Double

  /// Appends the chainage of vertices that follow others on one path, and returns the last: one
  /// call for many edges, so that the loop over them is compiled for the measure.
  let extend:
    @Sendable (_ vertices: Range<Int>, _ paths: PathSet, _ start: Double, _ values: inout [Double])
      -> Double

  /// Measures in any way that is additive along a line.
  ///
  /// - Parameter distance: Returns the distance between two positions, from x and y of both.
  public init(_ distance: @escaping @Sendable (Double, Double, Double, Double) -> Double) {
    self.distance = { distance($0.x, $0.y, $1.x, $1.y) }
    extend = { Self.extend($0, of: $1, from: $2, into: &$3, by: distance) }
  }

  /// The shortest path on the ellipsoid of WGS 84, in metres, between longitudes and latitudes: the
  /// series for short edges, PROJ for others.
  public static let geodesic = LengthMeasure { x0, y0, x1, y1 in
    ShortGeodesic.wgs84.distance(x0, y0, x1, y1)
  }

  /// The straight line in the plane, in the units of the layer: an explicit choice for projected
  /// layers, never a fallback.
  public static let planar = LengthMeasure { x0, y0, x1, y1 in
    let (x, y) = (x1 - x0, y1 - y0)
    return (x * x + y * y).squareRoot()
  }

  @inline(__always)
  private static func extend(
    _ vertices: Range<Int>, of paths: PathSet, from start: Double, into values: inout [Double],
    by distance: (Double, Double, Double, Double) -> Double
  ) -> Double {
    var length = start
    var before = 2 * (vertices.lowerBound - 1)
    for vertex in vertices {
      length += distance(
        paths.xy[before], paths.xy[before + 1], paths.xy[2 * vertex], paths.xy[2 * vertex + 1])
      values.append(length)
      before = 2 * vertex
    }
    return length
  }
}
