import Assessment
import Formats
import Geometry
import Landscape
import Permeability
import TestSupport
import Testing

#if GDAL
  struct RealContactsTests {
    /// The polygons of a layer by a column.
    static func areas(
      _ path: String, _ kind: CrossedArea.Kind, by column: String
    ) async throws -> [NamedArea] {
      let stream = try LayerStream(LayerQuery(SourceSpec(path), kind: .polygon))
      let features = try await stream.rest()
      var polygons = NamedPolygons()
      let names = features.column(column)
      polygons.add(
        features.geometry, names: (0..<features.count).map { names?[$0].filled })
      return polygons.names.indices.map {
        NamedArea(kind, polygons.names[$0], polygons.polygons(of: $0))
      }
    }

    @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
    func `the fictional railway crosses the reserves and regions that are known`() async throws {
      let plan = try await PlanReaderTests.plan(
        TestFiles.shared("synthetic-cami/planned_railway.kml"))
      #expect(plan.notes == [])
      let reserves = try await Self.areas(
        TestFiles.shared("osm-central-asia/uzbekistan_protected_areas.fgb"), .further, by: "name")
      let regions = try await Self.areas(
        TestFiles.shared("synthetic-cami/ptcr_schematic.gpkg"), .region, by: "name")
      let found = try await AreaContacts(regions + reserves)
        .contacts(of: plan, zone: 1000, jobs: 2)
      #expect(found.count == 3)
      let reserve = try #require(found.last)
      #expect(reserve.name.contains("Sudochye-Aqbetkey"))
      // SpatiaLite gives 3698.4 m in UTM 40N, whose scale is 0.9997 there.
      #expect(abs(reserve.insideLength / 3699.4 - 1) < 1e-4)
      #expect(reserve.entries == 1 && reserve.exits == 1)
      let ustyurt = try #require(found.first { $0.name == "Northern and Eastern Ustyurt" })
      #expect(ustyurt.entries == 3 && ustyurt.exits == 3)
      for area in found {
        for (one, next) in zip(area.stretches, area.stretches.dropFirst()) {
          #expect(one.to <= next.from)
        }
      }
    }
  }
#endif
