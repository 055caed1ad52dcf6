internal import Foundation
package import Geometry

/// The plane near a latitude: metres for a degree to the east and to the north on the ellipsoid.
///
/// Away from the latitude the scale to the east is wrong by tan φ · Δφ: at 45° and 0.1° (11 km) away by
/// 0.17 %, less than a metre in 500 m.
package struct LocalFrame {
  /// Metres for a degree of longitude and of latitude.
  package let scale: SIMD2<Double>

  package init(latitude: Double) {
    let (axis, eccentricity2) = (6_378_137.0, 0.006_694_379_990_141_3)
    let latitude = latitude * .pi / 180
    let sine = sin(latitude)
    let w2 = 1 - eccentricity2 * sine * sine
    let normal = axis / w2.squareRoot()
    scale =
      SIMD2(normal * cos(latitude), normal * (1 - eccentricity2) / w2) * (Double.pi / 180)
  }

  /// The way from one position to another, in metres.
  package func way(from a: SIMD2<Double>, to b: SIMD2<Double>) -> SIMD2<Double> { (b - a) * scale }

  /// Finds the place of a segment that is nearest to a position: how far along it, 0 to 1, and the way
  /// there from the position, in metres; nil for a segment without length.
  package func nearest(
    to position: Position, from a: Position, to b: Position
  ) -> (share: Double, way: SIMD2<Double>)? {
    let start = way(from: SIMD2(position.x, position.y), to: SIMD2(a.x, a.y))
    let along = way(from: SIMD2(a.x, a.y), to: SIMD2(b.x, b.y))
    let square = (along * along).sum()
    if square == 0 { return nil }
    let share = min(max(-(start * along).sum() / square, 0), 1)
    return (share, start + share * along)
  }
}

extension Box {
  /// The box with everything around it that is at most so many metres away.
  package func grown(byMetres distance: Double) -> Box {
    // A degree of latitude has 110.57 km at least; a little more covers the error of frames.
    let north = 1.001 * distance / 110_570
    let latitude = min(max(maxY.magnitude, minY.magnitude) + north, 90)
    let shrink = LocalFrame(latitude: latitude).scale.x
    let east = shrink * 360 > distance ? 1.001 * distance / shrink : 360
    return Box(minX: minX - east, minY: minY - north, maxX: maxX + east, maxY: maxY + north)
  }
}
