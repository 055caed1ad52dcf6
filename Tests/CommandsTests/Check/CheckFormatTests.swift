import Foundation
import TestSupport
import Testing

@testable import Commands

#if GDAL
  /// The fictional railway as its engineers deliver it, against schematic data.
  @Suite(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
  struct CheckFormatTests {
    /// What all deliveries are told, since a GPX and a DXF carry no attributes.
    private static let design = ["--set", "class=railway", "fenced=true"]

    private static func railway(_ name: String) -> String {
      TestFiles.shared("synthetic-cami/planned_railway\(name)")
    }

    /// The tables in which findings stand. What names the delivery itself is left out of them.
    private static let tables = [
      "areas", "crossings", "contacts", "parallels", "permeability", "stretches", "bundles",
      "effects", "cumulative", "variants", "alternatives", "screening", "consultation",
      "activities",
    ]

    @Test func `KML, Shapefile, DXF and GPX of one railway give the same findings`() async throws {
      try await withUstyurt { check in
        try await check.report([Self.railway(".kml")], Self.design, out: "kml")
        try await check.report([Self.railway("_utm40n.shp")], Self.design, out: "shp")
        try await check.report([Self.railway(".gpx")], Self.design, out: "gpx")
        try await check.report(
          [Self.railway("_utm40n.dxf")], Self.design + ["--src-crs", "EPSG:32640"], out: "dxf")
        let expected = try check.json(of: "kml")
        #expect(try check.rows("areas", of: "kml").count > 3)
        #expect(try check.rows("contacts", of: "kml").first?["other"] == "KAZ-UZB border")
        #expect(try check.rows("effects", of: "kml").filter { $0["region"] == "" }.count == 3)
        for other in ["shp", "gpx", "dxf"] {
          let found = try check.json(of: other)
          for table in Self.tables {
            let rows = try #require(expected[table] as? [[String: Any]])
            let others = try #require(found[table] as? [[String: Any]])
            try #require(rows.count == others.count, "\(table) of \(other)")
            for (row, another) in zip(rows, others) { Self.expectSame(row, another, table) }
          }
        }
      }
    }

    /// Fails where two rows say something different of one railway.
    private static func expectSame(_ one: [String: Any], _ other: [String: Any], _ table: String) {
      #expect(one.keys.sorted() == other.keys.sorted())
      for (name, value) in one where name != "plan" && name != "line" {
        let another = other[name]
        if let number = value as? Double, let other = another as? Double {
          // Numbers have six decimals at most, and the last may be rounded the other way.
          let slack = max(1e-6 * abs(number), 2e-6)
          #expect(abs(number - other) <= slack, "\(table) \(name): \(number), \(other)")
        } else {
          #expect("\(value)" == another.map { "\($0)" }, "\(table) \(name)")
        }
      }
    }

    @Test func `structures from a list raise permeability and connected area`() async throws {
      try await withUstyurt { check in
        let plan = [Self.railway(".kml")]
        try await check.report(plan, Self.design, out: "bare")
        try await check.report(
          plan,
          Self.design + ["--passages", Self.railway("_structures.csv"), "--passage-length", "15"],
          out: "open")
        #expect(try check.rows("plans", of: "open").first?["structures"] == "23")
        let notes = (try check.json(of: "open")["summary"] as? [[String: Any]])?.first?["notes"]
        #expect(
          "\(notes ?? "")".contains("level crossing"), "the 24th is no passage, and it is said")
        try Self.expectRisen("permeability", ["p"], check) { $0["season"] ?? "" }
        try Self.expectRisen("effects", ["eca_after_km2"], check) { $0["region"] ?? "" }
      }
    }

    /// Fails where a number falls for any species in any place, or rises nowhere for a species.
    private static func expectRisen(
      _ table: String, _ columns: [String], _ check: CheckPlace,
      by key: ([String: String]) -> String
    ) throws {
      let (bare, open) = (try check.rows(table, of: "bare"), try check.rows(table, of: "open"))
      try #require(bare.count == open.count && !bare.isEmpty)
      var risen: Set<String> = []
      for (before, after) in zip(bare, open) {
        #expect(before["species"] == after["species"] && key(before) == key(after))
        for column in columns {
          let (low, high) = (try before.number(column), try after.number(column))
          #expect(high >= low, "\(before["species"] ?? "") \(key(before))")
          if high > low { risen.insert(before["species"] ?? "") }
        }
      }
      #expect(risen == ["asiatic_wild_ass", "goitered_gazelle", "saiga"], "\(table)")
    }

    @Test func `three alternatives are ranked, and doing nothing is the best`() async throws {
      try await withUstyurt { check in
        let north = try check.plan("[[54.5, 45.6], [56, 45.9], [58.4, 45.6]]", "north")
        let south = try check.plan("[[54, 43.2], [56, 43.4], [58.4, 43.2]]", "south")
        try await check.report([Self.railway(".kml"), north, south], Self.design)
        let rows = try check.rows("alternatives")
        let names = rows.reduce(into: [String]()) { names, row in
          if let name = row["plan"], !names.contains(name) { names.append(name) }
        }
        #expect(names.first == "no project")
        #expect(Set(names) == ["no project", "planned_railway", "north", "south"])
        let losses = rows.filter { $0["criterion"] == "eca_loss" }
        #expect(losses.map { $0["plan"] } == names)
        #expect(losses.map { $0["place"] } == ["1", "2", "3", "4"])
        let values = try losses.map { try $0.number("value") }
        #expect(values == values.sorted() && values[0] == 0)
        #expect(
          try check.rows("plans").map { $0["plan"] } == ["planned_railway", "north", "south"])
        #expect(try check.text("report.html").contains("no project"))
      }
    }
  }
#endif
