import Formats
import Foundation
import Geometry

/// The folder where workloads are kept as GeoPackages between runs; what is missing is drawn.
struct DataFolder {
  /// What the names of all files begin with; another version of the generators has another one.
  private static let version = "kulan-benchmark-1"

  private let folder: URL
  private let options: BenchmarkOptions

  /// Uses the folder that the user named.
  init(_ options: BenchmarkOptions) throws {
    folder = URL(fileURLWithPath: options.data)
    self.options = options
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Returns the path of a layer of lines, which is drawn where it is missing.
  func path(of layer: LineLayer) async throws -> String {
    let count = options.scaled(layer.count)
    return try await file("lines-\(count)") { writer in
      let fields = [Field("cls", .text)]
      let layer = try writer.addLayer(
        LayerHeader(name: "lines", geometryType: .lineString, crs: "EPSG:4326", fields: fields))
      var id: Int64 = 0
      try await LineLayer.draw(count: count, jobs: options.jobs) { lines in
        var batch = FeatureBatch(fields: fields)
        batch.geometry = GeometryColumn(lines.lines)
        for number in lines.classes {
          id += 1
          batch.ids.append(id)
          batch.columns[0].append(LineBatch.classes[number])
        }
        try layer.append(batch)
      }
    }
  }

  /// Returns a layer of lines in memory.
  func lines(_ layer: LineLayer) async throws -> [LineBatch] {
    let path = try await path(of: layer)
    let dataset = try GeoPackageReader(path: path)
    let reader = try dataset.open(layer: dataset.layers[0].name)
    var batches: [LineBatch] = []
    while let batch = try reader.next(limit: 20_000) { batches.append(LineBatch(batch)) }
    return batches
  }

  /// Returns the path of twenty ranges of about `vertices` vertices each.
  func path(ofRanges vertices: Int) async throws -> String {
    try await file("ranges-\(vertices)") { writer in
      let ranges = try await RangeGenerator.ranges(
        count: 20, vertices: vertices, seed: 7, jobs: options.jobs)
      let fields = [Field("rid", .integer)]
      let layer = try writer.addLayer(
        LayerHeader(name: "ranges", geometryType: .multiPolygon, crs: "EPSG:4326", fields: fields))
      var batch = FeatureBatch(fields: fields)
      batch.geometry = GeometryColumn(ranges)
      for row in 0..<ranges.count {
        batch.ids.append(Int64(row + 1))
        batch.columns[0].append(Int64(row))
      }
      try layer.append(batch)
    }
  }

  /// Returns twenty ranges of about `vertices` vertices each.
  func ranges(_ vertices: Int) async throws -> PolygonColumn {
    try Self.polygons(in: try await path(ofRanges: vertices))
  }

  /// Reads the polygons of the only layer of a GeoPackage.
  static func polygons(in path: String) throws -> PolygonColumn {
    let dataset = try GeoPackageReader(path: path)
    let reader = try dataset.open(layer: dataset.layers[0].name)
    var column = GeometryColumn()
    while let batch = try reader.next(limit: 1000) {
      for row in 0..<batch.count { column.append(row, of: batch.geometry) }
    }
    return column.polygons
  }

  /// Returns the path of a file, which is written where it is missing.
  private func file(
    _ name: String, _ write: (GeoPackageWriter) async throws -> Void
  ) async throws -> String {
    let path = folder.appendingPathComponent("\(Self.version)-\(name).gpkg").path
    if FileManager.default.fileExists(atPath: path) { return path }
    let writer = try GeoPackageWriter(path: path, overwrite: false)
    do {
      try await write(writer)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
    return path
  }
}
