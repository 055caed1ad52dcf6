import Formats
import Foundation

/// Reading and writing GeoJSON, against GDAL.
struct GeoJSONCases {
  private let folder: URL
  private let options: BenchmarkOptions

  /// Prepares the cases, whose files go to `folder`.
  init(_ folder: URL, _ options: BenchmarkOptions) {
    self.folder = folder
    self.options = options
  }

  /// Runs the cases: ordinates in full, and rounded to the seven decimals that the standard advises.
  func run(on scoreboard: inout Scoreboard) async throws {
    guard
      scoreboard.wants(
        "formats/geojson/read/exact", "formats/geojson/read/7-decimals", "formats/geojson/write")
    else { return }
    let roads = RoadLayer(count: options.scaled(20_000), seed: 2)
    for (name, decimals) in [("exact", nil), ("7-decimals", 7)] as [(String, Int?)] {
      let path = folder.appendingPathComponent("\(name).geojson").path
      _ = try roads.write(to: try writer(path, decimals))
      try await scoreboard.run(reading(path, name, of: roads))
    }
    try await scoreboard.run(writing(roads))
  }

  private func writer(_ path: String, _ decimals: Int?) throws -> GeoJSONWriter {
    try GeoJSONWriter(path: path, overwrite: true, isSequence: false, decimals: decimals)
  }

  private func reading(_ path: String, _ name: String, of roads: RoadLayer) -> Contest {
    var contest = Contest("formats/geojson/read/\(name)", unit: "vertex", items: roads.vertexCount)
    contest.add("kulan") { try RoadLayer.sum(try GeoJSONReader(path: path)) }
    #if GDAL
      contest.add("gdal-features") { try GDALBaseline.sum(path, by: .features) }
      contest.require(10, against: "gdal-features", in: .wall)
    #endif
    return contest
  }

  /// Ours writes every ordinate so that it reads back exactly; GDAL writes fifteen digits.
  private func writing(_ roads: RoadLayer) -> Contest {
    var contest = Contest(
      "formats/geojson/write", unit: "vertex", items: roads.vertexCount, tolerance: 1e-13)
    let ours = folder.appendingPathComponent("kulan.geojson").path
    contest.add("kulan", inspection: { try RoadLayer.sum(try GeoJSONReader(path: ours)) }) {
      try roads.write(to: try writer(ours, nil))
    }
    #if GDAL
      let theirs = folder.appendingPathComponent("gdal.geojson").path
      contest.add("gdal", inspection: { try RoadLayer.sum(try GeoJSONReader(path: theirs)) }) {
        try roads.write(to: try GDALWriter(path: theirs, overwrite: true))
      }
    #endif
    return contest
  }
}
