import Foundation
import TestSupport
import Testing

@testable import Commands

#if GDAL
  @Suite(.enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct RangeRealDataTests {
    private static let ranges = TestFiles.shared("synthetic-cami/ranges_iucn_schema.shp")
    private static let railways = TestFiles.shared("natural-earth/ne_10m_railroads.fgb")
    private static let fences = TestFiles.shared("synthetic-cami/border_fences_schematic.geojson")
    private static let regions = TestFiles.shared("synthetic-cami/ptcr_schematic.gpkg")

    private func json(_ words: [String]) async throws -> [String: Any] {
      let result = await CommandRun(
        ["connectivity", "--ranges", Self.ranges, "--barriers", Self.railways] + words
          + ["--json"])
      try #require(result.code == .done, "\(result.err)")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    }

    private func rows(_ object: [String: Any]) throws -> [[String: Any]] {
      try #require(object["connectivity"] as? [[String: Any]])
    }

    private func number(_ row: [String: Any], _ column: String) throws -> Double {
      try #require(row[column] as? Double)
    }

    @Test func `all species and regions of the schematic ranges`() async throws {
      let object = try await json([
        Self.fences, "--regions", Self.regions, "--chords", "50",
      ])
      let rows = try rows(object)
      #expect(Set(rows.compactMap { $0["species"] as? String }).count == 8)
      #expect(rows.count > 25)
      for row in rows {
        let range = try number(row, "range_km2")
        let eca = try ["eca_low_km2", "eca_km2", "eca_high_km2"].map { try number(row, $0) }
        #expect(eca == eca.sorted() && eca[2] <= range * (1 + 1e-12))
        #expect(abs(try number(row, "c_mesh") - eca[1] * eca[1] / range / range) < 1e-8)
        #expect(try number(row, "m_eff_cbc_km2") >= number(row, "m_eff_km2") * (1 - 1e-9))
        #expect(try number(row, "largest_patch_km2") <= range)
      }
    }

    @Test func `the border fence costs the wild ass more than any railway`() async throws {
      try await withWorkplace { place in
        let object = try await json([
          Self.fences, "--species", "khulan", "--chords", "0", "--out", place.path("out"),
        ])
        let ranked = try #require(object["most_important"] as? [[String: Any]])
        #expect(ranked.first?["barrier"] as? String == "CHN-MNG border")
        #expect(try number(try #require(ranked.first), "delta_eca_km2") > 10_000)
      }
    }

    @Test func `roads of tiles leak until their gaps are bridged`() async throws {
      let roads = TestFiles.shared("osm-central-asia/mongolia_roads.fgb")
      let words = [roads, "--species", "mongolian_gazelle", "--chords", "0"]
      let leaking = try #require(try rows(try await json(words)).first)
      let bridged = try #require(try rows(try await json(words + ["--bridge-gaps", "60"])).first)
      #expect(try number(bridged, "patches") > 2 * number(leaking, "patches"))
      #expect(try number(bridged, "eca_km2") < 0.9 * number(leaking, "eca_km2"))
    }
  }
#endif
