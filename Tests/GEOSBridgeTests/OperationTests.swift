import GEOSBridge
import Geometry
import TestSupport
import Testing

@Test func `set operations of two squares have the expected areas`() throws {
  let geos = GEOSContext()
  let a = try geos.polygon([square(0, 0, side: 2)])
  let b = try geos.polygon([square(1, 1, side: 2)])
  #expect(try a.intersection(b).planarArea == 1)
  #expect(try a.union(b).planarArea == 7)
  #expect(try a.difference(b).planarArea == 3)
  #expect(try a.planarLength == 8)
  #expect(try a.boundary().planarLength == 8)
  #expect(try a.intersection(geos.polygon([square(5, 5, side: 1)])).isEmpty)
  #expect(try a.clipped(to: Box(minX: 1, minY: -1, maxX: 3, maxY: 1)).planarArea == 1)
  #expect(try a.clipped(to: Box(minX: 5, minY: 5, maxX: 6, maxY: 6)).isEmpty)
}

@Test func `distance, centre and a point inside`() throws {
  let geos = GEOSContext()
  let ring = try geos.polygon([square(0, 0, side: 9), square(1, 1, side: 7)])
  #expect(try ring.planarDistance(to: geos.point(12, 13)) == 5)
  #expect(try copied(ring.centroid()).points.paths.position(at: 0) == Position(4.5, 4.5))
  #expect(try !ring.contains(ring.centroid()))
  #expect(try ring.contains(ring.pointOnSurface()))
}

@Test func `a buffer of a point tends to a circle`() throws {
  let disc = try GEOSContext().point(3, 4).buffer(distance: 2, quadrantSegments: 64)
  // 256 edges: the area of the regular polygon is n/2 · r² · sin(2π/n).
  #expect(abs(try disc.planarArea - 12.565_108) < 1e-5)
}

@Test func `crossing lines polygonize after they are noded`() throws {
  let geos = GEOSContext()
  let lines = try geos.line(
    [Position(0, 0), .init(4, 0)], [.init(0, 3), .init(4, 3)], [.init(1, -1), .init(1, 4)],
    [.init(2, -1), .init(2, 4)], [.init(3, -1), .init(3, 4)])
  #expect(try lines.polygonized().isEmpty)
  let cells = try copied(lines.unaryUnion().polygonized())
  #expect(cells.polygons.partCount == 2)
}

@Test func `contains needs the inside, covers does not`() throws {
  let geos = GEOSContext()
  let area = try geos.polygon([square(0, 0, side: 2)])
  let side = try geos.line([Position(0, 0), .init(2, 0)])
  #expect(try area.intersects(side) && area.covers(side) && !area.contains(side))
  let prepared = try GEOSPrepared(area)
  #expect(try prepared.intersects(side) && prepared.covers(side) && !prepared.contains(side))
  let inside = try geos.point(1, 1)
  #expect(try prepared.contains(inside) && prepared.base.contains(inside))
  #expect(try !prepared.intersects(geos.point(3, 3)))
}

@Test(arguments: UInt64(1)...4)
func `prepared predicates answer as the plain ones do`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let geos = GEOSContext()
  func randomSquare() -> [Position] {
    square(
      Double(Int.random(in: 0...6, using: &random)), Double(Int.random(in: 0...6, using: &random)),
      side: Double(Int.random(in: 1...4, using: &random)))
  }
  for _ in 0..<50 {
    let (first, second) = (randomSquare(), randomSquare())
    let prepared = try GEOSPrepared(geos.polygon([first]))
    let other = try geos.polygon([second])
    #expect(try prepared.intersects(other) == prepared.base.intersects(other))
    #expect(try prepared.contains(other) == prepared.base.contains(other))
    #expect(try prepared.covers(other) == prepared.base.covers(other))
  }
}

@Test(arguments: UInt64(1)...4)
func `union and intersection add up to both areas`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let geos = GEOSContext()
  func randomDisc() throws -> GEOSHandle {
    try geos.point(.random(in: 0...5, using: &random), .random(in: 0...5, using: &random))
      .buffer(distance: .random(in: 1...4, using: &random))
  }
  for _ in 0..<20 {
    let a = try randomDisc()
    let b = try randomDisc()
    let sum = try a.planarArea + b.planarArea
    let parts = try a.union(b).planarArea + a.intersection(b).planarArea
    #expect(abs(sum - parts) < 1e-9 * sum)  // overlay rounds each new vertex once
    #expect(try a.difference(b).union(a.intersection(b)).planarArea > 0.999 * a.planarArea)
  }
}

@Test func `the version of GEOS is known`() { #expect(GEOSContext.version.hasPrefix("3.")) }
