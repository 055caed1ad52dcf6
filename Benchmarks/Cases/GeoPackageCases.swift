import Formats
import Foundation

/// Reading and writing GeoPackage, against GDAL's two ways of reading and its writer.
struct GeoPackageCases {
  private let folder: URL
  private let options: BenchmarkOptions

  /// Prepares the cases, whose files go to `folder`.
  init(_ folder: URL, _ options: BenchmarkOptions) {
    self.folder = folder
    self.options = options
  }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("formats/geopackage/read", "formats/geopackage/write") else { return }
    let roads = RoadLayer(count: options.scaled(260_000), seed: 1)
    let path = folder.appendingPathComponent("roads.gpkg").path
    _ = try roads.write(to: try GeoPackageWriter(path: path, overwrite: false))
    try await scoreboard.run(reading(path, of: roads))
    try await scoreboard.run(writing(roads), runs: min(options.runs, 3))
  }

  /// Ours makes columns; the baselines only look, which is less work.
  private func reading(_ path: String, of roads: RoadLayer) -> Contest {
    var contest = Contest("formats/geopackage/read", unit: "vertex", items: roads.vertexCount)
    contest.add("kulan") { try RoadLayer.sum(try GeoPackageReader(path: path)) }
    #if GDAL
      contest.add("gdal-features") { try GDALBaseline.sum(path, by: .features) }
      contest.add("gdal-arrow") { try GDALBaseline.sum(path, by: .arrow) }
      contest.require(1, against: "gdal-features", in: .wall)
      contest.require(1, against: "gdal-arrow", in: .wall)
    #endif
    return contest
  }

  private func writing(_ roads: RoadLayer) -> Contest {
    var contest = Contest("formats/geopackage/write", unit: "vertex", items: roads.vertexCount)
    let ours = folder.appendingPathComponent("kulan.gpkg").path
    contest.add("kulan", inspection: { try RoadLayer.sum(try GeoPackageReader(path: ours)) }) {
      try roads.write(to: try GeoPackageWriter(path: ours, overwrite: true))
    }
    #if GDAL
      let theirs = folder.appendingPathComponent("gdal.gpkg").path
      contest.add("gdal", inspection: { try RoadLayer.sum(try GeoPackageReader(path: theirs)) }) {
        try roads.write(to: try GDALWriter(path: theirs, overwrite: true))
      }
    #endif
    return contest
  }
}
