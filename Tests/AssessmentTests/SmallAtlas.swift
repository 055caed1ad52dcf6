import Atlas
import Foundation
import Geometry
import Landscape
import Overlay
import Permeability
import TestSupport
import Testing

@testable import Assessment

/// A small atlas of seven barriers, the ranges of two species and two regions, for tests of plans.
struct SmallAtlas {
  let atlas: LoadedAtlas

  /// Loads it with a store in a folder of its own.
  init(
    units folder: URL, movements: Int = 200, more: String = "", settings: String = "",
    barriers: String? = nil
  ) async throws {
    let input = TestFiles.fixture("input")
    let configuration = try AtlasConfiguration(
      parsing: """
        {
          title: "A small atlas", date: "2026-11-22",
          sources: {
            barriers: [{ file: "\(barriers ?? "\(input)/connectivity-barriers.geojson")" }],
            ranges: [{ file: "\(input)/connectivity-ranges.geojson", schematic: true }],
            regions: [{ file: "\(input)/connectivity-regions.geojson" }],
            passages: [{ file: "\(input)/connectivity-passages.geojson" }],
          },
          settings: { movements: \(movements), \(settings) },
          \(more)
        }
        """, name: "atlas.json", folder: "")
    atlas = try await LoadedAtlas(
      configuration, stores: [folder.appendingPathComponent("units").path])
  }

  /// A fenced railway through some places, with structures at some chainages in metres.
  static func railway(
    _ places: [(Double, Double)], named name: String = "railway", structures: [Double] = [],
    _ change: (inout BarrierDesign) -> Void = { _ in }
  ) -> Plan {
    let geometry = LineColumn([[places.map { Position($0.0, $0.1) }]])
    var design = BarrierDesign(.railFencedBoth, status: .planned)
    design.fence.topHeight = 150
    design.fence.bottomGap = 20
    design.railway.trains = 20
    change(&design)
    var underpass = PassageDesign(.underpass)
    (underpass.width, underpass.height, underpass.length) = (60, 6, 15)
    let line = PlannedLine(
      id: "1", name: name, design: design, length: geometry.geodesicLength(ofRow: 0),
      structures: structures.enumerated().compactMap { number, chainage in
        geometry.position(at: chainage, ofRow: 0).map {
          PlannedStructure(
            id: "S\(number + 1)", PassageOnLine(underpass, at: chainage), position: $0)
        }
      })
    return Plan(name, geometry: geometry, lines: [line])
  }

  /// A railway across both ranges, from south to north.
  static let across = [(57.4, 43.9), (57.45, 44.5), (57.4, 45.1)]
}
