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
/// 0.09° = 1.6e-3 rad, or 2.3e-9 m of 10 km. The six coefficients of l, l b², l³, b, b l² and b³
/// are functions of the latitude alone; they are tabulated about the middles of bands of ⅛°, the
/// two main ones as cubics (remainder (1.1e-3)⁴ / 24 = 6e-14), the four others, which are 1e-7 of
/// them, as straight lines.
///
/// - SeeAlso: W. Torge (2001), *Geodesy*, §6.2; Karney (2013) for the general solution.
package struct ShortGeodesic: Sendable {
  /// The latitude up to which the series is used, in degrees.
  package static let greatestLatitude = 70.0
  /// The difference of longitude or latitude up to which the series is used, in degrees.
  package static let greatestDifference = 0.09

  private static let bandsPerDegree = 8.0
  private static let stride = 16
  private static let radiansPerDegree = Double.pi / 180

  /// For each band: 4 coefficients of l, 4 of b, 2 each of l b², l³, b l² and b³.
  private let table: [Double]

  /// The series of WGS 84.
  package static let wgs84 = ShortGeodesic()

  private init() {
    var table: [Double] = []
    for band in 0...Int(Self.greatestLatitude * Self.bandsPerDegree) {
      let middle = (Double(band) + 0.5) / Self.bandsPerDegree * Self.radiansPerDegree
      let half = 0.5 / Self.bandsPerDegree * Self.radiansPerDegree
      table += Self.cubic(about: middle, half) { Coefficients(latitude: $0).l }
      table += Self.cubic(about: middle, half) { Coefficients(latitude: $0).b }
      table += Self.line(about: middle, half) { Coefficients(latitude: $0).lbb }
      table += Self.line(about: middle, half) { Coefficients(latitude: $0).lll }
      table += Self.line(about: middle, half) { Coefficients(latitude: $0).bll }
      table += Self.line(about: middle, half) { Coefficients(latitude: $0).bbb }
    }
    self.table = table
  }

  /// Returns the length of the shortest path between two positions, in metres.
  ///
  /// Within 1e-8 m of PROJ for edges up to 10 km below 70°, and PROJ's own result elsewhere.
  @inline(__always)
  package func distance(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Double {
    let (dx, dy) = (x1 - x0, y1 - y0)
    let middle = ((y0 + y1) * 0.5).magnitude
    guard dx.magnitude < Self.greatestDifference, dy.magnitude < Self.greatestDifference,
      middle < Self.greatestLatitude
    else { return Geodesic.wgs84.distance(from: Position(x0, y0), to: Position(x1, y1)) }
    let l = dx * Self.radiansPerDegree
    let b = dy * Self.radiansPerDegree
    let scaled = middle * Self.bandsPerDegree
    let band = Int(scaled)
    // The fraction of the band from its middle, −½...½: the polynomials are scaled to it.
    let t = scaled - Double(band) - 0.5
    let k = band * Self.stride
    let main = ((table[k + 3] * t + table[k + 2]) * t + table[k + 1]) * t + table[k]
    let meridian = ((table[k + 7] * t + table[k + 6]) * t + table[k + 5]) * t + table[k + 4]
    let (ll, bb) = (l * l, b * b)
    let lbb = table[k + 9] * t + table[k + 8]
    let lll = table[k + 11] * t + table[k + 10]
    let bll = table[k + 13] * t + table[k + 12]
    let bbb = table[k + 15] * t + table[k + 14]
    let east = l * (main + lbb * bb + lll * ll)
    let north = b * (meridian + bll * ll + bbb * bb)
    return (east * east + north * north).squareRoot()
  }

  /// The coefficients of a cubic in t = −½...½ over a band, through four Chebyshev nodes.
  private static func cubic(
    about middle: Double, _ half: Double, _ value: (Double) -> Double
  ) -> [Double] {
    let nodes = [0.923_879_532_511_286_7, 0.382_683_432_365_089_8]
    let even = nodes.map { (value(middle + $0 * half) + value(middle - $0 * half)) / 2 }
    let odd = nodes.map { node in
      (value(middle + node * half) - value(middle - node * half)) / (2 * node)
    }
    let squares = nodes.map { $0 * $0 }
    let second = (even[0] - even[1]) / (squares[0] - squares[1])
    let third = (odd[0] - odd[1]) / (squares[0] - squares[1])
    // In u = −1...1 the cubic is c0 + c1 u + c2 u² + c3 u³; t is u / 2.
    return [
      even[0] - second * squares[0], 2 * (odd[0] - third * squares[0]), 4 * second, 8 * third,
    ]
  }

  /// The coefficients of a straight line in t = −½...½ over a band.
  private static func line(
    about middle: Double, _ half: Double, _ value: (Double) -> Double
  ) -> [Double] {
    [value(middle), value(middle + half) - value(middle - half)]
  }
}

/// The coefficients of the series at one latitude, in metres for angles in radians.
private struct Coefficients {
  var l: Double
  var b: Double
  var lbb: Double
  var lll: Double
  var bll: Double
  var bbb: Double

  init(latitude: Double) {
    let (a, flattening) = (6_378_137.0, 1 / 298.257_223_563)
    let e2 = flattening * (2 - flattening)
    let second = e2 / (1 - e2)
    let (s2, c2) = (sin(latitude) * sin(latitude), cos(latitude) * cos(latitude))
    let w2 = 1 - e2 * s2
    let v2 = w2 / (1 - e2)
    l = a / w2.squareRoot() * cos(latitude)
    b = a * (1 - e2) / (w2 * w2.squareRoot())
    lbb = l * (1 + second * (c2 - 9 * s2)) / (24 * v2 * v2)
    lll = -l * s2 / 24
    bll = -b * ((2 + 2 * second * c2) * c2 + 3 * s2) / 24
    bbb = b * e2 * ((c2 - s2) + 5 * e2 * s2 * c2 / w2) / (8 * w2)
  }
}
