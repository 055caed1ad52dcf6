import Foundation
import Geometry
import SQLiteBridge
import TestSupport
import Testing

@testable import Formats

/// A layer for writing: what it says of itself and all its features.
struct GeoPackageSample {
  var header: LayerHeader
  var batch: FeatureBatch

  /// Makes a layer in longitude and latitude.
  init(_ name: String, _ type: GeometryType, _ batch: FeatureBatch, crs: String? = "EPSG:4326") {
    header = LayerHeader(
      name: name, geometryType: type, crs: crs, fields: batch.columns.map(\.field))
    header.idKind = batch.ids.field.kind
    self.batch = batch
  }
}

/// Writes layers to a GeoPackage and returns what the writer noted.
@discardableResult
func writeGeoPackage(
  _ path: String, _ layers: [GeoPackageSample], timestamp: String = "2026-11-21T11:31:00.000Z"
) throws -> [String] {
  let writer = try GeoPackageWriter(path: path, overwrite: false, timestamp: timestamp)
  for layer in layers {
    try writer.addLayer(layer.header).append(layer.batch)
  }
  try writer.finish()
  return writer.notes
}

/// Reads one layer of a GeoPackage, the first unless it is named.
func readGeoPackage(
  _ path: String, layer: String? = nil, box: Box? = nil
) throws -> (header: LayerHeader, batch: FeatureBatch) {
  let dataset = try GeoPackageReader(path: path)
  let name = try #require(layer ?? dataset.layers.first?.name)
  let reader = try dataset.open(layer: name, box: box)
  let batch = try reader.readAll(limit: 7)
  return (reader.header, batch)
}

/// Changes a GeoPackage with SQL, as no program should.
func damage(_ path: String, _ sql: String) throws {
  try SQLiteConnection(path: path, mode: .create).execute(sql)
}

/// Returns the only value of a query as text.
func value(of sql: String, in path: String) throws -> String? {
  let query = try SQLiteConnection(path: path, mode: .read).prepare(sql)
  return try query.step() ? query.text(at: 0) : nil
}

/// Makes a batch of points, (0, 0), (1, 1) and so on, with some columns.
func pointBatch(count: Int, columns: [Column] = []) -> FeatureBatch {
  var batch = FeatureBatch(fields: [])
  for row in 0..<count {
    batch.ids.append(Int64(row + 1))
    batch.geometry.appendPoint(Position(Double(row), Double(row)))
  }
  batch.columns = columns
  return batch
}

/// Where a program of GDAL is installed, if it is.
func gdalProgram(_ name: String) -> URL? {
  ["/usr/bin/", "/usr/local/bin/"].map { URL(fileURLWithPath: $0 + name) }
    .first { FileManager.default.isExecutableFile(atPath: $0.path) }
}

/// Skips a test where GDAL's programs are missing.
let needsGDALPrograms: ConditionTrait = .enabled(
  if: gdalProgram("ogr2ogr") != nil && gdalProgram("ogrinfo") != nil,
  "needs ogr2ogr and ogrinfo, which are not installed")

/// Runs a program of GDAL and returns what it prints.
@discardableResult
func runGDAL(_ name: String, _ arguments: String...) throws -> String {
  let process = Process()
  process.executableURL = gdalProgram(name)
  process.arguments = arguments
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  let complaint = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  #expect(process.terminationStatus == 0, "\(String(decoding: complaint, as: UTF8.self))")
  return text
}
