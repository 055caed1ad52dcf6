import Connectivity
import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct RangeCommandTests {
  private static let folder = TestFiles.fixtures.appendingPathComponent("input")

  private static func input(_ name: String) -> String {
    TestFiles.fixture("input/connectivity-\(name).geojson")
  }

  private func connectivity(_ words: [String]) async -> CommandRun {
    await CommandRun(
      [
        "connectivity", "--ranges", Self.input("ranges"), "--barriers", Self.input("barriers"),
      ] + words, in: Self.folder)
  }

  private func expectGolden(_ name: String, _ text: String) throws {
    #expect(text == (try Golden.text("connectivity/\(name)", recording: text)))
  }

  /// The rows of a table of a run with a folder.
  private func table(_ name: String, _ words: [String]) async throws -> [[String: String]] {
    try await withWorkplace { place in
      let result = await connectivity(words + ["--out", place.path("out"), "--quiet"])
      #expect(result.code == .done, "\(result.err)")
      let text = String(decoding: try place.bytes("out/\(name)"), as: UTF8.self)
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let names = try #require(lines.first)
      return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }
  }

  @Test func `measures are printed for every species, region and scenario`() async throws {
    let result = await connectivity(["--regions", Self.input("regions"), "--chords", "200"])
    #expect(result.code == .done)
    try expectGolden("ranges.txt", result.out + result.err)
  }

  @Test func `all tables, and patches with geometry`() async throws {
    try await withWorkplace { place in
      let result = await connectivity([
        "--regions", Self.input("regions"), "--routes", Self.input("routes"), "--chords", "200",
        "--ranking", "regions", "--out", place.path("out"), "--quiet",
      ])
      #expect(result.code == .done, "\(result.err)")
      for name in ["connectivity.csv", "importance.csv", "routes.csv"] {
        let text = String(decoding: try place.bytes("out/\(name)"), as: UTF8.self)
        try expectGolden("ranges-\(name)", text)
      }
      let reader = try Datasets.open(place.path("out/patches.gpkg"))
      #expect(reader.layers.map(\.geometryType) == [.multiPolygon])
    }
  }

  @Test func `every table has the columns that it describes`() {
    for table in RangeTable.allCases where table != .rejected {
      let definitions = RangeTable.definitions.first { $0.title.hasSuffix(table.file) }
      let described = Set(
        definitions?.entries.flatMap { $0.key.split(separator: ", ").map(String.init) } ?? [])
      #expect(described == Set(table.fields.map(\.name)))
    }
  }

  @Test func `the columns that scripts rely on come first`() {
    let connectivity =
      "species,region,scenario,range_km2,eca_km2,c_mesh,m_eff_km2,m_eff_cbc_km2,c_chord,c_chord_se,"
      + "patches"
    let importance = "species,region,barrier,p,delta_eca_km2,rank"
    #expect(names(.connectivity).hasPrefix(connectivity))
    #expect(names(.importance).hasPrefix(importance))
  }

  private func names(_ table: RangeTable) -> String {
    table.fields.map(\.name).joined(separator: ",")
  }

  @Test func `the same bytes for one job and two`() async throws {
    try await withWorkplace { place in
      for jobs in ["1", "2"] {
        let result = await connectivity([
          "--chords", "100", "--out", place.path("out\(jobs)"), "--jobs", jobs, "--quiet",
        ])
        #expect(result.code == .done)
      }
      for name in ["connectivity.csv", "importance.csv"] {
        let (one, two) = (try place.bytes("out1/\(name)"), try place.bytes("out2/\(name)"))
        #expect(one == two)
      }
    }
  }

  @Test func `a gap in a fence is an edge and not a hole`() async throws {
    let words = ["--species", "saiga", "--chords", "0"]
    let opened = words + ["--passages", Self.input("passages")]
    let shut = try await table("connectivity.csv", words)
    let open = try await table("connectivity.csv", opened)
    #expect(open[0]["patches"] == shut[0]["patches"])
    func fence(_ words: [String]) async throws -> [String: String] {
      try #require(
        try await table("importance.csv", words).first { $0["barrier"] == "Old fence" })
    }
    let (before, after) = (try await fence(words), try await fence(opened))
    #expect(try before.number("p") < 0.02)
    #expect(try after.number("p") > 4 * before.number("p"))
  }

  @Test func `a road that stops short leaks until the gap is bridged`() async throws {
    let leaking = await connectivity(["--species", "saiga", "--chords", "0"])
    #expect(leaking.err.contains("1 end of barriers within 50 m"))
    let bridged = await connectivity([
      "--species", "saiga", "--chords", "0", "--bridge-gaps", "50",
    ])
    #expect(bridged.err.contains("1 end of barriers carried on"))
    let words = ["--species", "saiga", "--chords", "0"]
    let before = try await table("connectivity.csv", words)
    let after = try await table("connectivity.csv", words + ["--bridge-gaps", "50"])
    #expect(try after[0].number("patches") == before[0].number("patches") + 1)
    #expect(try after[0].number("eca_km2") < before[0].number("eca_km2"))
  }

  @Test func `a threshold above all barriers bounds what it hides`() async throws {
    let exact = try await table("connectivity.csv", ["--species", "saiga", "--chords", "0"])
    let coarse = try await table(
      "connectivity.csv", ["--species", "saiga", "--chords", "0", "--cuts-below", "0.5"])
    let eca = try exact[0].number("eca_km2")
    #expect(try coarse[0].number("eca_floor_km2") <= eca)
    #expect(try coarse[0].number("eca_ceiling_km2") >= eca)
    #expect(try coarse[0].number("patches") < exact[0].number("patches"))
    #expect(exact[0]["eca_floor_km2"] == "")
  }

  @Test func `draws lie inside the bounds, and few of them only indicate`() async throws {
    let words = ["--species", "saiga", "--chords", "100", "--samples", "60"]
    let result = await connectivity(words)
    #expect(result.err.contains("fewer than 200 draws only indicate"))
    for row in try await table("connectivity.csv", words) {
      let eca = try ["eca_low_km2", "eca_p05_km2", "eca_p50_km2", "eca_p95_km2", "eca_high_km2"]
        .map { try row.number($0) }
      #expect(eca == eca.sorted() && eca[1] < eca[3])
      let chord = try ["c_chord_low", "c_chord_p05", "c_chord_p50", "c_chord_p95", "c_chord_high"]
        .map { try row.number($0) }
      #expect(chord == chord.sorted())
      #expect(row["samples"] == "60")
    }
  }

  @Test func `what is planned is a scenario of its own`() async throws {
    let rows = try await table("connectivity.csv", ["--species", "saiga", "--chords", "0"])
    #expect(rows.map { $0["scenario"] } == ["baseline", "planned"])
    #expect(try rows[1].number("eca_km2") < rows[0].number("eca_km2"))
  }

  @Test func `fragments of one name are ranked as one line`() async throws {
    let rows = try await table("importance.csv", ["--species", "saiga", "--chords", "0"])
    let north = try #require(rows.first { $0["barrier"] == "North line" })
    #expect(north["fragments"] == "2")
    let gains = try rows.filter { $0["scenario"] == "baseline" }
      .map { try $0.number("delta_eca_km2") }
    #expect(gains == gains.sorted(by: >))
  }

  @Test func `nothing is written for a dry run, and sources are named`() async throws {
    try await withWorkplace { place in
      let out = place.path("out")
      let result = await connectivity(["--out", out, "--dry-run"])
      #expect(result.code == .done)
      #expect(result.out.contains("would read ranges") || result.out.contains("would read"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  @Test(arguments: [
    (["--cuts-below", "1.5"], "--cuts-below cannot be '1.5'"),
    (["--least-patch", "-1"], "--least-patch cannot be '-1'"),
    (["--nodes", "x"], "nodes and distances are given"),
    (["--season", "each"], "--season can be only one here"),
    (["--ranking", "range"], "there is no --out"),
  ])
  func `what cannot be is refused`(words: [String], problem: String) async {
    let result = await connectivity(words)
    #expect(result.code == .usage)
    #expect(result.err.contains(problem), "\(result.err)")
  }

  @Test func `without ranges or barriers it says what is needed`() async {
    let result = await CommandRun(["connectivity", "--ranges", Self.input("ranges")])
    #expect(result.code == .usage)
    #expect(result.err.contains("kulan connectivity needs --barriers SRC…"))
  }

  @Test func `ranges of nobody need a species`() async {
    let result = await CommandRun([
      "connectivity", "--ranges", Self.input("regions"), "--barriers", Self.input("barriers"),
    ])
    #expect(result.code == .badData)
    #expect(result.err.contains("--species"))
    let named = await CommandRun([
      "connectivity", "--ranges", Self.input("regions"), "--barriers", Self.input("barriers"),
      "--species", "saiga", "--chords", "0",
    ])
    #expect(named.code == .done, "\(named.err)")
  }
}
