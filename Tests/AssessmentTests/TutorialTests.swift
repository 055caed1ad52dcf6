import Assessment
import Atlas
import Foundation
import Formats
import Geometry
import Permeability
import TestSupport
import Testing

/// The article *Check a plan*, line by line.
struct TutorialTests {
  @Test func `an atlas, a plan and what it does in twenty lines`() async throws {
    try await TestFiles.withFolder { folder in
      let input = TestFiles.fixture("input")
      let file = folder.appendingPathComponent("atlas.json").path
      try """
      {
        title: "A small atlas", date: "2026-11-22",
        sources: {
          barriers: [{ file: "\(input)/connectivity-barriers.geojson" }],
          ranges: [{ file: "\(input)/connectivity-ranges.geojson" }],
        },
        settings: { movements: 50 },
      }
      """.write(toFile: file, atomically: true, encoding: .utf8)
      let railway = folder.appendingPathComponent("railway.geojson").path
      try """
      {"type":"Feature","properties":{},"geometry":{"type":"LineString",
       "coordinates":[[57.4,43.9],[57.45,44.5],[57.4,45.1]]}}
      """.write(toFile: railway, atomically: true, encoding: .utf8)
      let structures = folder.appendingPathComponent("structures.csv").path
      try "chainage,type,width_m,height_m\n40+000,underpass,60,6\n".write(
        toFile: structures, atomically: true, encoding: .utf8)
      let lines = try await Self.report(file, railway, structures)
      #expect(lines.contains { $0.hasPrefix("saiga whole range") })
      #expect(lines.contains { $0.hasPrefix("  loses ") })
      #expect(lines.contains { $0.hasPrefix("overpass at ") || $0.hasPrefix("gap at ") })
    }
  }

  private static func report(
    _ file: String, _ railway: String, _ structures: String
  ) async throws -> [String] {
    let configuration = try AtlasConfiguration(contentsOf: file)
    let atlas = try await LoadedAtlas(configuration, jobs: 4)

    var input = PlanInput([LayerQuery(SourceSpec(railway), kind: .line)])
    input.settings = try PlanSettings.parse(["class=railway", "fenced=true"])
    input.structures = [LayerQuery(SourceSpec(structures))]
    input.usualLength = 15
    let plans = try await PlanReader(input).plans()

    var lines: [String] = []
    // One passage instead of the usual five, which would take a minute without optimisation.
    var settings = AssessmentSettings()
    settings.mitigation.count = 1
    let assessment = try await Assessment(of: plans, in: atlas, settings: settings, jobs: 4)
    for effect in assessment.alternatives[0].effects {
      let (before, after) = (effect.before.connectedArea, effect.after.connectedArea)
      lines.append(
        "\(effect.species) \(effect.region ?? "whole range") \(before.central) \(after.central)")
      lines.append("  loses \(100 * effect.relativeLoss.central) %, cuts off \(effect.cutOff) km²")
    }
    for step in assessment.alternatives[0].mitigation {
      lines.append("\(step.option.design.kind) at \(step.chainage / 1000) km: \(step.benefit)")
    }
    return lines
  }
}
