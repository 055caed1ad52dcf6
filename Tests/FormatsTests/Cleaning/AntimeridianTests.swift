import Formats
import GEOSBridge
import Geometry
import PROJBridge
import TestSupport
import Testing

@Test func `a line is cut at the antimeridian in either direction`() async throws {
  let east = [Position(178, 10), .init(-178, 14), .init(-177, 14)]
  let cleaned = try await Cleaned(line: east)
  #expect(
    cleaned.paths == [
      [Position(178, 10), .init(180, 12)],
      [Position(-180, 12), .init(-178, 14), .init(-177, 14)],
    ])
  #expect(cleaned.report.antimeridianSplits == ["100"])
  let west = try await Cleaned(line: east.reversed())
  #expect(west.paths == cleaned.paths.reversed().map { $0.reversed() })
}

@Test func `a line that winds over the antimeridian is cut at every crossing`() async throws {
  let cleaned = try await Cleaned(
    line: [179, -179, 179, -179].enumerated().map { Position($1, Double($0)) })
  #expect(
    cleaned.paths.map { $0.map(\.x) } == [
      [179, 180], [-180, -179, -180], [180, 179, 180], [-180, -179],
    ])
  let round = try await Cleaned(
    line: stride(from: 0.0, through: 720, by: 90).map { Position($0 > 360 ? $0 - 360 : $0, 5) })
  #expect(
    round.paths.map { $0.map(\.x) } == [[0, 90, 180], [-180, -90, 0, 90, 180], [-180, -90, 0]])
}

@Test func `lines on the antimeridian or touching it keep together`() async throws {
  let touch = [Position(179, 0), .init(180, 1), .init(180, 2), .init(179, 3)]
  #expect(try await Cleaned(line: touch).paths == [touch])
  let step = try await Cleaned(line: [
    Position(179, 0), .init(180, 1), .init(-180, 1), .init(-179, 2),
  ])
  #expect(step.paths == [[Position(179, 0), .init(180, 1)], [Position(-180, 1), .init(-179, 2)]])
  let along = try await Cleaned(
    line: [Position(190, 0), .init(180, 1), .init(180, 2), .init(170, 3)])
  #expect(
    along.paths == [
      [Position(-170, 0), .init(-180, 1), .init(-180, 2)], [Position(180, 2), .init(170, 3)],
    ])
  let start = try await Cleaned(line: [Position(180, 0), .init(180, 1), .init(185, 1)])
  #expect(start.paths == [[Position(-180, 0), .init(-180, 1), .init(-175, 1)]])
}

@Test func `longitudes of 180 to 360 are moved back`() async throws {
  let line = try await Cleaned(line: [Position(190, 10), .init(359.5, 11)])
  #expect(line.paths == [[Position(-170, 10), .init(-0.5, 11)]])
  #expect(line.report.shiftedFeatures == 1)
  #expect(line.report.antimeridianSplits.isEmpty)
  let greenwich = try await Cleaned(line: [Position(359, 10), .init(1, 12)])
  #expect(greenwich.paths == [[Position(-1, 10), .init(1, 12)]])
  let polygon = try await Cleaned(polygon: [
    rectangle(200, 10, 210, 20), rectangle(203, 12, 204, 13),
  ])
  #expect(polygon.box == Box(minX: -160, minY: 10, maxX: -150, maxY: 20))
  #expect(polygon.planarArea == 99)
  var points = GeometryColumn()
  points.appendPoint(Position(270, 5))
  points.appendPoint(Position(-190, 5))
  let moved = try await Cleaned(points).batch.geometry.points.paths
  #expect(moved.positions(of: 0) + moved.positions(of: 1) == [Position(-90, 5), Position(170, 5)])
}

@Test func `places beyond the antimeridian by rounding alone are put onto it`() async throws {
  let x = 180.000_000_000_000_06
  let polygon = try await Cleaned(polygon: [rectangle(170, 60, x, 70)])
  #expect(polygon.box.maxX == 180)
  #expect(polygon.partCount == 1)
  #expect(polygon.report.antimeridianSplits.isEmpty)
  let pole = try await Cleaned(polygon: [rectangle(10, 80, 20, 90.000_000_000_000_02)])
  #expect(pole.box.maxY == 90)
}

@Test func `a polygon with a hole over the antimeridian becomes two with half a hole each`()
  async throws
{
  let shell = [Position(170, 0), .init(-170, 0), .init(-170, 10), .init(170, 10), .init(170, 0)]
  let hole = [Position(178, 4), .init(-178, 4), .init(-178, 6), .init(178, 6), .init(178, 4)]
  let cleaned = try await Cleaned(polygon: [shell, hole])
  #expect(cleaned.partCount == 2)
  #expect(cleaned.planarArea == 20 * 10 - 4 * 2)
  #expect(cleaned.box == Box(minX: -180, minY: 0, maxX: 180, maxY: 10))
  #expect(cleaned.report.antimeridianSplits == ["100"])
  #expect(cleaned.report.repairs.isEmpty)
  // Drawn with longitudes that run on, and with the hole on the other side, it is the same.
  for (outer, inner) in [
    (rectangle(170, 0, 190, 10), rectangle(178, 4, 182, 6)),
    (rectangle(170, 0, 190, 10), rectangle(-182, 4, -178, 6)), (shell, rectangle(178, 4, 182, 6)),
  ] {
    let same = try await Cleaned(polygon: [outer, inner])
    #expect(same.planarArea == cleaned.planarArea)
    #expect(same.box == cleaned.box)
  }
}

@Test func `only the parts that cross are cut, and a hole on one side stays whole`() async throws {
  let cleaned = try await Cleaned(
    polygon: [rectangle(170, 0, 190, 10), rectangle(182, 4, 184, 6)],
    [rectangle(20, 20, 30, 30), rectangle(22, 22, 23, 23)])
  #expect(cleaned.partCount == 3)
  #expect(cleaned.planarArea == 200 - 4 + 100 - 1)
}

@Test func `a bow-tie over the antimeridian is repaired and cut`() async throws {
  let cleaned = try await Cleaned(
    polygon: [[Position(179, 0), .init(-179, 2), .init(-179, 0), .init(179, 2), .init(179, 0)]])
  #expect(cleaned.planarArea == 2)
  #expect(cleaned.report.repairs.map(\.reason) == ["Ring Self-intersection at 180.0, 1.0"])
  #expect(cleaned.report.antimeridianSplits == ["100"])
}

@Test(arguments: [70.0, -70.0])
func `a ring around a pole is closed over it`(latitude: Double) async throws {
  let ring = parallel(latitude)
  let edges = ring.flatMap { [$0.x, $0.y] }
  let cap = abs(Geodesic.wgs84.signedArea(ofRing: edges.span)) / 1e6
  for ring in [ring, ring.reversed(), parallel(latitude, from: 5), parallel(latitude, from: 180)] {
    let cleaned = try await Cleaned(polygon: [ring])
    #expect(cleaned.planarArea == 360 * 20)
    #expect(cleaned.box.minX == -180 && cleaned.box.maxX == 180)
    #expect(max(cleaned.box.maxY, -cleaned.box.minY) == 90)
    // The cut edge is straight in degrees, not the shortest: 0.02 % of the area of the cap.
    #expect(abs(cleaned.area / cap - 1) < 1e-3)
    #expect(cleaned.report.antimeridianSplits == ["100"])
    #expect(cleaned.report.repairs.isEmpty)
  }
}

@Test func `holes of a ring around a pole are cut out, around the pole or not`() async throws {
  let annulus = try await Cleaned(polygon: [parallel(60), parallel(80, from: -115)])
  #expect(annulus.planarArea == 360 * 20)
  #expect(annulus.box.maxY == 80)
  let holed = try await Cleaned(
    polygon: [parallel(60), rectangle(178, 70, 182, 75), rectangle(10, 70, 12, 71)])
  #expect(holed.planarArea == 360 * 30 - 4 * 5 - 2)
}

@Test func `a ring that winds back while it goes round the pole is closed over it`() async throws {
  var ring = parallel(70, from: -180)
  ring.insert(contentsOf: [Position(170, 75), .init(-160, 76), .init(-175, 77)], at: 1)
  let cleaned = try await Cleaned(polygon: [ring])
  #expect(cleaned.box == Box(minX: -180, minY: 70, maxX: 180, maxY: 90))
  let geos = GEOSContext()
  #expect(try geos.makeGeometry(row: 0, of: cleaned.batch.geometry).invalidity() == nil)
}

@Test func `frames around the world and continents closed along a pole stay as drawn`()
  async throws
{
  let antarctica = [
    Position(-180, -84), .init(-90, -70), .init(0, -68), .init(90, -66), .init(180, -84),
    .init(180, -90), .init(-180, -90), .init(-180, -84),
  ]
  let fromInside = Array(antarctica[2...] + antarctica[1...2])
  for ring in [
    antarctica, antarctica.reversed(), fromInside, rectangle(-180, -90, 180, 90),
    rectangle(-180, -60, 180, 60),
  ] {
    let cleaned = try await Cleaned(polygon: [ring])
    #expect(cleaned.batch.geometry == GeometryColumn(PolygonColumn([[[ring]]])))
    #expect(cleaned.report.antimeridianSplits.isEmpty)
  }
  let parallel = [Position(-180, 60), Position(180, 60)]
  #expect(try await Cleaned(line: parallel).paths == [parallel])
}

@Test func `wide edges stay as drawn when asked`() async throws {
  var options = CleaningOptions()
  options.wideEdges = .asDrawn
  let wide = PolygonColumn([[[rectangle(-170, 0, 170, 10)]]])
  let drawn = try await Cleaned(GeometryColumn(wide), options: options)
  #expect(drawn.batch.geometry == GeometryColumn(wide))
  let short = try await Cleaned(GeometryColumn(wide))
  #expect(short.planarArea == 200)
}

@Test func `projected features over the antimeridian and around the pole are cut`() async throws {
  // EPSG:3995, Arctic polar stereographic: the 180th meridian runs upwards from the pole.
  let line = try await Cleaned(
    line: [Position(-200_000, 2_000_000), .init(200_000, 2_000_000)], crs: "EPSG:3995")
  #expect(line.paths.count == 2)
  #expect(abs(line.paths[0].last?.x ?? 0) == 180)
  let cap = try await Cleaned(
    polygon: [rectangle(-1e6, -1e6, 1e6, 1e6)], crs: "EPSG:3995")
  #expect(cap.box.maxY == 90 && cap.box.minX == -180 && cap.box.maxX == 180)
  // A square of 4·10⁶ km² on a map whose scale is 0.97 at the pole and 0.99 at the corners.
  #expect(abs(cap.area / 4e6 - 1.05) < 0.02)
  #expect(cap.report.repairs.isEmpty)
}

@Test func `a line and a polygon that share an edge are cut at the same place`() async throws {
  var random = SeededGenerator(seed: 11)
  for _ in 0..<50 {
    let start = Position(
      .random(in: 170...180, using: &random), .random(in: 40...60, using: &random))
    let end = Position(
      .random(in: -180 ... -170, using: &random), .random(in: 40...60, using: &random))
    let corner = Position(start.x, 70)
    var geometry = GeometryColumn(PolygonColumn([[[[start, end, corner, start]]]]))
    geometry.append(0, of: GeometryColumn(LineColumn([[[start, end]]])))
    geometry.append(0, of: GeometryColumn(LineColumn([[[.init(end.x + 360, end.y), start]]])))
    let cleaned = try await Cleaned(geometry).batch.geometry
    let cut = try #require(cleaned.lines.paths.positions(of: 0).last)
    #expect(cut.x == 180)
    #expect(cleaned.lines.paths.positions(of: 3).first == cut)
    let corners = (0..<cleaned.polygons.rings.count).flatMap(cleaned.polygons.rings.positions(of:))
    #expect(corners.contains(cut))
    #expect(corners.contains(Position(-180, cut.y)))
  }
}

/// A star around a centre, valid but wild, with an edge every 0.2 degrees or less.
private func star(around centre: Position, using random: inout SeededGenerator) -> [Position] {
  let tips = (0..<20).map { step in
    let angle = 2 * Double.pi * Double(step) / 20
    let radius = Double.random(in: 0.2...3, using: &random)
    return Position(centre.x + radius * angle.cosine, centre.y + radius * angle.sine)
  }
  let edges = zip(tips, tips.dropFirst() + tips.prefix(1))
  let ring = edges.flatMap { start, end in
    (0..<20).map { step in
      let part = Double(step) / 20
      return Position(
        start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part)
    }
  }
  return ring + [ring[0]]
}

@Test(arguments: UInt64(1)...4)
func `areas and lengths do not change at the antimeridian`(seed: UInt64) async throws {
  var random = SeededGenerator(seed: seed)
  for _ in 0..<5 {
    let centre = Position(
      .random(in: 178...182, using: &random), .random(in: -60...60, using: &random))
    let ring = star(around: centre, using: &random)
    let wrapped = ring.map { Position($0.x > 180 ? $0.x - 360 : $0.x, $0.y) }
    let home = ring.map { Position($0.x - 100, $0.y) }
    let whole = try await Cleaned(polygon: [home])
    let cut = try await Cleaned(polygon: [wrapped])
    #expect(abs(cut.planarArea / whole.planarArea - 1) < 1e-12)
    // A cut edge of 0.2° deviates by up to 0.2 m from the shortest path between its ends.
    #expect(abs(cut.area / whole.area - 1) < 1e-5)
    #expect(!cut.report.antimeridianSplits.isEmpty)
    let line = try await Cleaned(line: wrapped)
    let length = Geodesic.wgs84.length(ofRow: 0, of: line.batch.geometry.lines)
    let xy = ring.flatMap { [$0.x, $0.y] }
    #expect(abs(length / Geodesic.wgs84.length(of: xy.span) - 1) < 1e-8)
  }
}
