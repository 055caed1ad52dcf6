import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(.serialized, .timeLimit(.minutes(20))) struct AtlasDiffTests {
  /// Builds an edition of one species in little time, and returns its folder.
  private func build(
    _ name: String, _ atlas: AtlasPlace, _ more: String = "species: [\"saiga\"],",
    settings: String = ""
  ) async throws -> String {
    let configuration = try atlas.configuration(
      more, settings: "ranking: \"none\", \(settings)", name: "\(name).json")
    _ = try await atlas.build(configuration, out: name, units: "units")
    return atlas.place.path(name)
  }

  /// Removes a barrier, moves one, gives one another class, and adds one.
  private func changeBarriers(_ atlas: AtlasPlace) throws {
    try atlas.change("barriers", "[57,43.8],[57,44.7]", to: "[57,43.8],[57.02,44.72]")
    try atlas.change("barriers", "\"class\":\"track\"", to: "\"class\":\"road_unpaved\"")
    let text = String(decoding: try atlas.place.bytes("barriers.geojson"), as: UTF8.self)
    let road = try #require(text.split(separator: "\n").first { $0.contains("\"id\":4,") })
    try atlas.change(
      "barriers", String(road),
      to: """
        {"type":"Feature","id":9,"properties":{"class":"fence_livestock","status":"existing",\
        "name":"New fence"},"geometry":{"type":"LineString","coordinates":[[56.2,44.5],[56.6,44.9]]}},
        """)
  }

  private func diff(_ words: [String], in place: Workplace) async -> CommandRun {
    await CommandRun(["atlas", "diff"] + words, in: place.folder)
  }

  /// The rows of a table that was written.
  private func rows(_ file: String, in place: Workplace) throws -> [[String: String]] {
    let reader = try Datasets.open(place.path(file))
    let layer = try reader.open(layer: try #require(reader.layers.first).name)
    var rows: [[String: String]] = []
    while let batch = try layer.next(limit: 1000) {
      rows += (0..<batch.count).map { row in
        Dictionary(
          uniqueKeysWithValues: batch.columns.map { ($0.field.name, $0[row].description) })
      }
    }
    return rows
  }

  @Test func `changes of data, in the terminal and in a folder`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      let old = try await build("old", atlas)
      try changeBarriers(atlas)
      let new = try await build("new", atlas)
      let result = await diff([old, new, "--out", place.path("out")], in: place)
      #expect(result.code == .done, "\(result.err)")
      for line in [
        "added         fence_livestock         1", "removed       road_paved              1",
        "moved         fence_livestock         1", "reclassified  road_unpaved            1",
      ] { #expect(result.out.contains(line)) }
      #expect(result.err.contains("4 barriers as before"))
      #expect(result.err.contains("source barriers.geojson:barriers: changed"))

      let barriers = try rows("out/barriers.csv", in: place)
      #expect(barriers.map { $0["change"] } == ["added", "removed", "moved", "reclassified"])
      #expect(barriers.map { $0["old_id"] } == ["", "4", "3", "7"])
      #expect(barriers[3]["changed"] == "class" && barriers[3]["class_old"] == "track")
      #expect(abs(try barriers[2].number("moved_m") - 2730) < 1)
      for file in ["connectivity", "summary"] {
        let rows = try rows("out/\(file).csv", in: place)
        #expect(!rows.isEmpty && rows.allSatisfy { $0["cause"] == "data" })
      }
      try expectMeasures(of: old, new, rows("out/connectivity.csv", in: place), place)
      try await expectLayer(place.path("out/changes.gpkg"))
      let dictionary = String(decoding: try place.bytes("out/data-dictionary.md"), as: UTF8.self)
      #expect(dictionary.contains("| `moved_m` |"))
      // What an edition was made from is not replaced by what is said of it.
      let refused = await diff([old, new, "--out", old, "--overwrite"], in: place)
      #expect(refused.code == .usage && refused.err.contains("would replace"))
    }
  }

  /// Every row has the numbers that the tables of both editions have.
  private func expectMeasures(
    of old: String, _ new: String, _ changes: [[String: String]], _ place: Workplace
  ) throws {
    for row in changes {
      for (edition, which) in [("old", "old"), ("new", "new")] {
        let found = try rows("\(edition)/connectivity.csv", in: place).first { found in
          ["species", "region", "scenario"].allSatisfy { found[$0] == row[$0] }
        }
        let values = [found?["eca_km2"], row["eca_\(which)_km2"]]
          .compactMap { $0.flatMap { Double($0) } }
        #expect(values.count == 2 && abs(values[0] - values[1]) <= 1e-9 * values[0])
      }
    }
  }

  /// The layer has a line for each change, and both lines of what moved; the default style knows all.
  private func expectLayer(_ path: String) async throws {
    let reader = try GeoPackageReader(path: path)
    let layer = try #require(try reader.open(layer: "changes").next(limit: 100))
    func texts(_ name: String) -> [String] {
      (0..<layer.count).map { layer.column(name)?[$0].description ?? "" }
    }
    #expect(texts("change") == ["added", "removed", "moved", "moved", "reclassified"])
    #expect(texts("which") == ["new", "old", "old", "new", "new"])
    // The reader knows tables of styles for no layers; what is in them is tested with the styles.
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(bytes.range(of: Data("styleQML".utf8)) != nil)
  }

  @Test func `a parameter, and a seed, and nothing`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      let old = try await build("old", atlas)
      let seed = try await build("seed", atlas, "species: [\"saiga\"], seed: 7,")
      let parameter = try await build("parameter", atlas, settings: "cuts_below: 0.5")
      let same = await diff([old, old, "--out", place.path("same")], in: place)
      #expect(same.code == .done)
      #expect(same.out.contains("nothing changed: the same barriers and the same numbers"))
      #expect(try rows("same/barriers.csv", in: place).isEmpty)

      let bySeed = await diff([old, seed, "--out", place.path("seeds")], in: place)
      #expect(bySeed.out.contains("all 7 barriers as before"))
      #expect(bySeed.err.contains("setting seed: 1, now 7"))
      for row in try rows("seeds/connectivity.csv", in: place) {
        #expect(row["cause"] == "parameters" && row["c_chord_change"] != "0.0")
        #expect(row["eca_change_km2"] == "0.0" && row["patches_change"] == "0.0")
      }
      #expect(try !rows("seeds/connectivity.csv", in: place).isEmpty)
      #expect(try rows("seeds/summary.csv", in: place).isEmpty)

      let byParameter = await diff([old, parameter, "--json"], in: place)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(byParameter.out.utf8)) as? [String: Any])
      let changes = try #require(json["connectivity"] as? [[String: Any]])
      #expect(!changes.isEmpty)
      #expect(changes.allSatisfy { $0["cause"] as? String == "parameters" })
      #expect((json["counts"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func `data and a parameter together, and a species less`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      let old = try await build("old", atlas, "")
      try changeBarriers(atlas)
      let new = try await build("new", atlas, "species: [\"saiga\"], seed: 7,")
      let result = await diff([old, new, "--out", place.path("out")], in: place)
      #expect(result.code == .done, "\(result.err)")
      let changes =
        try rows("out/connectivity.csv", in: place) + rows("out/summary.csv", in: place)
      for row in changes {
        switch row["species"] {
        case "asiatic_wild_ass": #expect(row["cause"] == "coverage" && row["change"] == "removed")
        case "saiga": #expect(row["cause"] == "data, parameters")
        default: #expect(row["cause"] == "data")
        }
      }
      #expect(Set(changes.compactMap { $0["species"] }) == ["asiatic_wild_ass", "saiga", ""])
    }
  }

  @Test func `other ids for all barriers are nothing else`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      let old = try await build("old", atlas)
      for id in 1...7 { try atlas.change("barriers", "\"id\":\(id),", to: "\"id\":10\(id),") }
      let new = try await build("new", atlas)
      let result = await diff([old, new, "--out", place.path("out")], in: place)
      #expect(result.code == .done, "\(result.err)")
      let barriers = try rows("out/barriers.csv", in: place)
      #expect(barriers.count == 7)
      for row in barriers {
        #expect(row["change"] == "renumbered" && row["matched_by"] == "geometry")
        #expect(row["new_id"] == "10\(row["old_id"] ?? "")")
      }
    }
  }

  @Test func `what is no edition is refused`() async throws {
    try await withWorkplace { place in
      let result = await diff([place.folder.path, place.folder.path], in: place)
      #expect(result.code == .missingInput)
      #expect(result.err.contains("is no edition: there is no manifest.json in it"))
    }
  }

  @Test(.enabled(if: HeadlessBrowser.isInstalled, "\(HeadlessBrowser.needsBrowser)"))
  func `the page in a browser: layers, tables, no complaints`() async throws {
    try await withAtlas { atlas in
      let place = atlas.place
      let old = try await build("old", atlas)
      try changeBarriers(atlas)
      let new = try await build("new", atlas, "species: [\"saiga\"], seed: 7,")
      let result = await diff([old, new, "--out", place.path("out"), "--quiet"], in: place)
      #expect(result.code == .done, "\(result.err)")
      let page = String(decoding: try place.bytes("out/index.html"), as: UTF8.self)
      let visit = try HeadlessBrowser.visit(
        page,
        script: """
          const box = [...document.querySelectorAll("input[type=checkbox]")]
            .find((box) => box.closest("label, li, div").textContent.includes("Removed"));
          report(box.checked);
          box.click();
          report(box.checked);
          report([...document.querySelectorAll("caption")].map((c) => c.textContent).join("|"));
          report(document.querySelectorAll("#barriers tbody tr").length);
          """)
      #expect(visit.complaints.isEmpty, "\(visit.complaints)")
      #expect(visit.reports.prefix(2) == ["true", "false"])
      #expect(visit.reports.dropFirst(2).first?.contains("Barriers that changed") == true)
      #expect(visit.reports.last == "8")
    }
  }
}
