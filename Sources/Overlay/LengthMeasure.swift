public import Geometry
internal import PROJBridge

/// How the distance between two positions of a layer is measured.
public struct LengthMeasure: Sendable {
  /// Returns the distance between two positions, in metres for ``geodesic``.
  public let distance: @Sendable (_ a: Position, _ b: Position) -> Double

  /// Returns the chainage of the last of some consecutive vertices, given that of the first and a box
  /// around them: one call
  /// for many edges, so that the loop over them is compiled for the measure.
  let advance:
    @Sendable (_ paths: PathSet, _ vertices: Range<Int>, _ box: Box, _ start: Double) -> Double

  /// Measures in any way that is additive along a line.
  ///
  /// - Parameter distance: Returns the distance between two positions, from x and y of both.
  public init(_ distance: @escaping @Sendable (Double, Double, Double, Double) -> Double) {
    self.init(distance) { xy, _, start in
      stride(from: 0, to: xy.count - 2, by: 2).reduce(start) {
        $0 + distance(xy[$1], xy[$1 + 1], xy[$1 + 2], xy[$1 + 3])
      }
    }
  }

  private init(
    _ distance: @escaping @Sendable (Double, Double, Double, Double) -> Double,
    advance: @escaping @Sendable (Span<Double>, Box, Double) -> Double
  ) {
    self.distance = { distance($0.x, $0.y, $1.x, $1.y) }
    self.advance = { paths, vertices, box, start in
      advance(
        paths.xy.span.extracting(2 * vertices.lowerBound..<2 * vertices.upperBound), box, start)
    }
  }

  /// The shortest path on the ellipsoid of WGS 84, in metres, between longitudes and latitudes: the
  /// series for short edges, PROJ for others.
  public static let geodesic = {
    let series = ShortGeodesic.wgs84
    return LengthMeasure {
      series.distance($0, $1, $2, $3)
    } advance: {
      series.advance(along: $0, in: $1, from: $2)
    }
  }()

  /// The straight line in the plane, in the units of the layer: an explicit choice for projected
  /// layers, never a fallback.
  public static let planar = LengthMeasure { x0, y0, x1, y1 in
    let (x, y) = (x1 - x0, y1 - y0)
    let square = x * x + y * y
    return square > 0x1p-900 && square < 0x1p900 || square.isNaN
      ? square.squareRoot() : wideHypotenuse(x, y)
  }

  /// The hypotenuse where squares underflow or overflow: powers of two change no bit of it.
  private static func wideHypotenuse(_ x: Double, _ y: Double) -> Double {
    let greatest = max(x.magnitude, y.magnitude)
    guard greatest > 0 && greatest.isFinite else { return greatest }
    let exponent = Int(greatest.exponent)
    let u = Double(sign: .plus, exponent: -exponent, significand: x)
    let v = Double(sign: .plus, exponent: -exponent, significand: y)
    return Double(sign: .plus, exponent: exponent, significand: (u * u + v * v).squareRoot())
  }
}
