internal import Foundation

/// The distribution of area over latitudes on the ellipsoid of WGS 84, exactly.
///
/// With e the eccentricity, a the equatorial radius and s the sine of the latitude, the area between
/// two meridians Δλ radians apart and two latitudes is
///
///     a² Δλ (q₂ − q₁) / 2,  q = (1 − e²) (s / (1 − e² s²) + artanh(e s) / e)
///
/// so that places uniform by area are uniform in longitude and in q.
///
/// - SeeAlso: Snyder (1987), *Map Projections: A Working Manual*, equations 3-12 and 3-11.
enum AuthalicLatitude {
  private static let e2 = 2 / 298.257_223_563 - 1 / (298.257_223_563 * 298.257_223_563)
  private static let e = e2.squareRoot()
  private static let radius = 6_378_137.0
  private static let atPole = q(sine: 1)

  /// q at a latitude in degrees, −1.995…1.995.
  static func q(latitude: Double) -> Double { q(sine: sin(latitude * .pi / 180)) }

  /// The latitude in degrees at which q has a value.
  static func latitude(q: Double) -> Double {
    // On the sphere s would be q / q(1), which is 0.2 % off here; each step of Newton squares the
    // error, so that the third is left with none.
    var sine = min(max(q / atPole, -1), 1)
    for _ in 0..<3 {
      let w2 = 1 - e2 * sine * sine
      sine -= (self.q(sine: sine) - q) * w2 * w2 / (2 * (1 - e2))
    }
    return asin(min(max(sine, -1), 1)) * 180 / .pi
  }

  /// The area in m² between two meridians and two parallels, given as a width in degrees and two
  /// latitudes.
  static func area(width: Double, from south: Double, to north: Double) -> Double {
    radius * radius * (width * .pi / 180) * (q(latitude: north) - q(latitude: south)) / 2
  }

  private static func q(sine: Double) -> Double {
    (1 - e2) * (sine / (1 - e2 * sine * sine) + atanh(e * sine) / e)
  }
}
