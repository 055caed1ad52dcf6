import Formats
import Foundation
import GEOSBridge
import Geometry
import TestSupport

/// Real data, where they are there: roads and railways through countries and reserves.
struct RealCases {
  /// Layers of lines and of polygons, by their names below the shared data.
  private struct Case {
    let name: String
    let lines: [String]
    let polygons: [String]
  }

  private static let countries = [
    "kyrgyzstan", "mongolia", "tajikistan", "turkmenistan", "uzbekistan",
  ]
  private static let cases = [
    Case(
      name: "real/countries/railways", lines: ["natural-earth/ne_10m_railroads.fgb"],
      polygons: ["natural-earth/ne_10m_admin_0_countries.fgb"]),
    Case(
      name: "real/countries/roads", lines: countries.map { "osm-central-asia/\($0)_roads.fgb" },
      polygons: ["natural-earth/ne_10m_admin_0_countries.fgb"]),
    Case(
      name: "real/reserves/roads", lines: countries.map { "osm-central-asia/\($0)_roads.fgb" },
      polygons: countries.map { "osm-central-asia/\($0)_protected_areas.fgb" }),
  ]

  /// Runs the cases that can be run.
  func run(on scoreboard: inout Scoreboard) async throws {
    for item in Self.cases where scoreboard.wants(item.name, size: .medium) {
      #if GDAL
        guard TestFiles.hasSharedData else {
          scoreboard.note("\(item.name): \(TestFiles.needsSharedData)")
          continue
        }
        try await scoreboard.run(contest(item), size: .medium, runs: 3)
      #else
        scoreboard.note("\(item.name): needs a build with GDAL")
      #endif
    }
  }

  private func contest(_ item: Case) async throws -> Contest {
    let polygons = try await read(item.polygons, kind: .polygon).polygons
    let all = LineBatch(try await read(item.lines, kind: .line).lines)
    let lines = try all.withoutSelfCrossings()
    let source = LineSource.loaded([lines])
    var contest = Contest(item.name, unit: "segment", items: lines.segmentCount, tolerance: 1e-9)
    contest.add("kulan") {
      try await KulanOverlay(ranges: polygons, reading: .closed).overlay(source)
    }
    contest.add("prep") { try await GEOSPreparedRanges(polygons).overlay(source) }
    return contest
  }

  /// Reads layers as the commands do: valid, in longitude and latitude.
  private func read(_ names: [String], kind: GeometryKind) async throws -> GeometryColumn {
    var column = GeometryColumn()
    for name in names {
      let query = LayerQuery(SourceSpec(path: TestFiles.shared(name)), kind: kind)
      let stream = try LayerStream(query)
      while let batch = try await stream.next() {
        for row in 0..<batch.count { column.append(row, of: batch.geometry) }
      }
    }
    return column
  }
}

extension LineBatch {
  /// Makes every path a line of one class.
  fileprivate init(_ column: LineColumn) {
    let paths = column.paths
    lines = LineColumn((0..<paths.count).map { [paths.positions(of: $0)] })
    classes = Array(repeating: 0, count: lines.count)
  }

  /// Returns the lines that do not cross themselves: GEOS would cut the others there.
  fileprivate func withoutSelfCrossings() throws -> LineBatch {
    let geos = GEOSContext()
    let all = GeometryColumn(lines)
    var column = GeometryColumn()
    for row in 0..<all.count where try geos.makeLine(row: row, of: lines).isSimple {
      column.append(row, of: all)
    }
    return LineBatch(column.lines, classes: Array(repeating: 0, count: column.count))
  }
}
