internal import Foundation
internal import Geometry

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
/// tabulated about the middles of bands of ⅛°, as polynomials that hold for ⅛° = h to both sides, so
/// that a few edges in a row share the band of one of them: the two main ones as cubics through
/// Chebyshev nodes (remainder h⁴ / 192 = 1.2e-13 of the length), the four others, which are 1e-7 of
/// them, as straight lines (h² / 4 · 1e-7 = 1.2e-13).
///
/// - SeeAlso: W. Torge (2001), *Geodesy*, §6.2; Karney (2013) for the general solution.
package struct ShortGeodesic: Sendable {
  /// The latitude up to which the series is used, in degrees.
  package static let greatestLatitude = 70.0
  /// The difference of longitude or latitude up to which the series is used, in degrees.
  package static let greatestDifference = 0.09

  private static let bandsPerDegree = 8.0

  /// The coefficients of every band from the equator on, and one more.
  private let bands: [Band]

  /// The series of WGS 84.
  package static let wgs84 = ShortGeodesic()

  private init() {
    bands = (0...Int(Self.greatestLatitude * Self.bandsPerDegree) + 1).map { band in
      Band(middle: (Double(band) + 0.5) / Self.bandsPerDegree, reach: 1 / Self.bandsPerDegree)
    }
  }

  /// Returns the length of the shortest path between two positions, in metres.
  ///
  /// Within 1e-8 m of PROJ for edges up to 10 km below 70°, and PROJ's own result elsewhere.
  @inline(__always)
  package func distance(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Double {
    let (l, b) = (x1 - x0, y1 - y0)
    let middle = ((y0 + y1) * 0.5).magnitude
    guard l.magnitude < Self.greatestDifference, b.magnitude < Self.greatestDifference,
      middle < Self.greatestLatitude
    else { return Geodesic.wgs84.distance(from: Position(x0, y0), to: Position(x1, y1)) }
    let scaled = middle * Self.bandsPerDegree
    let band = Int(scaled)
    return bands[band].length(l, b, at: scaled - (Double(band) + 0.5))
  }

  /// Appends the chainage of the vertices of a path behind the first one, and returns the last.
  ///
  /// Four edges at a time where all are short and near one latitude, with the same error bound as
  /// ``distance(_:_:_:_:)``; one at a time elsewhere.
  ///
  /// - Parameters:
  ///   - xy: The ordinates of the vertices, interleaved.
  ///   - start: The chainage of the first vertex.
  ///   - values: Where the others' go.
  package func appendChainage(
    of xy: Span<Double>, from start: Double, to values: inout [Double]
  ) -> Double {
    let count = xy.count / 2 - 1
    guard count > 0 else { return start }
    var length = start
    values.append(addingCapacity: count) { output in
      var edge = 0
      while edge + 4 <= count {
        let lengths = fourLengths(xy, 2 * edge)
        for lane in 0..<4 {
          length += lengths[lane]
          output.append(length)
        }
        edge += 4
      }
      while edge < count {
        let k = 2 * edge
        length += distance(xy[k], xy[k + 1], xy[k + 2], xy[k + 3])
        output.append(length)
        edge += 1
      }
    }
    return length
  }

  /// The lengths of the four edges of five vertices.
  @inline(__always)
  private func fourLengths(_ xy: Span<Double>, _ k: Int) -> SIMD4<Double> {
    let x0 = SIMD4(xy[k], xy[k + 2], xy[k + 4], xy[k + 6])
    let y0 = SIMD4(xy[k + 1], xy[k + 3], xy[k + 5], xy[k + 7])
    let x1 = SIMD4(xy[k + 2], xy[k + 4], xy[k + 6], xy[k + 8])
    let y1 = SIMD4(xy[k + 3], xy[k + 5], xy[k + 7], xy[k + 9])
    let (l, b) = (x1 - x0, y1 - y0)
    // The middle vertex says which band; the sign of its latitude makes southern ones northern.
    let south = y0[2] < 0
    let scaled = y0[2].magnitude * Self.bandsPerDegree
    guard scaled < Self.greatestLatitude * Self.bandsPerDegree else { return oneByOne(xy, k) }
    let band = Int(scaled)
    let sign = south ? -0.5 * Self.bandsPerDegree : 0.5 * Self.bandsPerDegree
    let t = (y0 + y1) * sign - (Double(band) + 0.5)
    let limit = Self.greatestDifference
    let isNear = (t * t) .<= 1
    let isShort = (l * l) .< (limit * limit) .& (b * b) .< (limit * limit)
    guard all(isNear .& isShort) else { return oneByOne(xy, k) }
    return bands[band].length(l, b, at: t)
  }

  private func oneByOne(_ xy: Span<Double>, _ k: Int) -> SIMD4<Double> {
    var lengths = SIMD4<Double>()
    for lane in 0..<4 {
      let i = k + 2 * lane
      lengths[lane] = distance(xy[i], xy[i + 1], xy[i + 2], xy[i + 3])
    }
    return lengths
  }
}

/// The coefficients of the series as polynomials in t, the latitude from the middle of the band in
/// units of its reach, −1...1; for angles in degrees.
private struct Band {
  private let l0, l1, l2, l3: Double
  private let b0, b1, b2, b3: Double
  private let lbb0, lbb1, lll0, lll1, bll0, bll1, bbb0, bbb1: Double

  init(middle: Double, reach: Double) {
    func coefficients(_ t: Double) -> Coefficients { Coefficients(latitude: middle + t * reach) }
    (l0, l1, l2, l3) = Self.cubic { coefficients($0).l }
    (b0, b1, b2, b3) = Self.cubic { coefficients($0).b }
    (lbb0, lbb1) = Self.line { coefficients($0).lbb }
    (lll0, lll1) = Self.line { coefficients($0).lll }
    (bll0, bll1) = Self.line { coefficients($0).bll }
    (bbb0, bbb1) = Self.line { coefficients($0).bbb }
  }

  @inline(__always)
  func length(_ l: Double, _ b: Double, at t: Double) -> Double {
    let (ll, bb) = (l * l, b * b)
    let main = ((l3 * t + l2) * t + l1) * t + l0
    let meridian = ((b3 * t + b2) * t + b1) * t + b0
    let east = l * (main + (lbb1 * t + lbb0) * bb + (lll1 * t + lll0) * ll)
    let north = b * (meridian + (bll1 * t + bll0) * ll + (bbb1 * t + bbb0) * bb)
    return (east * east + north * north).squareRoot()
  }

  @inline(__always)
  func length(_ l: SIMD4<Double>, _ b: SIMD4<Double>, at t: SIMD4<Double>) -> SIMD4<Double> {
    let (ll, bb) = (l * l, b * b)
    let main = ((l3 * t + l2) * t + l1) * t + l0
    let meridian = ((b3 * t + b2) * t + b1) * t + b0
    let lbb = lbb1 * t + lbb0
    let lll = lll1 * t + lll0
    let bll = bll1 * t + bll0
    let bbb = bbb1 * t + bbb0
    let east = l * (main + lbb * bb + lll * ll)
    let north = b * (meridian + bll * ll + bbb * bb)
    return (east * east + north * north).squareRoot()
  }

  /// The cubic through four Chebyshev nodes of −1...1.
  private static func cubic(_ value: (Double) -> Double) -> (Double, Double, Double, Double) {
    let (outer, inner) = (0.923_879_532_511_286_7, 0.382_683_432_365_089_8)
    let even = [outer, inner].map { (value($0) + value(-$0)) / 2 }
    let odd = [outer, inner].map { (value($0) - value(-$0)) / (2 * $0) }
    let difference = outer * outer - inner * inner
    let second = (even[0] - even[1]) / difference
    let third = (odd[0] - odd[1]) / difference
    return (
      even[0] - second * outer * outer, odd[0] - third * outer * outer, second, third
    )
  }

  /// The straight line through two Chebyshev nodes of −1...1.
  private static func line(_ value: (Double) -> Double) -> (Double, Double) {
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
