import Foundation
import TestSupport
import Testing

@testable import Commands

#if GDAL
  @Suite(
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)),
    .timeLimit(.minutes(30)))
  struct AtlasRealDataTests {
    private static let fences = "border_fences_schematic.geojson"

    /// The example with all its roads and railways, for three species and with few movements: tests
    /// run without optimisation, `make bench` builds all of it.
    private func configuration(_ atlas: AtlasPlace, fences: String) throws -> String {
      let shared = TestFiles.sharedData.path
      var text = String(
        decoding: try Data(
          contentsOf: TestFiles.examples.appendingPathComponent("central-asia.json")),
        as: UTF8.self)
      for (old, new) in [
        ("\"../../shared/data/synthetic-cami/\(Self.fences)\"", "\"\(fences)\""),
        ("../../shared/data/", "\(shared)/"), ("movements: 2000", "movements: 20"),
        ("seed: 1,", "seed: 1, species: [\"saiga\", \"wild_camel\", \"asiatic_cheetah\"],"),
      ] {
        try #require(text.contains(old))
        text = text.replacing(old, with: new)
      }
      return try atlas.place.write(text, "central-asia.json")
    }

    @Test func `a fence that goes makes the ranges stale that it lies in`() async throws {
      try await withAtlas { atlas in
        let original = try Data(
          contentsOf: URL(fileURLWithPath: TestFiles.shared("synthetic-cami/\(Self.fences)")))
        let fences = try atlas.place.write(
          String(decoding: original, as: UTF8.self), "fences.geojson")
        let path = try configuration(atlas, fences: fences)
        let all = try await atlas.build(path, out: "all", units: "units")
        #expect(all.count == 3 + 13)
        let check = try await atlas.json("verify", atlas.place.path("all"))
        #expect(check["sound"] as? Bool == true)

        var object = try #require(
          try JSONSerialization.jsonObject(with: original) as? [String: Any])
        let features = try #require(object["features"] as? [[String: Any]])
        object["features"] = features.filter { feature in
          let name = (feature["properties"] as? [String: Any])?["name"] as? String
          return name?.contains("MNG") != true
        }
        try JSONSerialization.data(withJSONObject: object)
          .write(to: URL(fileURLWithPath: fences))
        let computed = try await atlas.build(path, out: "fewer", units: "units")
        #expect(computed.contains("wild_camel_baseline"))
        #expect(!computed.contains("asiatic_cheetah_baseline"))
        #expect(!computed.contains("saiga_baseline"))
        let eca = try ["all", "fewer"].map { edition in
          try #require(
            try atlas.table("connectivity", of: edition).first {
              $0["species"] == "wild_camel" && $0["region"] == ""
            }
          ).number("eca_km2")
        }
        #expect(eca[1] > eca[0])
      }
    }
  }
#endif
