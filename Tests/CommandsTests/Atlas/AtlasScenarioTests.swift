import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(20)))
struct AtlasScenarioTests {
  /// The baseline, and the same without the railway, with a fenced road, and with another fence.
  private static let scenarios = """
    scenarios: [
      { name: "baseline" },
      { name: "no_railway", changes: [{ where: "name = 'North line'", remove: true }] },
      { name: "fenced", changes: [{ where: "ref = 'A1'", set: { fenced: "both", h_top_cm: 200, g_bottom_cm: 5, mesh: true } }] },
      { name: "friendly", changes: [{ where: "class = 'fence_livestock'", fence: "wildlife_friendly" }] },
    ],
    """

  private func eca(_ rows: [[String: String]], _ species: String, _ scenario: String) throws
    -> Double
  {
    let row = rows.first {
      $0["species"] == species && $0["scenario"] == scenario && $0["region"] == ""
    }
    return try #require(row).number("eca_km2")
  }

  @Test func `what-ifs change what they are meant to change`() async throws {
    try await withAtlas { atlas in
      _ = try await atlas.build(
        atlas.configuration(Self.scenarios), out: "edition", units: "units")
      let rows = try atlas.table("connectivity", of: "edition")
      let species = "saiga"
      let baseline = try eca(rows, species, "baseline")
      #expect(try eca(rows, species, "no_railway") > baseline)
      let pieces = try atlas.table("pieces", of: "edition")
      func p(_ line: String, _ scenario: String) throws -> Double {
        let piece = pieces.first {
          $0["line"] == line && $0["scenario"] == scenario && $0["species"] == species
        }
        return try #require(piece).number("p")
      }
      #expect(try p("A1", "fenced") < 0.1 * p("A1", "baseline"))
      #expect(try p("Old fence", "friendly") > 2 * p("Old fence", "baseline"))
      let khulan = "asiatic_wild_ass"
      #expect(try eca(rows, khulan, "fenced") < eca(rows, khulan, "baseline"))
      func lines(_ scenario: String) -> Set<String> {
        Set(pieces.filter { $0["scenario"] == scenario }.compactMap { $0["line"] })
      }
      #expect(lines("baseline").contains("North line"))
      #expect(lines("no_railway") == lines("baseline").subtracting(["North line"]))
      // Nothing is planned in any of them.
      #expect(!pieces.contains { $0["status"] == "planned" })
    }
  }

  @Test func `a change of one scenario leaves the units of the others`() async throws {
    try await withAtlas { atlas in
      _ = try await atlas.build(
        atlas.configuration(Self.scenarios), out: "old", units: "units")
      let changed = try atlas.configuration(
        Self.scenarios.replacing("h_top_cm: 200", with: "h_top_cm: 180"))
      let computed = try await atlas.build(changed, out: "new", units: "units")
      #expect(Set(computed) == ["saiga_fenced", "asiatic_wild_ass_fenced"])
    }
  }

  @Test func `countries divide pieces, and their rows add up to the whole`() async throws {
    try await withAtlas { atlas in
      func square(_ name: String, _ west: Double, _ east: Double) -> String {
        """
        {"type":"Feature","properties":{"iso_a2":"\(name)","name":"\(name)"},"geometry":{"type":"Polygon",\
        "coordinates":[[[\(west),43],[\(east),43],[\(east),46],[\(west),46],[\(west),43]]]}}
        """
      }
      _ = try atlas.place.write(
        """
        {"type":"FeatureCollection","features":[\(square("KZ", 50, 57)),\(square("UZ", 57, 60))]}
        """, "countries.geojson")
      let path = try atlas.configuration()
      let text = String(decoding: try atlas.place.bytes("atlas.json"), as: UTF8.self)
        .replacing(
          "passages: [", with: "countries: [{ file: \"countries.geojson\" }], passages: [")
      _ = try atlas.place.write(text, "atlas.json")
      _ = try await atlas.build(path, out: "edition", units: "units")
      let pieces = try atlas.table("pieces", of: "edition").filter {
        $0["scenario"] == "baseline" && $0["species"] == "saiga"
      }
      // The old fence stands on the border of both.
      let fence = pieces.filter { $0["line"] == "Old fence" }
      #expect(!fence.isEmpty && fence.allSatisfy { $0["country"] == "KZ/UZ" })
      let line = pieces.filter { $0["line"] == "North line" && $0["place"] == "inside" }
      #expect(Set(line.compactMap { $0["country"] }) == ["KZ", "UZ"])
      let summary = try atlas.table("summary", of: "edition").filter {
        $0["scenario"] == "baseline" && $0["species"] == "saiga" && $0["region"] == ""
      }
      let total = try summary.reduce(0) { try $0 + $1.number("inside_m") + $1.number("boundary_m") }
      let sum = try pieces.reduce(0) { try $0 + $1.number("length_m") }
      #expect(abs(total - sum) < 0.01)
    }
  }

  @Test func `what two sources have twice counts once`() async throws {
    try await withAtlas { atlas in
      try FileManager.default.copyItem(
        atPath: atlas.place.path("barriers.geojson"), toPath: atlas.place.path("copy.geojson"))
      let single = try atlas.configuration(name: "single.json")
      let text = String(decoding: try atlas.place.bytes("single.json"), as: UTF8.self)
        .replacing(
          "file: \"barriers.geojson\"", with: "file: [\"barriers.geojson\", \"copy.geojson\"]")
      let double = try atlas.place.write(text, "double.json")
      _ = try await atlas.build(single, out: "once", units: "units")
      _ = try await atlas.build(double, out: "twice", units: "units")
      let (once, twice) = (
        try atlas.table("summary", of: "once"), try atlas.table("summary", of: "twice")
      )
      #expect(once.count == twice.count)
      for (one, two) in zip(once, twice) {
        #expect(one["inside_m"] == two["inside_m"])
        #expect(one["boundary_m"] == two["boundary_m"])
        #expect(
          try abs(two.number("repeated_m") - one.number("inside_m") - one.number("boundary_m"))
            < 0.002)
      }
      let manifest = String(decoding: try atlas.place.bytes("twice/manifest.json"), as: UTF8.self)
      #expect(manifest.contains("copy.geojson"))
      let ids = Set(try atlas.table("pieces", of: "twice").compactMap { $0["barrier_id"] })
      #expect(ids.contains("barriers/1") && ids.contains("copy/1"))
    }
  }

  @Test func `errors name what is wrong and what would be right`() async throws {
    try await withAtlas { atlas in
      let wrong = try atlas.configuration("regions: [\"Wset\"],")
      let run = await CommandRun(["atlas", "build", wrong, "--out", atlas.place.path("out")])
      #expect(run.code == .badData)
      #expect(run.err.contains("'Wset', which no source has"))
      #expect(run.err.contains("did you mean 'West'?"))
      let right = try atlas.configuration()
      let shard = await CommandRun(["atlas", "build", right, "--shard", "4/3"])
      #expect(shard.code == .usage && shard.err.contains("--shard cannot be '4/3'"))
      let both = await CommandRun(["atlas", "build", right, "--shard", "1/3", "--out", "x"])
      #expect(both.code == .usage)
      let none = await CommandRun(["atlas", "verify", atlas.place.folder.path])
      #expect(none.code == .missingInput && none.err.contains("holds no edition"))
      _ = try await atlas.build(right, out: "edition", units: "units")
      let again = await CommandRun([
        "atlas", "build", right, "--out", atlas.place.path("edition"), "--units",
        atlas.place.path("units"),
      ])
      #expect(again.code == .cannotWrite && again.err.contains("--overwrite"))
    }
  }

  @Test func `an edition that was tampered with is found out`() async throws {
    try await withAtlas { atlas in
      _ = try await atlas.build(atlas.configuration(), out: "edition", units: "units")
      let text = String(decoding: try atlas.place.bytes("edition/summary.csv"), as: UTF8.self)
      _ = try atlas.place.write(text + "\n", "edition/summary.csv")
      let run = await CommandRun(["atlas", "verify", atlas.place.path("edition")])
      #expect(run.code == .badData)
      #expect(run.err.contains("summary.csv was changed after the edition was made"))
    }
  }

  @Test func `a dry run says what would be done and writes nothing`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      let before = try atlas.place.names()
      let run = await CommandRun(["atlas", "build", configuration, "--dry-run"])
      #expect(run.code == .done, "\(run.err)")
      #expect(run.out.contains("would compute saiga, baseline"))
      #expect(run.out.contains("8 of 8 work units to compute"))
      #expect(try atlas.place.names() == before)
    }
  }

  @Test func `a configuration is made of what lies in a folder, and builds`() async throws {
    try await withAtlas { atlas in
      let run = await CommandRun(["atlas", "init", atlas.place.folder.path, "--schema"])
      #expect(run.code == .done, "\(run.err)")
      let configuration = atlas.place.path("atlas.json")
      let plan = await CommandRun(["atlas", "build", configuration, "--dry-run"])
      #expect(plan.code == .done, "\(plan.err)")
      // Regions that say nothing but their names could be anything: they are left to the user.
      #expect(plan.out.contains("4 of 4 work units to compute"))
      let schema = try JSONSerialization.jsonObject(with: atlas.place.bytes("atlas.schema.json"))
      #expect((schema as? [String: Any])?["properties"] != nil)
      let again = await CommandRun(["atlas", "init", atlas.place.folder.path])
      #expect(again.code == .cannotWrite)
    }
  }
}
