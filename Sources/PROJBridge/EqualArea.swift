internal import Foundation
package import Geometry

/// Areas on the ellipsoid of WGS 84 between lines that are straight in longitude and latitude.
///
/// The area per unit of longitude between the equator and latitude φ is
///
///     S(φ) = b² / 2 · (sin φ / (1 − e² sin² φ) + artanh(e sin φ) / e)
///
/// so that what lies below a line is the mean of S along it, times the difference of longitude. This
/// is what a polygon of geodesics comes to when vertices are added along the line without end. Areas
/// below the parts of a line add up to that below all of it.
///
/// - SeeAlso: J. P. Snyder (1987), *Map Projections: A Working Manual*, eq. 3-12.
package struct EqualArea: Sendable {
  /// The semi-minor axis in metres.
  private static let minorAxis = 6_378_137 * (1 - 1 / 298.257_223_563)
  /// The first eccentricity.
  private static let eccentricity = (2 / 298.257_223_563 - pow(1 / 298.257_223_563, 2))
    .squareRoot()
  /// Nodes and weights of the Gauss-Legendre rule of fifth degree on −1...1.
  private static let rule = [
    (-0.6.squareRoot(), 5.0 / 18), (0, 8.0 / 18), (0.6.squareRoot(), 5.0 / 18),
  ]
  /// The greatest difference of latitude over which the rule is used, in degrees: its error is
  /// h⁷ / 2 016 000 of S⁽⁶⁾, 1e-16 of it.
  private static let step = 0.5

  private let start: Double

  /// Measures from a parallel on, given in degrees: areas near it lose no digits.
  package init(from latitude: Double) { start = Self.perRadian(latitude) }

  /// S, in m² per radian of longitude.
  package static func perRadian(_ latitude: Double) -> Double {
    perRadian(sine: sin(latitude * .pi / 180))
  }

  /// Returns the latitude in degrees at which S has a value: places whose S is uniform between two
  /// values are uniform by area.
  package static func latitude(perRadian area: Double) -> Double {
    // On the sphere the sine would be the part of the area of a hemisphere, which is 0.2 % off here at
    // most. Each step of Newton squares the error, so that the third is left with none.
    var sine = min(max(area / perRadian(sine: 1), -1), 1)
    for _ in 0..<3 {
      let w2 = 1 - eccentricity * eccentricity * sine * sine
      sine -= (perRadian(sine: sine) - area) * w2 * w2 / (minorAxis * minorAxis)
    }
    return asin(min(max(sine, -1), 1)) * 180 / .pi
  }

  private static func perRadian(sine: Double) -> Double {
    let inner = eccentricity * sine
    return minorAxis * minorAxis / 2
      * (sine / ((1 - inner) * (1 + inner)) + atanh(inner) / eccentricity)
  }

  /// Returns the area between the parallel and the line between two positions, in m²: positive
  /// northwards and eastwards.
  package func strip(from a: Position, to b: Position) -> Double {
    let width = (b.x - a.x) * .pi / 180
    if width == 0 { return 0 }
    let steps = max(1, ((b.y - a.y).magnitude / Self.step).rounded(.up))
    let height = (b.y - a.y) / steps
    var mean = 0.0
    for step in 0..<Int(steps) {
      let middle = a.y + (Double(step) + 0.5) * height
      for (node, weight) in Self.rule {
        mean += weight * (Self.perRadian(middle + node * height / 2) - start)
      }
    }
    return mean / steps * width
  }
}
