import Formats
import GEOSBridge
import Geometry
import PROJBridge
import TestSupport
import Testing

@Test func `a bow-tie becomes two triangles, with the change of area`() async throws {
  let cleaned = try await Cleaned(
    polygon: [[Position(0, 0), .init(2, 2), .init(2, 0), .init(0, 2), .init(0, 0)]])
  #expect(cleaned.partCount == 2)
  #expect(cleaned.planarArea == 2)
  let repair = try #require(cleaned.report.repairs.first)
  #expect(repair.id == "100")
  #expect(repair.reason == "Self-intersection at 1.0, 1.0")
  // The two lobes of the bow-tie turn against each other, so that they cancel.
  #expect(repair.areaBefore < 1e-3 * repair.areaAfter)
  #expect(abs(repair.areaAfter / 1e6 - cleaned.area) < 1e-6)
}

@Test func `a hole outside its shell, overlapping parts and a pinched ring are repaired`()
  async throws
{
  let stray = try await Cleaned(polygon: [rectangle(0, 0, 4, 4), rectangle(9, 9, 10, 10)])
  #expect(stray.report.repairs[0].reason.hasPrefix("Hole lies outside shell"))
  #expect(stray.planarArea == 17)
  let overlap = try await Cleaned(polygon: [rectangle(0, 0, 2, 2)], [rectangle(1, 0, 3, 2)])
  #expect(overlap.planarArea == 6)
  #expect(overlap.report.repairs[0].areaBefore > overlap.report.repairs[0].areaAfter)
  let pinched = try await Cleaned(
    polygon: [
      [
        Position(0, 0), .init(2, 0), .init(1, 1), .init(2, 2), .init(0, 2), .init(1, 1),
        .init(0, 0),
      ]
    ])
  #expect(pinched.partCount == 2)
  #expect(pinched.report.repairs[0].reason.hasPrefix("Ring Self-intersection"))
}

@Test func `an unclosed ring is closed and reported`() async throws {
  let cleaned = try await Cleaned(polygon: [Array(rectangle(0, 0, 2, 2).dropLast())])
  #expect(cleaned.planarArea == 4)
  #expect(cleaned.batch.geometry.polygons.rings.positions(of: 0).count == 5)
  let repair = cleaned.report.repairs[0]
  #expect(repair.reason == "rings closed: 1")
  #expect(repair.areaBefore == repair.areaAfter)
}

@Test func `short rings go, and take their polygon with them only as its last shell`()
  async throws
{
  let short = [Position(1, 1), Position(2, 2), Position(1, 1)]
  let hole = try await Cleaned(polygon: [rectangle(0, 0, 4, 4), short])
  #expect(hole.planarArea == 16)
  #expect(hole.report.repairs[0].reason == "rings left out of fewer than three positions: 1")
  let part = try await Cleaned(polygon: [short, rectangle(0, 0, 1, 1)], [rectangle(5, 5, 6, 6)])
  #expect(part.planarArea == 1)
  #expect(part.partCount == 1)
  for ring in [short, [Position(1, 1)], [Position(1, 1), .init(1, 1), .init(1, 1), .init(1, 1)]] {
    let refused = try await Cleaned(polygon: [ring])
    #expect(refused.batch.count == 0)
    #expect(refused.reason?.contains("fewer than three") == true)
  }
}

@Test func `a polygon without area is refused`() async throws {
  let flat = try await Cleaned(
    polygon: [[Position(0, 0), .init(2, 0), .init(4, 0), .init(2, 0), .init(0, 0)]])
  #expect(flat.batch.count == 0)
  #expect(flat.reason?.hasPrefix("a polygon without area") == true)
}

@Test(arguments: UInt64(1)...6)
func `whatever the rings, what comes out is valid or refused`(seed: UInt64) async throws {
  var random = SeededGenerator(seed: seed)
  // A small lattice across the antimeridian forces shared vertices, spikes and collapse.
  func ring() -> [Position] {
    let ring = (0..<Int.random(in: 1...9, using: &random)).map { _ in
      Position(
        Double(Int.random(in: 176...184, using: &random)),
        Double(Int.random(in: 0...5, using: &random)))
    }
    return Bool.random(using: &random) ? ring : ring + [ring[0]]
  }
  let rows = (0..<100).map { _ in
    (0..<Int.random(in: 1...2, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in ring() }
    }
  }
  let cleaned = try await Cleaned(GeometryColumn(PolygonColumn(rows)))
  #expect(cleaned.batch.count + cleaned.batch.rejected.count == 100)
  #expect(cleaned.batch.count > 50)
  #expect(cleaned.box.minX >= -180 && cleaned.box.maxX <= 180)
  let geos = GEOSContext()
  for row in 0..<cleaned.batch.count {
    #expect(cleaned.batch.geometry.kinds[row] == .polygon)
    let invalidity = try geos.makeGeometry(row: row, of: cleaned.batch.geometry).invalidity()
    #expect(invalidity == nil)
  }
}
