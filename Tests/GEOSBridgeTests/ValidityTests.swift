import GEOSBridge
import Geometry
import Testing

@Test func `a valid polygon has nothing to say`() throws {
  let geos = GEOSContext()
  #expect(try geos.polygon([square(0, 0, side: 4), square(1, 1, side: 1)]).invalidity() == nil)
}

@Test func `a bow-tie names its crossing and becomes two triangles`() throws {
  let geos = GEOSContext()
  let bowTie = try geos.polygon([
    [Position(0, 0), .init(2, 2), .init(2, 0), .init(0, 2), .init(0, 0)]
  ])
  let invalidity = try #require(try bowTie.invalidity())
  #expect(invalidity.reason == "Self-intersection")
  #expect(invalidity.location == Position(1, 1))
  let valid = try bowTie.madeValid()
  #expect(try valid.invalidity() == nil)
  #expect(try valid.planarArea == 2)
  #expect(try copied(valid).polygons.partCount == 2)
}

@Test func `a hole outside its shell becomes a part, overlapping parts merge`() throws {
  let geos = GEOSContext()
  let stray = try geos.polygon([square(0, 0, side: 4), square(9, 9, side: 1)])
  #expect(try stray.invalidity()?.reason == "Hole lies outside shell")
  #expect(try stray.madeValid().planarArea == 16 + 1)
  let overlap = try geos.polygon([square(0, 0, side: 2)], [square(1, 0, side: 2)])
  #expect(try overlap.invalidity() != nil)
  #expect(try overlap.madeValid().planarArea == 6)
}

@Test func `what collapses leaves nothing behind`() throws {
  let geos = GEOSContext()
  let flat = try geos.polygon([[Position(0, 0), .init(2, 0), .init(4, 0), .init(0, 0)]])
  #expect(try flat.invalidity() != nil)
  #expect(try flat.madeValid().isEmpty)
}

@Test func `coordinates that are not finite are invalid`() throws {
  let line = try GEOSContext().line([Position(0, 0), .init(.nan, 1)])
  #expect(try line.invalidity()?.reason.hasPrefix("Invalid Coordinate") == true)
}
