import Atlas
import Foundation
import Landscape
import TestSupport
import Testing

@testable import Assessment

struct FenceDataTests {
  /// Two countries beside each other, the old fence of the small atlas in the western one, and a railway
  /// through both.
  @Test func `a country without fences in the atlas is a gap of data`() async throws {
    try await TestFiles.withFolder { folder in
      let countries = folder.appendingPathComponent("countries.geojson")
      try """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"Kazakhstan"},"geometry":{"type":"Polygon",
      "coordinates":[[[55,43],[57.42,43],[57.42,46],[55,46],[55,43]]]}},
      {"type":"Feature","properties":{"name":"Uzbekistan"},"geometry":{"type":"Polygon",
      "coordinates":[[[57.42,43],[60,43],[60,46],[57.42,46],[57.42,43]]]}}]}
      """.write(to: countries, atomically: true, encoding: .utf8)
      let input = TestFiles.fixture("input")
      let configuration = try AtlasConfiguration(
        parsing: """
          {
            title: "Two countries", date: "2026-11-22",
            sources: {
              barriers: [{ file: "\(input)/connectivity-barriers.geojson", licence: "CC0-1.0" }],
              ranges: [{ file: "\(input)/connectivity-ranges.geojson", schematic: true }],
              countries: [{ file: "\(countries.path)", name: "name", licence: "CC0-1.0" }],
            },
            settings: { movements: 0 },
          }
          """, name: "atlas.json", folder: "")
      let atlas = try await LoadedAtlas(
        configuration, stores: [folder.appendingPathComponent("units").path])
      let fences = FenceData(atlas)
      #expect(
        try await fences.without(["Kazakhstan", "Uzbekistan", "Mongolia"], jobs: 1)
          == ["Uzbekistan", "Mongolia"])
      var settings = AssessmentSettings()
      settings.mitigation.count = 0
      settings.triesVariants = false
      let plan = SmallAtlas.railway([(57.3, 44.4), (57.6, 44.6)])
      let found = try await Assessment(of: [plan], in: atlas, settings: settings).alternatives[0]
      #expect(found.consultation.ownCountries.map(\.alpha2) == ["KZ", "UZ"])
      #expect(
        found.consultation.rangeStates.allSatisfy { !["KZ", "UZ"].contains($0.country.alpha2) })
      let items = found.checklist
      #expect(
        items[5].missing.filter { $0.hasPrefix("no fence") } == ["no fence data in Uzbekistan"])
      #expect(items[2].supplied.contains("countries: Kazakhstan, Uzbekistan of 2 looked at"))
      #expect(items[2].missing.contains("no regions (PTCRs) in the atlas"))
      #expect(items[11].missing.contains("the licence of ranges: connectivity-ranges.geojson"))
      #expect(items[11].supplied.contains("countries: countries.geojson, CC0-1.0"))
    }
  }
}
