import Geometry
import PROJBridge
import TestSupport
import Testing

private let geodesic = Geodesic.wgs84

/// Flattens positions to interleaved ordinates.
private func interleaved(_ positions: [Position]) -> [Double] {
  positions.flatMap { [$0.x, $0.y] }
}

@Test func `the example of GeographicLib comes out to the millimetre`() {
  let path = geodesic.inverse(from: Position(-73.8, 40.6), to: Position(-0.5, 51.6))
  #expect(abs(path.distance - 5_551_759.400) < 5e-4)
  #expect(abs(path.startAzimuth - 51.198_825_81) < 1e-3)
  #expect(abs(path.endAzimuth - 107.821_776_73) < 1e-3)
}

@Test func `the first row of the test set for geodesics comes out to the nanometre`() {
  // C. F. F. Karney, Test set for geodesics, and the test `testinverse` of GeographicLib.
  let path = geodesic.inverse(
    from: Position(-139.44815, 35.60777), to: Position(-69.95921, -11.17491))
  #expect(abs(path.distance - 8_935_244.560_481_83) < 1e-8)
  #expect(abs(path.startAzimuth - 111.098_748_429_560_326) < 1e-12)
  #expect(abs(path.endAzimuth - 129.289_270_889_708_762) < 1e-12)
}

@Test func `a degree of the equator and a quarter of a meridian have their known lengths`() {
  let a = 6_378_137.0
  let degree = geodesic.distance(from: Position(0, 0), to: Position(1, 0))
  #expect(abs(degree - a * .pi / 180) < 1e-8)
  #expect(abs(geodesic.distance(from: Position(7, 0), to: Position(7, 90)) - 10_001_965.729) < 1e-3)
}

@Test func `an eighth of the ellipsoid has an eighth of its area, signed by its turn`() {
  let earth = 510_065_621_724_089.0  // m², 4πc² with the authalic radius c
  let octant = interleaved([Position(0, 0), .init(90, 0), .init(0, 90), .init(0, 0)])
  let reversed = interleaved([Position(0, 0), .init(0, 90), .init(90, 0), .init(0, 0)])
  #expect(abs(geodesic.signedArea(ofRing: octant.span) - earth / 8) < 1)
  #expect(abs(geodesic.signedArea(ofRing: reversed.span) + earth / 8) < 1)
}

@Test func `paths shorter than an edge have no length, rings without area none`() {
  #expect(geodesic.length(of: [Double]().span) == 0)
  #expect(geodesic.length(of: [1, 2].span) == 0)
  #expect(geodesic.edgeLengths(of: [1, 2].span).isEmpty)
  #expect(geodesic.signedArea(ofRing: [Double]().span) == 0)
  #expect(geodesic.signedArea(ofRing: [1, 2, 3, 4].span) == 0)
}

@Test func `rows sum their parts and paths, and holes count against their shell`() {
  func square(_ x: Double, side: Double) -> [Position] {
    [Position(x, 0), .init(x + side, 0), .init(x + side, side), .init(x, side), .init(x, 0)]
  }
  let column = PolygonColumn([
    [[square(0, side: 4), square(1, side: 1).reversed()], [square(9, side: 2)]],
    [[square(0, side: 4)]], [[square(1, side: 1)]], [[square(9, side: 2)]],
  ])
  let areas = (0..<4).map { geodesic.area(ofRow: $0, of: column) }
  #expect(abs(areas[0] - (areas[1] - areas[2] + areas[3])) < 1e-3)
  let paths = [[Position(0, 0), .init(1, 1)], [Position(5, 5), .init(6, 7), .init(8, 8)]]
  let lines = LineColumn([paths, [paths[0]], [paths[1]]])
  let lengths = (0..<3).map { geodesic.length(ofRow: $0, of: lines) }
  #expect(lengths[0] == lengths[1] + lengths[2])
}

@Test(arguments: UInt64(1)...4)
func `direct undoes inverse, and edges add up to the path`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let positions = (0..<200).map { _ in
    Position(.random(in: -180...180, using: &random), .random(in: -89...89, using: &random))
  }
  for (start, end) in zip(positions, positions.dropFirst()) {
    let path = geodesic.inverse(from: start, to: end)
    let arrival = geodesic.direct(
      from: start, azimuth: path.startAzimuth, distance: path.distance)
    #expect(geodesic.distance(from: arrival, to: end) < 1e-6)
    #expect(geodesic.distance(from: end, to: start) == path.distance)
    // Whole turns of longitude do not matter; 360 away costs up to 6e-14 degrees.
    let turned = geodesic.distance(from: Position(start.x + 360, start.y), to: end)
    #expect(abs(turned - path.distance) < 1e-7)
  }
  let xy = interleaved(positions)
  #expect(geodesic.edgeLengths(of: xy.span).reduce(0, +) == geodesic.length(of: xy.span))
}
