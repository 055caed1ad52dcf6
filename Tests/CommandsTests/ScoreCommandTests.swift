import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct ScoreCommandTests {
  private static let barriers = TestFiles.fixture("input/score-barriers.geojson")
  private static let folder = TestFiles.fixtures.appendingPathComponent("input")
  private static let two = ["--species", "mongolian_gazelle", "asiatic_wild_ass"]

  private func score(_ words: [String]) async -> CommandRun {
    await CommandRun(["score", "--barriers", Self.barriers] + words, in: Self.folder)
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    #expect(text == (try Golden.text("score/\(name)", recording: text)))
  }

  @Test func `readings are counted for a reader`() async throws {
    let result = await score(Self.two + ["--season", "each"])
    #expect(result.code == .done)
    try expectGolden("readings.txt", result.out + result.err)
  }

  @Test func `a row for each barrier and species, without geometry in a CSV`() async throws {
    try await withWorkplace { place in
      let result = await score(Self.two + ["--out", place.path("scores.csv"), "--quiet"])
      #expect(result.code == .done, "\(result.err)")
      let text = String(decoding: try place.bytes("scores.csv"), as: UTF8.self)
      try expectGolden("scores.csv", text)
      #expect(
        text.hasPrefix(
          "barrier_id,species,season,p,p_low,p_high,reading,mode,driver,grade,completeness"))
    }
  }

  @Test func `the same bytes for one job and two`() async throws {
    try await withWorkplace { place in
      for jobs in ["1", "2"] {
        let out = place.path("scores\(jobs).geojson")
        let result = await score(["--out", out, "--jobs", jobs, "--quiet"])
        #expect(result.code == .done)
      }
      let (one, two) = (try place.bytes("scores1.geojson"), try place.bytes("scores2.geojson"))
      #expect(one == two)
    }
  }

  @Test func `the derivation of one score`() async throws {
    let result = await score(["--explain", "3", "--species", "khulan"])
    #expect(result.code == .done)
    try expectGolden("explained.txt", result.out)
  }

  @Test func `a rebuilt fence opens for the gazelle and not for the wild ass`() async throws {
    let before = try p(await score(Self.two + ["--out", "-"]), barrier: 1)
    let after = try p(
      await score(Self.two + ["--what-if", "fence=wildlife_friendly", "--out", "-"]), barrier: 1)
    #expect(try #require(before["mongolian_gazelle"]) < 0.05)
    #expect(try #require(after["mongolian_gazelle"]) > 0.6)
    #expect(try #require(after["asiatic_wild_ass"]) < 0.05)
  }

  @Test func `overrides win, and what is planned is no part of the baseline`() async throws {
    try await withWorkplace { place in
      let file = try place.write(
        "barrier_id,species,season,p_low,p,p_high,grade,source\n5,,,0,0.4,0.5,A,seen by us\nfive,,,0,0.4,0.5,A,misspelt\n",
        "known.csv")
      let result = await score(
        Self.two + ["--overrides", file, "--baseline", "--out", "-"])
      #expect(result.err.contains("overrides name 1 barrier without a score here"))
      let (known, planned) = (try p(result, barrier: 5), try p(result, barrier: 6))
      #expect(known == ["mongolian_gazelle": 0.4, "asiatic_wild_ass": 0.4])
      #expect(planned.isEmpty)
      let strange = try place.write(
        "barrier_id,species,season,p_low,p,p_high,grade,source\n5,,snwo,0,0.4,0.5,A,x\n", "s.csv")
      let refused = await score(["--overrides", strange])
      #expect(refused.code == .badData && refused.err.contains("'snwo'"))
      let twice = await CommandRun(["score", "--barriers", Self.barriers, Self.barriers])
      #expect(twice.code == .usage && twice.err.contains("twice"))
      #expect(result.out.contains("seen by us"))
    }
  }

  /// The permeabilities of one barrier by species, from GeoJSON.
  private func p(_ result: CommandRun, barrier: Int) throws -> [String: Double] {
    let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    var found: [String: Double] = [:]
    for case let row as [String: Any] in features.map({ $0["properties"] as Any })
    where row["barrier_id"] as? Int == barrier {
      found[try #require(row["species"] as? String)] = row["p"] as? Double
    }
    return found
  }

  @Test(arguments: [
    (["--species", "sagia"], "saiga"), (["--what-if", "fence=friendly"], "wildlife_friendly"),
    (["--what-if", "fence=mns_6515_2015"], "--fence-profiles"), (["--what-if", "wall"], "fence="),
    (["--set", "fenced=maybe"], "both, one, none"), (["--set", "fencd=both"], "fenced"),
    (["--set", "aadt=many"], "a number"), (["--explain", "3"], "--species"),
    (["--explain", "99", "--species", "saiga"], "kulan inspect"),
    (["--season", "autumn"], "snow_free"), (["--seasons", "winter"], "ID:SHARE"),
    (["--seasons", "a:0.5", "a:0.5"], "each id once"), (["--seasons", "a:0"], "more than 0"),
    (["--parameters", "nowhere.csv"], "is the name right"),
  ])
  func `a wrong request is refused with a way out`(words: [String], help: String) async {
    let result = await score(words)
    #expect(result.code == .usage || result.code == .missingInput)
    #expect(result.err.contains(help), "\(result.err)")
  }

  @Test func `draws with a seed are the same for one job and two`() async throws {
    try await withWorkplace { place in
      for jobs in ["1", "2"] {
        let result = await score(
          Self.two + [
            "--samples", "100", "--seed", "5", "--jobs", jobs, "--out",
            place.path("\(jobs).csv"),
          ])
        #expect(result.code == .done)
        #expect(result.err.contains("fewer than 200 draws"))
      }
      let (one, two) = (try place.bytes("1.csv"), try place.bytes("2.csv"))
      #expect(one == two)
      #expect(String(decoding: one, as: UTF8.self).contains("twins,p_05,p_50,p_95"))
    }
  }

  @Test func `passages open a fenced railway, at a price of walking`() async throws {
    try await withWorkplace { place in
      let passages = try place.write(
        "id,lon,lat,type,width_m,height_m,length_m\n"
          + "a,109.5,44,underpass,60,6,12\nb,109.75,44.5,underpass,60,6,\nc,120,40,gap,300,,\n",
        "structures.csv")
      let words = Self.two + ["--where", "name = 'railway'", "--out", "-"]
      let closed = try p(await score(words), barrier: 3)
      let result = await score(words + ["--passages", passages, "--passage-distance", "100"])
      #expect(result.err.contains("1 passage counts nothing: length_m not known"))
      #expect(result.err.contains("3 passages; on 1 barrier"))
      let open = try p(result, barrier: 3)
      for species in ["mongolian_gazelle", "asiatic_wild_ass"] {
        #expect(try #require(closed[species]) < 0.01)
        let p = try #require(open[species])
        #expect((0.02...0.3).contains(p))
      }
      #expect(result.out.contains("detour_m"))
      let longer = try p(
        await score(
          words + ["--passages", passages, "--passage-distance", "100", "--passage-length", "12"]),
        barrier: 3)
      let split = await score(
        words + ["--passages", passages, "--passage-distance", "100", "--split", "0.05"])
      #expect(split.out.split(separator: "\n").count > result.out.split(separator: "\n").count)
      #expect(try #require(longer["asiatic_wild_ass"]) > #require(open["asiatic_wild_ass"]))
    }
  }

  @Test func `a road beside a railway must be passed as well, a second track need not`()
    async throws
  {
    try await withWorkplace { place in
      func line(_ id: Int, _ words: String, _ south: Double) -> String {
        #"{"type":"Feature","id":\#(id),"properties":{\#(words)},"geometry":"#
          + #"{"type":"LineString","coordinates":[[60,\#(south)],[60.2,\#(south)]]}}"#
      }
      let rail = #""class":"rail_unfenced","status":"existing","trains_per_day":30,"fenced":"none""#
      let road = #""class":"road_paved","status":"existing","aadt":3000,"fenced":"none""#
      let file = try place.write(
        #"{"type":"FeatureCollection","features":["#
          + [
            line(1, rail, 44), line(2, rail, 44.0002), line(3, road, 44.002), line(4, road, 44.2),
            line(5, #""class":"powerline","status":"planned""#, 44.001),
          ]
          .joined(separator: ",") + "]}", "corridor.geojson")
      let result = await CommandRun(
        [
          "score", "--barriers", file, "--species", "saiga", "--bundles", "--baseline", "--out",
          place.path("out.csv"), "--quiet",
        ])
      #expect(result.code == .done, "\(result.err)")
      let text = String(decoding: try place.bytes("out.csv"), as: UTF8.self)
      let table = try CSVTable(parsing: text, name: "out.csv")
      let (companions, twins) = (try table.values(of: "companions"), try table.values(of: "twins"))
      #expect(companions == ["3", "3", "1; 2", ""])
      #expect(twins == ["2", "1", "", ""])
      let p = try table.values(of: "p_bundle").compactMap(Double.init)
      let own = try table.values(of: "p").compactMap(Double.init)
      #expect(p.count == 3 && p[0] == p[1] && p[0] == p[2])
      #expect(p[0] < min(own[0], own[2]))
    }
  }

  @Test func `a passage by chainage is the same as one by its place`() async throws {
    try await withWorkplace { place in
      let placed = try place.write(
        "id,lon,lat,type,width_m,height_m,length_m\na,109,43,underpass,60,6,12\n", "places.csv")
      let named = try place.write(
        "id,barrier_id,at_m,type,width_m,height_m,length_m\na,3,0,underpass,60,6,12\n"
          + "b,33,0,underpass,60,6,12\n", "chainages.csv")
      let words = ["--species", "khulan", "--where", "name = 'railway'", "--out", "-"]
      let one = await score(words + ["--passages", placed])
      let other = await score(words + ["--passages", named])
      #expect(try p(one, barrier: 3) == p(other, barrier: 3))
      #expect(try #require(try p(one, barrier: 3)["asiatic_wild_ass"]) > 0.01)
      #expect(other.err.contains("passages name 1 barrier without a score here, the first is '33'"))
    }
  }

  @Test func `openings in a regular spacing open fences alone`() async throws {
    let words = ["--species", "khulan", "--out", "-"]
    let closed = await score(words)
    let open = await score(words + ["--gap-spacing", "10000"])
    #expect(open.err.contains("openings every 10,000 m; on 4 barriers"), "\(open.err)")
    for (barrier, isFenced) in [(1, true), (3, true), (4, false), (6, false)] {
      let before = try #require(try p(closed, barrier: barrier)["asiatic_wild_ass"])
      let after = try #require(try p(open, barrier: barrier)["asiatic_wild_ass"])
      #expect(isFenced ? after > before + 0.2 : after == before, "\(barrier)")
    }
  }

  @Test func `seasons can be named`() async throws {
    let result = await score(
      [
        "--species", "saiga", "--seasons", "winter:0.7:snow:frozen", "summer:0.3", "--season",
        "each",
      ])
    #expect(result.code == .done, "\(result.err)")
    for name in ["annual", "winter", "summer"] { #expect(result.out.contains(name)) }
  }

  @Test func `attributes can be set for all`() async throws {
    let result = await score(
      [
        "--species", "saiga", "--where", "name = 'plan'", "--set", "trains_per_day=200",
        "fenced=both", "embankment_m=6", "--out", "-",
      ])
    let found = try p(result, barrier: 6)
    #expect(try #require(found["saiga"]) < 0.01)
  }
}

#if GDAL
  @Suite(.enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct ScoreRealDataTests {
    private func readings(_ words: [String]) async throws -> [String: [String: Int]] {
      let result = await CommandRun(["score"] + words + ["--json"])
      try #require(result.code == .done, "\(result.err)")
      let object = try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [String: Any]
      let rows = try #require(object?["readings"] as? [[String: Any]])
      return rows.reduce(into: [:]) { table, row in
        table[row["species"] as? String ?? ""] = row.compactMapValues { $0 as? Int }
      }
    }

    private let railway = [
      "--barriers", TestFiles.shared("osm-central-asia/mongolia_rail.fgb"), "--where",
      "class = 'rail'", "--set", "country=MN", "rank=main", "fenced=both", "--species",
      "mongolian_gazelle", "asiatic_wild_ass",
    ]

    @Test func `the fenced railway is closed for gazelle and wild ass, and opens for one`()
      async throws
    {
      let closed = try await readings(railway)
      for species in ["mongolian_gazelle", "asiatic_wild_ass"] {
        let row = try #require(closed[species])
        #expect(try #require(row["absolute"]) > 900)
        #expect(row.values.reduce(0, +) == row["absolute"])
      }
      let rebuilt = try await readings(railway + ["--what-if", "fence=wildlife_friendly"])
      #expect(rebuilt["mongolian_gazelle"]?["absolute"] == 0)
      #expect(rebuilt["asiatic_wild_ass"]?["absolute"] == closed["asiatic_wild_ass"]?["absolute"])
    }

    @Test func `schematic border fences stop the saiga`() async throws {
      let fences = TestFiles.shared("synthetic-cami/border_fences_schematic.geojson")
      let found = try await readings(["--barriers", fences, "--species", "saiga"])
      let row = try #require(found["saiga"])
      #expect(row["absolute"] == row.values.reduce(0, +))
    }
  }
#endif
