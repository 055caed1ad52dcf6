import Atlas
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(.timeLimit(.minutes(20)))
struct AtlasBuildTests {
  /// How many results the store has that a killed build fills.
  private static func storedUnits(_ atlas: AtlasPlace) -> Int {
    let names = try? FileManager.default.contentsOfDirectory(atPath: atlas.place.path("killed"))
    return names?.count { $0.hasSuffix(".gpkg") && !$0.hasPrefix(".") } ?? 0
  }

  private static let track = "[[57.5,44.1],[57.6,44.3]]"
  private static let movedTrack = "[[57.8,44.1],[57.9,44.3]]"

  @Test func `an edition has all its files, and they are sound`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      let computed = try await atlas.build(configuration, out: "edition", units: "units")
      #expect(
        computed == [
          "asiatic_wild_ass_baseline", "saiga_baseline", "region_west_baseline",
          "region_elsewhere_baseline", "asiatic_wild_ass_planned", "saiga_planned",
          "region_west_planned", "region_elsewhere_planned",
        ])
      let files = try atlas.bytes(ofEdition: "edition")
      #expect(
        files.keys.sorted() == [
          "atlas.gpkg", "connectivity.csv", "crossings.csv", "data-dictionary.md",
          "importance.csv", "index.html", "manifest.json", "passages.csv", "patches.csv",
          "pieces.csv", "summary.csv",
        ])
      let check = try await atlas.json("verify", atlas.place.path("edition"))
      #expect(check["sound"] as? Bool == true)
      let manifest = try JSONSerialization.jsonObject(with: files["manifest.json"] ?? Data())
      let inputs = try #require((manifest as? [String: Any])?["inputs"] as? [[String: Any]])
      #expect(inputs.compactMap { $0["file"] as? String }.contains("ranges.geojson"))
      #expect(inputs.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    }
  }

  /// The command that knows nothing of units computes the same.
  @Test func `measures are those of kulan connectivity`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      _ = try await atlas.build(atlas.configuration(), out: "edition", units: "units")
      let run = await CommandRun([
        "connectivity", "--ranges", place.path("ranges.geojson"), "--barriers",
        place.path("barriers.geojson"), "--regions", place.path("regions.geojson"), "--passages",
        place.path("passages.geojson"), "--chords", "50", "--ranking", "regions", "--out",
        place.path("whole"),
      ])
      try #require(run.code == .done, "\(run.err)")
      for (name, keys) in [
        ("connectivity", ["species", "region", "scenario"]),
        ("importance", ["species", "region", "scenario", "barrier"]),
      ] {
        func byKey(_ rows: [[String: String]]) -> [[String]: [String: String]] {
          Dictionary(rows.map { row in (keys.map { row[$0] ?? "" }, row) }) { first, _ in first }
        }
        let (found, expected) = (
          byKey(try atlas.table(name, of: "edition")), byKey(try atlas.table(name, of: "whole"))
        )
        #expect(Set(found.keys) == Set(expected.keys))
        for (key, row) in expected {
          for (column, text) in row {
            let own = try #require(found[key]?[column])
            // Cells that another scenario divides are added up in another order; lengths are
            // rounded to the metre, so that they may differ by one.
            if let one = Double(text), let other = Double(own) {
              let step = column.hasSuffix("_km") || column.hasPrefix("density") ? 0.00101 : 0
              #expect(abs(one - other) <= step + 1e-6 * max(1, abs(one)), "\(key) \(column)")
            } else {
              #expect(own == text, "\(key) \(column)")
            }
          }
        }
      }
    }
  }

  /// Who changes these files on purpose raises `AtlasProgram.revision` with them: else results that
  /// were stored before would be taken for current.
  @Test func `results are those of this revision`() async throws {
    #expect(AtlasProgram.revision == 2)
    try await withAtlas { atlas in
      _ = try await atlas.build(atlas.configuration(), out: "edition", units: "units")
      for name in ["pieces", "crossings", "passages", "summary", "connectivity", "importance"] {
        let text = String(decoding: try atlas.place.bytes("edition/\(name).csv"), as: UTF8.self)
        #expect(try text == Golden.text("atlas/revision-2/\(name).csv", recording: text))
      }
    }
  }

  @Test func `nothing is computed twice, and the bytes do not depend on the jobs`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      _ = try await atlas.build(configuration, out: "first", units: "units", "--jobs", "1")
      #expect(try await atlas.build(configuration, out: "second", units: "units") == [])
      try atlas.expectSame("first", "second")
      _ = try await atlas.build(configuration, out: "third", units: "others", "--jobs", "4")
      try atlas.expectSame("first", "third")
    }
  }

  @Test func `one road that changes makes its own units stale and no others`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      _ = try await atlas.build(configuration, out: "old", units: "units")
      // A track in the range of the saiga, which no region and no other range holds.
      try atlas.change("barriers", Self.track, to: Self.movedTrack)
      let states = try await atlas.json(
        "status", configuration, "--units", atlas.place.path("units"))
      let rows = try #require(states["units"] as? [[String: Any]])
      let stale = rows.filter { $0["state"] as? String != "current" }
      #expect(Set(stale.compactMap { $0["unit"] as? String }) == ["saiga", "asiatic_wild_ass"])
      #expect(stale.allSatisfy { $0["why"] as? String == "data" })
      let computed = try await atlas.build(configuration, out: "new", units: "units")
      #expect(computed.count == 4)
      _ = try await atlas.build(configuration, out: "clean", units: "others")
      try atlas.expectSame("new", "clean")
      #expect(try atlas.bytes(ofEdition: "new") != (try atlas.bytes(ofEdition: "old")))
      // Back to what it was: all of it is still there.
      try atlas.change("barriers", Self.movedTrack, to: Self.track)
      #expect(try await atlas.build(configuration, out: "again", units: "units") == [])
      try atlas.expectSame("again", "old")
    }
  }

  @Test func `a setting that changes makes all ranges stale, because of parameters`() async throws {
    try await withAtlas { atlas in
      _ = try await atlas.build(atlas.configuration(), out: "old", units: "units")
      let changed = try atlas.configuration(movements: 60)
      let states = try await atlas.json("status", changed, "--units", atlas.place.path("units"))
      for row in try #require(states["units"] as? [[String: Any]]) {
        let isRegion = (row["unit"] as? String)?.hasPrefix("region ") == true
        #expect(row["state"] as? String == (isRegion ? "current" : "stale"))
        #expect(row["why"] as? String == (isRegion ? nil : "parameters"))
      }
    }
  }

  @Test(arguments: [2, 3])
  func `parts that were computed apart merge to the same bytes`(count: Int) async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      _ = try await atlas.build(configuration, out: "whole", units: "units")
      let folders = (1...count).map { atlas.place.path("part\($0)") }
      var computed = 0
      for (number, folder) in folders.enumerated() {
        let early = await CommandRun(
          ["atlas", "merge", configuration, "--out", atlas.place.path("early"), "--units"]
            + folders)
        #expect(early.code == .missingInput)
        #expect(early.err.contains("work units are in none of the folders"))
        let part = try await atlas.json(
          "build", configuration, "--shard", "\(number + 1)/\(count)", "--units", folder)
        computed += try #require(part["units"] as? [[String: Any]]).count
      }
      #expect(computed == 8)
      let run = await CommandRun(
        ["atlas", "merge", configuration, "--out", atlas.place.path("merged"), "--units"]
          + folders)
      #expect(run.code == .done, "\(run.err)")
      try atlas.expectSame("whole", "merged")
    }
  }

  /// A process is killed again and again, each time when it has stored a unit more and a random moment
  /// later, until it comes to its end.
  @Test func `a build that is killed goes on where it was`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      _ = try await atlas.build(configuration, out: "whole", units: "units")
      var random = SeededGenerator(seed: 7)
      var kills = 0
      while true {
        let run = KulanProcess([
          "atlas", "build", configuration, "--out", atlas.place.path("out"), "--units",
          atlas.place.path("killed"), "--quiet",
        ])
        let before = Self.storedUnits(atlas)
        try run.start()
        while run.isRunning, Self.storedUnits(atlas) == before { usleep(2000) }
        usleep(UInt32.random(in: 0...30_000, using: &random))
        run.send(SIGKILL)
        if run.wait().reason == .exit { break }
        kills += 1
        #expect(!FileManager.default.fileExists(atPath: atlas.place.path("out/manifest.json")))
      }
      #expect(kills > 0)
      try atlas.expectSame("whole", "out")
      #expect(
        try await atlas.build(configuration, out: "again", units: "killed", "--prune") == [])
      let left = try FileManager.default.contentsOfDirectory(atPath: atlas.place.path("killed"))
      #expect(left.count == 16 && !left.contains { $0.contains("partial") }, "\(left)")
    }
  }

  @Test func `an interrupt leaves what is stored and no edition`() async throws {
    try await withAtlas { atlas in
      let configuration = try atlas.configuration()
      let run = KulanProcess(
        ["atlas", "build", configuration, "--out", "out", "--units", "units"],
        folder: atlas.place.folder)
      try run.start()
      try await Task.sleep(for: .milliseconds(300))
      run.send(SIGINT)
      let end = run.wait()
      #expect(end == (130, .exit) || end == (0, .exit))  // 0 where it was faster than the signal
      let files = FileManager.default.enumerator(atPath: atlas.place.folder.path)?
        .compactMap { $0 as? String }
      #expect(try #require(files).filter { $0.contains(".partial.") }.isEmpty)
    }
  }
}
