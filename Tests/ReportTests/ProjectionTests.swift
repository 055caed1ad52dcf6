import Geometry
import PROJBridge
import TestSupport
import Testing

@testable import Report

@Suite struct ProjectionTests {
  @Test(arguments: UInt64(1)...4)
  func `areas on the plane are those on the ground`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let projection = try MapProjection(centre: Position(80, 45))
    for _ in 0..<20 {
      // Small cells far from the centre: their edges on the plane are nearly geodesics.
      let (x, y) = (
        Double.random(in: 45...125, using: &random), Double.random(in: 24...60, using: &random)
      )
      let ring = [x, y, x + 0.01, y, x + 0.01, y + 0.01, x, y + 0.01, x, y]
      let ground = Geodesic.wgs84.signedArea(ofRing: ring.span)
      let plane = Ring.doubledArea(projection.plane(ring).span) / 2
      #expect(abs(plane / ground - 1) < 1e-6)
    }
  }

  @Test func `places come back from the plane`() throws {
    let projection = try MapProjection(centre: Position(79.6, 44.7))
    #expect(projection.centre == Position(80, 45))
    let degrees = [61.5, 38.2, 80, 45, 120, 55]
    let back = projection.degrees(projection.plane(degrees))
    // The series of PROJ for the inverse is good to a millimetre.
    #expect(zip(degrees, back).allSatisfy { abs($0 - $1) < 1e-8 }, "\(back)")
  }

  @Test func `both sides of the antimeridian lie together`() {
    func centre(_ boxes: [Box]) -> Position? { MapProjection.centre(of: boxes) }
    let east = Box(minX: 170, minY: 60, maxX: 180, maxY: 66)
    let west = Box(minX: -180, minY: 62, maxX: -174, maxY: 70)
    #expect(centre([east, west]) == Position(178, 65))
    #expect(centre([west, east]) == Position(178, 65))
    #expect(centre([Box(minX: -180, minY: 0, maxX: -160, maxY: 2), east])?.x == -175)
    #expect(
      centre([
        Box(minX: 60, minY: 40, maxX: 70, maxY: 50), Box(minX: 80, minY: 30, maxX: 90, maxY: 41),
      ]) == Position(75, 40))
    #expect(centre([.empty]) == nil)
    #expect(centre([]) == nil)
  }

  @Test(arguments: [0.00013, 0.001, 0.0199, 0.5, 1, 3.12, 6.24, 6.25, 6.26, 12.5, 40])
  func `a bar is round and has room`(kilometresPerPixel: Double) {
    let bar = ScaleBar(kilometresPerPixel: kilometresPerPixel)
    #expect(bar.pixels <= ScaleBar.room * (1 + 1e-9) && bar.pixels > ScaleBar.room / 2.51)
    #expect(abs(bar.pixels * kilometresPerPixel - bar.kilometres) < 1e-9 * bar.kilometres)
    #expect(bar.text.wholeMatch(of: /[125]0* (m|km)/) != nil)
  }

  @Test func `a bar at the centre is as long as the ground below it`() throws {
    let projection = try MapProjection(centre: Position(80, 45))
    let frame = MapFrame(
      around: Box(minX: -1_500_000, minY: -900_000, maxX: 1_500_000, maxY: 900_000))
    let bar = ScaleBar(kilometresPerPixel: frame.kilometresPerPixel)
    var centre = projection.plane([80, 45])
    frame.draw(&centre)
    let ends = [-5 * bar.pixels, 5 * bar.pixels].flatMap { shift -> [Double] in
      let place = frame.plane(Position(centre[0] + shift, centre[1]))
      return [place.x, place.y]
    }
    let length = Geodesic.wgs84.length(of: projection.degrees(ends).span)
    // A chord of c around the centre is right to c² / 96: 500 km are 6e-5 off.
    #expect(abs(length / (1000 * bar.kilometres) - 1) < 1e-4)
  }

  @Test func `a frame holds its box and turns places both ways`() {
    for box in [
      Box(minX: 0, minY: 0, maxX: 4e6, maxY: 2e6), Box(minX: 0, minY: 0, maxX: 10, maxY: 9e6),
      Box(minX: 5, minY: 5, maxX: 5, maxY: 5),
    ] {
      let frame = MapFrame(around: box)
      var corners = [box.minX, box.minY, box.maxX, box.maxY]
      frame.draw(&corners)
      #expect(frame.box.contains(x: corners[0], y: corners[1]))
      #expect(frame.box.contains(x: corners[2], y: corners[3]))
      let back = frame.plane(Position(corners[2], corners[3]))
      #expect(abs(back.x - box.maxX) < 1e-6 && abs(back.y - box.maxY) < 1e-6)
      #expect((420...1000).contains(frame.height))
    }
  }

  @Test func `degrees carry the letter of their side`() throws {
    let projection = try MapProjection(centre: Position(0, 0))
    let frame = MapFrame(around: Box(minX: -9e5, minY: -9e5, maxX: 9e5, maxY: 9e5))
    let labels = Graticule(of: frame, on: projection, Texts.english.hemispheres).lines.map(\.label)
    for label in ["2°W", "0°", "2°E", "2°S", "2°N"] { #expect(labels.contains(label)) }
  }

  @Test func `degrees stand where their lines leave the drawing`() throws {
    let projection = try MapProjection(centre: Position(80, 45))
    let frame = MapFrame(around: Box(minX: -2e6, minY: -1e6, maxX: 2e6, maxY: 1e6))
    let graticule = Graticule(of: frame, on: projection, Texts.english.hemispheres)
    var exits = 0
    for line in graticule.lines {
      guard let exit = line.exit(from: frame) else { continue }
      exits += 1
      let plane = frame.plane(exit)
      let degrees = projection.degrees([plane.x, plane.y])
      let number = try #require(Double(line.label.prefix { $0 != "°" }))
      #expect(abs((line.isMeridian ? degrees[0] : degrees[1]) - number) < 0.05)
    }
    #expect(exits >= 6)
  }
}
