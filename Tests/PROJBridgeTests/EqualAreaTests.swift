import Geometry
import PROJBridge
import Testing

@Suite struct EqualAreaTests {
  @Test func `an area leads back to its latitude`() {
    for latitude in stride(from: -90.0, through: 90, by: 2.5) {
      let area = EqualArea.perRadian(latitude)
      // An arc sine is ill-conditioned at a pole.
      let tolerance = abs(latitude) > 89 ? 1e-6 : 1e-12
      #expect(abs(EqualArea.latitude(perRadian: area) - latitude) < tolerance)
    }
  }

  @Test func `areas between parallels are those of PROJ`() {
    // A cell with so many vertices that its parallels are those of the polygon.
    let north = (0...1000).map { Position(Double($0) / 1000, 61) }
    let south = (0...1000).reversed().map { Position(Double($0) / 1000, 60) }
    let ring = (north + south + [north[0]]).flatMap { [$0.x, $0.y] }
    let area = abs(Geodesic.wgs84.signedArea(ofRing: ring.span))
    let own = .pi / 180 * (EqualArea.perRadian(61) - EqualArea.perRadian(60))
    #expect(abs(own - area) < 1e-7 * area)
    let earth = 2 * .pi * (EqualArea.perRadian(90) - EqualArea.perRadian(-90))
    #expect(abs(earth - 510_065_621_724_089) < 1)
  }
}
