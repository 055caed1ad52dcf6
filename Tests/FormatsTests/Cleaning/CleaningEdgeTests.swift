import Formats
import Geometry
import PROJBridge
import Testing

@Suite("Cleaning at the edges")
struct CleaningEdgeTests {
  @Test func `points in another CRS are placed without vertices added`() async throws {
    var points = GeometryColumn()
    for position in [Position(500_000, 0), Position(500_000, 5_000_000)] {
      points.appendPoint(position)
    }
    let cleaned = try await Cleaned(points, crs: "EPSG:32640")
    #expect(cleaned.batch.geometry.kinds == [.point, .point])
    #expect(cleaned.report.addedVertices == 0)
    let first = cleaned.batch.geometry.points.paths.position(at: 0)
    #expect(abs(first.x - 57) < 1e-9 && abs(first.y) < 1e-9)
    // Along the central meridian, UTM is shortened by 0.9996.
    let second = cleaned.batch.geometry.points.paths.position(at: 1)
    let distance = Geodesic.wgs84.distance(from: first, to: second)
    #expect(abs(distance - 5_000_000 / 0.9996) < 1e-3)
  }

  /// Exactly on it and off it by rounding, which is put right.
  @Test(arguments: [180, -180, 180 + 1e-12, -180 - 1e-12])
  func `a line along the antimeridian stays one line there`(longitude: Double) async throws {
    let cleaned = try await Cleaned(line: [Position(longitude, 60), Position(longitude, 70)])
    let lines = cleaned.batch.geometry.lines
    #expect(lines.pathIndices(of: 0).count == 1)
    #expect(lines.paths.positions(of: 0).map(\.x.magnitude) == [180, 180])
    #expect(lines.paths.positions(of: 0).map(\.y) == [60, 70])
  }

  @Test func `a point beyond the antimeridian is put back`() async throws {
    var points = GeometryColumn()
    for x in [190.0, -190, 180, -180, 350] { points.appendPoint(Position(x, 66)) }
    let cleaned = try await Cleaned(points)
    let xs = (0..<5).map { cleaned.batch.geometry.points.paths.position(at: $0).x }
    #expect(xs == [-170, 170, 180, -180, -10])
  }

  @Test func `a CRS that no way leads out of is refused with the way out`() throws {
    let error = #expect(throws: FormatError.self) {
      try cleaner(crs: #"LOCAL_CS["site grid",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]"#)
    }
    #expect(error?.kind == .badData)
    #expect(error?.problem.contains("site grid") == true)
    #expect(error?.help.contains("--src-crs") == true)
  }
}
