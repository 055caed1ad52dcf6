import Foundation
import TestSupport
import Testing

@testable import Commands

#if GDAL
  @Suite(.enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct OverlayRealDataTests {
    private let countries = TestFiles.shared("natural-earth/ne_10m_admin_0_countries.fgb")

    private func json(_ words: [String]) async throws -> [String: Any] {
      let result = await CommandRun(["overlay"] + words + ["--json"])
      try #require(result.code == .done, "\(result.err)")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any])
    }

    private func numbers(_ object: [String: Any], _ name: String) throws -> [String: Double] {
      try #require(object[name] as? [String: Double])
    }

    private func sum(_ object: [String: Any], _ column: String) throws -> Double {
      let rows = try #require(object["totals"] as? [[String: Any]])
      return rows.compactMap { $0[column] as? Double }.reduce(0, +)
    }

    private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * abs(b) }

    @Test func `totals over countries add up`() async throws {
      let lines = TestFiles.shared("natural-earth/ne_10m_railroads.fgb")
      let object = try await json(
        ["--lines", lines, "--polygons", countries, "--by", "polygons.NAME"])
      let length = try numbers(object, "lines")
      let parts = ["inside_m", "boundary_m", "outside_m"].compactMap { length[$0] }
      #expect(close(parts.reduce(0, +), try #require(length["length_m"])))
      let covered = try sum(object, "inside_m") + sum(object, "boundary_share_m")
      #expect(
        close(covered + (try #require(length["outside_m"])), try #require(length["length_m"])))
    }

    @Test func `fences on borders are on the boundary of both countries, and count once`()
      async throws
    {
      let fences = TestFiles.shared("synthetic-cami/border_fences_schematic.geojson")
      let object = try await json(
        ["--lines", fences, "--polygons", countries, "--by", "polygons.NAME"])
      let length = try numbers(object, "lines")
      // The file rounds to seven decimals; its vertices are moved back onto the borders by less
      // than half a step in both ordinates, some 8 mm (and the file says less: 0.1 m).
      let snapped = try numbers(object, "snapped")
      #expect(try #require(snapped["vertices"]) > 1000)
      #expect(try #require(snapped["greatest_move_m"]) < 0.1)
      let boundary = try #require(length["boundary_m"])
      #expect(boundary > 0.99 * (try #require(length["length_m"])))
      #expect(close(try sum(object, "boundary_m"), 2 * boundary))
      let covered = try sum(object, "inside_m") + sum(object, "boundary_share_m")
      #expect(close(covered, try #require(length["length_m"])))
    }

    @Test func `what neighbouring extracts have in common is measured once`() async throws {
      let files = ["kyrgyzstan", "tajikistan"].map {
        TestFiles.shared("osm-central-asia/\($0)_rail.fgb")
      }
      let words = ["--polygons", countries, "--by", "lines.class"]
      let both = try await json(["--lines"] + files + words)
      let kept = try await json(["--lines"] + files + words + ["--keep-repeats"])
      let repeated = try #require(both["repeated"] as? [String: Any])
      let length = try #require(repeated["length_m"] as? Double)
      let (once, twice) = (try numbers(both, "lines"), try numbers(kept, "lines"))
      #expect(close(try #require(once["length_m"]) + length, try #require(twice["length_m"])))
      let entries = try #require(repeated["lines"] as? [[String: Any]])
      #expect(entries.allSatisfy { ($0["length_m"] as? Double ?? 0) > 0 })
    }

    @Test func `an alignment has the same lengths in every format`() async throws {
      let name = TestFiles.shared("synthetic-cami/planned_railway")
      let regions = TestFiles.shared("synthetic-cami/ptcr_schematic.gpkg")
      let words = ["--polygons", regions, "--by", "polygons.ptcr_id"]
      let refused = await CommandRun(["overlay", "--lines", name + "_utm40n.dxf"] + words)
      #expect(refused.code == .badData)
      #expect(refused.err.contains("does not say which CRS it is in\n help: "))
      #expect(refused.err.contains("for instance --lines-src-crs EPSG:32640\n"))
      let shapefile = try await json(["--lines", name + "_utm40n.shp"] + words)
      let others = [
        ["--lines", name + ".kml"], ["--lines", name + ".gpx"],
        ["--lines", name + "_utm40n.dxf", "--lines-src-crs", "EPSG:32640"],
      ]
      let expected = try numbers(shapefile, "lines")
      for other in others {
        let object = try await json(other + words)
        for (column, metres) in try numbers(object, "lines") {
          // The files hold positions to a tenth of a millimetre.
          #expect(abs(metres - (try #require(expected[column]))) < 1e-3, "\(other) \(column)")
        }
        #expect(abs(try sum(object, "inside_m") - sum(shapefile, "inside_m")) < 1e-3)
      }
    }
  }
#endif
