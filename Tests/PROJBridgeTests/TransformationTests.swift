import Geometry
import PROJBridge
import TestSupport
import Testing

private func transformation(from crs: String) throws -> Transformation {
  try Transformation(from: CoordinateReferenceSystem(crs))
}

/// The image of one path.
private func image(_ path: [Position], by transformation: Transformation) throws -> [Position] {
  var paths = PathSet()
  let xy = path.flatMap { [$0.x, $0.y] }
  try transformation.append(path: xy.span, to: &paths)
  paths.endPath()
  return paths.positions(of: 0)
}

@Test func `known places come out east first, whatever the order of axes`() throws {
  let cases: [(crs: String, x: Double, y: Double, lon: Double, lat: Double)] = [
    ("EPSG:32640", 500_000, 0, 57, 0), ("EPSG:32640", 500_000, 4_427_757.218_7, 57, 40),
    ("EPSG:3035", 4_321_000, 3_210_000, 10, 52), ("EPSG:3857", 20_037_508.342_789_244, 0, 180, 0),
    ("EPSG:4326", 61.5, 43.25, 61.5, 43.25), ("EPSG:4258", 10, 52, 10, 52),
    ("OGC:CRS84", 61.5, 43.25, 61.5, 43.25),
  ]
  for (crs, x, y, lon, lat) in cases {
    let transformation = try transformation(from: crs)
    var xy = [x, y]
    transformation.transform(&xy)
    #expect(abs(xy[0] - lon) < 1e-9 && abs(xy[1] - lat) < 1e-9, "\(crs) gives \(xy)")
    transformation.transform(&xy, isInverse: true)
    #expect(abs(xy[0] - x) < 1e-6 && abs(xy[1] - y) < 1e-6, "\(crs) gives \(xy)")
  }
}

@Test func `Pulkovo 1942 is shifted, an unknown datum is ballpark`() throws {
  var xy = [68.0, 48.0]
  let pulkovo = try transformation(from: "EPSG:4284")
  pulkovo.transform(&xy)
  let shift = Geodesic.wgs84.distance(from: Position(68, 48), to: Position(xy[0], xy[1]))
  #expect((20...200).contains(shift))
  #expect(!pulkovo.isBallpark)
  #expect(try transformation(from: "+proj=longlat +ellps=krass").isBallpark)
}

@Test func `a vertex without image is named, and the others are still transformed`() throws {
  let mercator = try transformation(from: "+proj=laea +lat_0=45 +lon_0=80 +datum=WGS84")
  var xy = [0.0, 0, 1e9, 1e9, 1000, 0]
  mercator.transform(&xy)
  #expect(xy[0].isFinite && !xy[2].isFinite && xy[4].isFinite)
  let failure = #expect(throws: TransformationFailure.self) {
    _ = try image([Position(0, 0), .init(1e9, 1e9)], by: mercator)
  }
  #expect(failure == .vertex(1, at: Position(1e9, 1e9)))
  #expect(failure?.description.contains("is the CRS right?") == true)
  var paths = PathSet()
  #expect(throws: TransformationFailure.self) {
    try mercator.append(points: [1e9, 1e9].span, to: &paths)
  }
}

@Test func `an edge torn apart by its projection is refused`() throws {
  let interrupted = try transformation(from: "+proj=igh +datum=WGS84")
  // From South America over the gap between two lobes of the Goode projection to Africa.
  let failure = #expect(throws: TransformationFailure.self) {
    _ = try image([Position(-4e6, -5e6), .init(1e6, -5e6)], by: interrupted)
  }
  #expect(failure?.description.contains("no connected image") == true)
}

@Test func `points, empty paths, short and repeated vertices pass`() throws {
  let utm = try transformation(from: "EPSG:32640")
  #expect(try image([], by: utm).isEmpty)
  #expect(try image([Position(500_000, 0)], by: utm).count == 1)
  let repeated = try image([Position(500_000, 0), .init(500_000, 0), .init(500_100, 0)], by: utm)
  #expect(repeated.count == 3)
  #expect(repeated[0] == repeated[1])
  var paths = PathSet()
  try utm.append(points: [500_000, 0, 400_000, 4e6].span, to: &paths)
  #expect(paths.vertexCount == 2)
}

@Test func `the copy of a transformation gives the same bits`() throws {
  let original = try transformation(from: "EPSG:28412")
  let copy = try original.copy()
  let path = [Position(12_400_000, 5_000_000), .init(12_700_000, 5_500_000)]
  #expect(try image(path, by: original) == image(path, by: copy))
}

@Test func `a path over the antimeridian runs on without a jump`() throws {
  let polar = try transformation(from: "EPSG:3995")
  let arc = stride(from: 150.0, through: 230, by: 10).map { lon in
    let angle = (lon - 90) * .pi / 180
    return Position(2e6 * angle.cosine, 2e6 * angle.sine)
  }
  let longitudes = try image(arc, by: polar).map(\.x)
  #expect(zip(longitudes, longitudes.dropFirst()).allSatisfy { $0 < $1 })
  #expect(abs(longitudes[0] - 150) < 1e-9)
  #expect(abs((longitudes.last ?? 0) - 230) < 1e-9)
}

@Test func `a geographic edge goes the short way round`() throws {
  let path = try image([Position(179, 50), .init(-179, 50)], by: transformation(from: "EPSG:4284"))
  let width = try #require(path.last).x - path[0].x
  #expect(abs(width - 2) < 0.01)
}

@Test func `an edge round most of the world keeps its way`() throws {
  let path = try image([Position(-19e6, 0), .init(19e6, 0)], by: transformation(from: "EPSG:3857"))
  #expect(zip(path, path.dropFirst()).allSatisfy { $0.x < $1.x && $1.x - $0.x <= 180 })
}

/// A random path of edges up to `reach` long, in the coordinates of a system.
private func randomPath(around centre: Position, reach: Double, seed: UInt64) -> [Position] {
  var random = SeededGenerator(seed: seed)
  return (0..<5).map { _ in
    Position(
      centre.x + .random(in: -reach...reach, using: &random),
      centre.y + .random(in: -reach...reach, using: &random))
  }
}

@Test(arguments: [
  ("EPSG:32640", Position(500_000, 5_000_000), 4e5), ("EPSG:3857", Position(7e6, 6e6), 1e6),
  ("EPSG:3035", Position(4_321_000, 3_210_000), 1e6), ("EPSG:3995", Position(0, 0), 1e6),
  ("ESRI:102025", Position(0, 4e6), 1e6), ("EPSG:4284", Position(70, 48), 2),
])
func `no place of a straight edge is more than a metre from its image`(
  crs: String, centre: Position, reach: Double
) throws {
  let transformation = try transformation(from: crs)
  for seed in UInt64(1)...3 {
    let path = randomPath(around: centre, reach: reach, seed: seed)
    let result = try image(path, by: transformation)
    var samples: [Double] = []
    for (start, end) in zip(path, path.dropFirst()) {
      for step in 0..<60 {
        let part = Double(step) / 60
        samples.append(start.x + (end.x - start.x) * part)
        samples.append(start.y + (end.y - start.y) * part)
      }
    }
    transformation.transform(&samples)
    let worst = stride(from: 0, to: samples.count, by: 2).map {
      distance(from: Position(samples[$0], samples[$0 + 1]), to: result)
    }.max()
    #expect(try #require(worst) < 1, "\(crs), seed \(seed)")
  }
}

@Test func `few vertices are added, and none to short edges`() throws {
  let utm = try transformation(from: "EPSG:32640")
  let short = (0..<50).map { Position(500_000 + 100 * Double($0), 5_000_000) }
  #expect(try image(short, by: utm).count == 50)
  let long = try image([Position(300_000, 5_000_000), .init(700_000, 5_000_000)], by: utm)
  // The image bends by L² tan φ / 8R, about 3.1 km over 400 km, so that 2⁶ pieces just suffice.
  #expect((33...129).contains(long.count))
}

/// The geodesic distance from a position to a path with straight edges in degrees.
private func distance(from position: Position, to path: [Position]) -> Double {
  var best = Double.infinity
  for (start, end) in zip(path, path.dropFirst()) {
    let turns = ((start.x - position.x) / 360).rounded()
    let place = Position(position.x + 360 * turns, position.y)
    let shrinking = (place.y * .pi / 180).cosine
    let (dx, dy) = ((end.x - start.x) * shrinking, end.y - start.y)
    let (px, py) = ((place.x - start.x) * shrinking, place.y - start.y)
    let square = dx * dx + dy * dy
    let fraction = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
    let nearest = Position(
      start.x + (end.x - start.x) * fraction, start.y + (end.y - start.y) * fraction)
    best = min(best, Geodesic.wgs84.distance(from: place, to: nearest))
  }
  return best
}
