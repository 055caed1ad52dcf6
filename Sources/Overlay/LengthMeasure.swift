public import Geometry
internal import PROJBridge

/// How the distance between two positions of a layer is measured.
public struct LengthMeasure: Sendable {
  /// Returns the distance between two positions, in metres for ``geodesic``.
  public let distance: @Sendable (_ a: Position, _ b: Position) -> Double

  /// Appends the chainage of vertices of one path, but for the first of them, and returns the last:
  /// one call for many edges, so that the loop over them is compiled for the measure.
  let extend:
    @Sendable (_ paths: PathSet, _ vertices: Range<Int>, _ start: Double, _ values: inout [Double])
      -> Double

  /// Measures in any way that is additive along a line.
  ///
  /// - Parameter distance: Returns the distance between two positions, from x and y of both.
  public init(_ distance: @escaping @Sendable (Double, Double, Double, Double) -> Double) {
    self.init(distance) { xy, start, values in
      var length = start
      for before in stride(from: 0, to: xy.count - 2, by: 2) {
        length += distance(xy[before], xy[before + 1], xy[before + 2], xy[before + 3])
        values.append(length)
      }
      return length
    }
  }

  private init(
    _ distance: @escaping @Sendable (Double, Double, Double, Double) -> Double,
    extend: @escaping @Sendable (Span<Double>, Double, inout [Double]) -> Double
  ) {
    self.distance = { distance($0.x, $0.y, $1.x, $1.y) }
    self.extend = { paths, vertices, start, values in
      extend(
        paths.xy.span.extracting(2 * vertices.lowerBound..<2 * vertices.upperBound), start, &values)
    }
  }

  /// The shortest path on the ellipsoid of WGS 84, in metres, between longitudes and latitudes: the
  /// series for short edges, PROJ for others.
  public static let geodesic = LengthMeasure {
    ShortGeodesic.wgs84.distance($0, $1, $2, $3)
  } extend: {
    ShortGeodesic.wgs84.appendChainage(of: $0, from: $1, to: &$2)
  }

  /// The straight line in the plane, in the units of the layer: an explicit choice for projected
  /// layers, never a fallback.
  public static let planar = LengthMeasure { x0, y0, x1, y1 in
    let (x, y) = (x1 - x0, y1 - y0)
    return (x * x + y * y).squareRoot()
  }
}
