import Geometry
import PROJBridge
import TestSupport
import Testing

@Suite("Short geodesics")
struct ShortGeodesicTests {
  /// The greatest difference from PROJ over random edges of up to `length` m.
  private func greatestError(
    length: ClosedRange<Double>, latitude: ClosedRange<Double>, seed: UInt64, count: Int = 20_000
  ) -> Double {
    var random = SeededGenerator(seed: seed)
    var greatest = 0.0
    for _ in 0..<count {
      let start = Position(
        Double.random(in: -179...179, using: &random), Double.random(in: latitude, using: &random))
      let end = Geodesic.wgs84.direct(
        from: start, azimuth: Double.random(in: -180...180, using: &random),
        distance: Double.random(in: length, using: &random))
      guard abs(end.y) < 70, abs(end.x - start.x) < 1 else { continue }
      let short = ShortGeodesic.wgs84.distance(start.x, start.y, end.x, end.y)
      greatest = max(greatest, abs(short - Geodesic.wgs84.distance(from: start, to: end)))
    }
    return greatest
  }

  @Test(arguments: [0.001...100, 100...1000, 1000...10_000])
  func `within 1e-8 m of PROJ up to 10 km below 70 degrees`(length: ClosedRange<Double>) {
    #expect(greatestError(length: length, latitude: -69.9...69.9, seed: 7) < 1e-8)
  }

  @Test func `whatever is not short is PROJ's own`() {
    for (a, b) in [
      (Position(10, 71), Position(10.01, 71)), (Position(10, 40), Position(11, 40)),
      (Position(10, 40), Position(10, 40.5)), (Position(0, -90), Position(0.01, -89.99)),
      (Position(5, 80), Position(5, 80)),
    ] {
      #expect(
        ShortGeodesic.wgs84.distance(a.x, a.y, b.x, b.y) == Geodesic.wgs84.distance(from: a, to: b))
    }
  }

  @Test func `lengths are symmetric, and zero only for nothing`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let (x, y) = (
        Double.random(in: -180...180, using: &random), Double.random(in: -69...69, using: &random)
      )
      let (u, v) = (
        x + Double.random(in: -0.08...0.08, using: &random),
        y + Double.random(in: -0.08...0.08, using: &random)
      )
      let there = ShortGeodesic.wgs84.distance(x, y, u, v)
      #expect(there == ShortGeodesic.wgs84.distance(u, v, x, y))
      #expect(there == ShortGeodesic.wgs84.distance(x, -y, u, -v))
      #expect(there > 0)
      #expect(ShortGeodesic.wgs84.distance(x, y, x, y) == 0)
    }
  }

  @Test func `the series has no step at the edge of its bands`() {
    for band in 1..<560 {
      let latitude = Double(band) / 8
      let below = ShortGeodesic.wgs84.distance(10, latitude - 0.01, 10.05, latitude + 0.01 - 1e-13)
      let above = ShortGeodesic.wgs84.distance(10, latitude - 0.01, 10.05, latitude + 0.01 + 1e-13)
      #expect(abs(below - above) < 2e-8)
    }
  }
}
