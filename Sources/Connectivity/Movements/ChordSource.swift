internal import Formats
internal import Foundation
internal import Geometry
internal import PROJBridge

/// Draws straight movements that start anywhere in a range and lead anywhere.
struct ChordSource: Sendable {
  /// How far from the geodesic a chord may run, in metres.
  private static let tolerance = 1.0
  /// Beyond this latitude straight edges in longitude and latitude lose their meaning.
  private static let greatestLatitude = 89.0
  /// The least length of a degree of latitude, in metres.
  private static let leastDegree = 110_570.0
  /// No edge is longer, in metres: on the equator the bound below says nothing.
  private static let longestEdge = 50_000.0

  let starts: AreaSampler
  /// How long every chord is, in metres.
  let length: Double

  /// What a draw came to.
  enum Draw: Sendable {
    /// A chord, in one path or, across the antimeridian, two.
    case chord([[Position]])
    /// One that comes too near to a pole.
    case polar
    /// No place to start was found.
    case nowhere
  }

  /// Draws a chord: the start uniform by area, the direction uniform.
  ///
  /// - Throws: `CancellationError`.
  func draw(using random: inout SeededGenerator) throws -> Draw {
    guard let start = try starts.place(using: &random) else { return .nowhere }
    let azimuth = random.fraction() * 360 - 180
    let reach = start.y.magnitude + length / Self.leastDegree
    guard reach <= Self.greatestLatitude else { return .polar }
    return .chord(path(from: start, azimuth: azimuth, reach: reach))
  }

  /// The geodesic, in edges that are straight in longitude and latitude.
  ///
  /// Seen from the geodesic, an edge of length s with azimuth α at the latitude φ bends by
  /// sin α (1 + cos² α) tan φ / R ≤ 1.09 tan φ / R, and so leaves it by s² / 8 times that at most.
  private func path(from start: Position, azimuth: Double, reach: Double) -> [[Position]] {
    let bend = 1.09 * tan(reach * .pi / 180) / 6_356_752
    let edge = min((8 * Self.tolerance / bend).squareRoot(), Self.longestEdge)
    let count = Int((length / edge).rounded(.up))
    var xy = [start.x, start.y]
    for vertex in 1...count {
      let place = Geodesic.wgs84.direct(
        from: start, azimuth: azimuth, distance: length * Double(vertex) / Double(count))
      xy += [place.x, place.y]
    }
    return AntimeridianPath(xy.span, isRing: false, findsJumps: true).pieces()
  }
}
