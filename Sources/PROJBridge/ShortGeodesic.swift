internal import Foundation
package import Geometry

/// Lengths of short edges on WGS 84 by a series about their middle latitude, without the
/// iteration and the trigonometry of the general solution; whatever is not short goes to PROJ.
///
/// With f the middle latitude, b and l the differences of latitude and longitude, s and c the sine
/// and cosine of f, N = a / W and M = a (1 − e²) / W³ the radii of curvature, W² = 1 − e² s²,
/// V² = W² / (1 − e²) and e'² = e² / (1 − e²), the Gauss mid-latitude formulas of third order say
///
///     east  = l · N c (1 + ((1 + e'² (c² − 9 s²)) b² / V⁴ − s² l²) / 24)
///     north = b · M (1 − ((2 + 2 e'² c²) c² + 3 s²) l² / 24
///                      + b² e² ((c² − s²) + 5 e² s² c² / W²) / (8 W²))
///     length = √(east² + north²)
///
/// The terms left out are of fifth order in b and l: less than l⁴ / 1920 and b⁴ / 1920 of the
/// length times a factor of about (1 + tan²f)² ≤ 73 below 70°, which is 2.3e-13 of the length at
/// 0.09° = 1.6e-3 rad, or 2.3e-9 m of 10 km.
///
/// The six coefficients of l, l b², l³, b, b l² and b³ are functions of the latitude alone. They are
/// tabulated about every ⅛° as polynomials of the latitude that hold for ⅛° = h to both sides, so that
/// edges near each other share one place of the table: the two main ones as cubics through Chebyshev
/// nodes (remainder h⁴ / 192 = 1.2e-13 of the length), the four others, which are 1e-7 of them, as
/// straight lines (h² / 4 · 1e-7 = 1.2e-13).
///
/// - SeeAlso: W. Torge (2001), *Geodesy*, §6.2; Karney (2013) for the general solution.
package struct ShortGeodesic: Sendable {
  /// The latitude up to which the series is used, in degrees.
  package static let greatestLatitude = 70.0
  /// The difference of longitude or latitude up to which the series is used, in degrees.
  package static let greatestDifference = 0.09

  private static let bandsPerDegree = 8.0
  /// The difference of latitude within which edges may share a band: half of it and half a band are
  /// less than the ⅛° for which its polynomials hold.
  private static let greatestSpread = 0.12

  /// The coefficients of every band from the equator on.
  private let bands: [Band]

  /// The series of WGS 84.
  package static let wgs84 = ShortGeodesic()

  private init() {
    bands = (0...Int(Self.greatestLatitude * Self.bandsPerDegree)).map { band in
      Band(middle: Double(band) / Self.bandsPerDegree, reach: 1 / Self.bandsPerDegree)
    }
  }

  /// Returns the length of the shortest path between two positions, in metres.
  ///
  /// Within 1e-8 m of PROJ for edges up to 10 km below 70°, and PROJ's own result elsewhere.
  @inline(__always)
  package func distance(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Double {
    distance(SIMD2(x0, y0), SIMD2(x1, y1))
  }

  @inline(__always)
  private func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let difference = b - a
    let scaled = (a.y + b.y).magnitude * (0.5 * Self.bandsPerDegree)
    guard difference.x.magnitude < Self.greatestDifference,
      difference.y.magnitude < Self.greatestDifference,
      scaled < Self.greatestLatitude * Self.bandsPerDegree
    else { return Geodesic.wgs84.distance(from: Position(a.x, a.y), to: Position(b.x, b.y)) }
    // Adding this leaves the nearest whole number in the lowest bits, without a conversion.
    let shift = 0x1.8p52
    let nearest = scaled + shift
    let band = Int(truncatingIfNeeded: nearest.bitPattern & 0xFFFF)
    return bands[band].length(
      of: difference, difference * difference, at: scaled - (nearest - shift))
  }

  /// Measures on along some vertices.
  ///
  /// Where all edges are short and their latitudes near each other, they share the coefficients; the
  /// error bound is that of ``distance(_:_:_:_:)``.
  ///
  /// - Parameters:
  ///   - xy: The ordinates of the vertices, interleaved.
  ///   - box: The box around them.
  ///   - start: The chainage of the first vertex.
  /// - Returns: The chainage of the last vertex.
  package func advance(along xy: Span<Double>, in box: Box, from start: Double) -> Double {
    let isOneSided = box.minY >= 0 || box.maxY <= 0
    if isOneSided, (0..<Self.greatestSpread).contains(box.maxY - box.minY),
      max(box.maxY, -box.minY) < Self.greatestLatitude,
      let end = advanceTogether(along: xy, box, start)
    {
      return end
    }
    return stride(from: 0, to: xy.count - 2, by: 2).reduce(start) {
      $0 + distance(xy[$1], xy[$1 + 1], xy[$1 + 2], xy[$1 + 3])
    }
  }

  /// The same with one band for all edges; nil when one of them is not short.
  @inline(__always)
  private func advanceTogether(along xy: Span<Double>, _ box: Box, _ start: Double) -> Double? {
    guard xy.count > 2 else { return start }
    let half = box.minY < 0 ? -0.5 * Self.bandsPerDegree : 0.5 * Self.bandsPerDegree
    let middle = ((box.minY + box.maxY) * half).rounded()
    let band = bands[Int(middle)]
    var (length, greatest) = (start, SIMD2<Double>.zero)
    var vertex = SIMD2(xy[0], xy[1])
    var next = 2
    while next < xy.count {
      let following = SIMD2(xy[next], xy[next + 1])
      let difference = following - vertex
      let squares = difference * difference
      greatest.replace(with: squares, where: squares .> greatest)
      length += band.length(of: difference, squares, at: (vertex.y + following.y) * half - middle)
      vertex = following
      next += 2
    }
    let limit = Self.greatestDifference * Self.greatestDifference
    return greatest.max() < limit ? length : nil
  }
}

/// The coefficients of the series near one latitude, as polynomials in t, the difference from it in
/// units of the table's step, −1...1. Lane x is for the way east, lane y for the
/// way north; angles are in degrees.
private struct Band {
  /// The coefficients of l and b.
  private let c0, c1, c2, c3: SIMD2<Double>
  /// The coefficients of l³ and b³.
  private let s0, s1: SIMD2<Double>
  /// The coefficients of l b² and b l².
  private let m0, m1: SIMD2<Double>

  init(middle: Double, reach: Double) {
    func at(_ t: Double) -> Coefficients { Coefficients(latitude: middle + t * reach) }
    (c0, c1, c2, c3) = Self.cubic { SIMD2(at($0).l, at($0).b) }
    (s0, s1) = Self.line { SIMD2(at($0).lll, at($0).bbb) }
    (m0, m1) = Self.line { SIMD2(at($0).lbb, at($0).bll) }
  }

  /// The length of a difference of longitude and latitude, given its squares.
  @inline(__always)
  func length(
    of difference: SIMD2<Double>, _ squares: SIMD2<Double>, at latitude: Double
  ) -> Double {
    let t = SIMD2(repeating: latitude)
    let mixed = SIMD2(squares.y, squares.x)
    let main = ((c3 * t + c2) * t + c1) * t + c0
    let small = (s1 * t + s0) * squares + (m1 * t + m0) * mixed
    let way = difference * (main + small)
    return (way.x * way.x + way.y * way.y).squareRoot()
  }

  /// The cubic through four Chebyshev nodes of t = −1...1.
  private static func cubic(
    _ value: (Double) -> SIMD2<Double>
  ) -> (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>, SIMD2<Double>) {
    let (outer, inner) = (0.923_879_532_511_286_7, 0.382_683_432_365_089_8)
    let even = [outer, inner].map { (value($0) + value(-$0)) / 2 }
    let odd = [outer, inner].map { (value($0) - value(-$0)) / (2 * $0) }
    let difference = outer * outer - inner * inner
    let second = (even[0] - even[1]) / difference
    let third = (odd[0] - odd[1]) / difference
    let (first, constant) = (odd[0] - third * outer * outer, even[0] - second * outer * outer)
    return (constant, first, second, third)
  }

  /// The straight line through two Chebyshev nodes of t = −1...1.
  private static func line(
    _ value: (Double) -> SIMD2<Double>
  ) -> (SIMD2<Double>, SIMD2<Double>) {
    let node = 0.5.squareRoot()
    let (above, below) = (value(node), value(-node))
    return ((above + below) / 2, (above - below) / (2 * node))
  }
}

/// The coefficients of the series at one latitude, in metres for angles in degrees.
private struct Coefficients {
  var l: Double
  var b: Double
  var lbb: Double
  var lll: Double
  var bll: Double
  var bbb: Double

  /// - Parameter degrees: The latitude.
  init(latitude degrees: Double) {
    let radian = Double.pi / 180
    let latitude = degrees * radian
    let (a, flattening) = (6_378_137.0, 1 / 298.257_223_563)
    let e2 = flattening * (2 - flattening)
    let second = e2 / (1 - e2)
    let (s2, c2) = (sin(latitude) * sin(latitude), cos(latitude) * cos(latitude))
    let w2 = 1 - e2 * s2
    let v2 = w2 / (1 - e2)
    l = a / w2.squareRoot() * cos(latitude) * radian
    b = a * (1 - e2) / (w2 * w2.squareRoot()) * radian
    let square = radian * radian
    lbb = l * square * (1 + second * (c2 - 9 * s2)) / (24 * v2 * v2)
    lll = -l * square * s2 / 24
    bll = -b * square * ((2 + 2 * second * c2) * c2 + 3 * s2) / 24
    bbb = b * square * e2 * ((c2 - s2) + 5 * e2 * s2 * c2 / w2) / (8 * w2)
  }
}
