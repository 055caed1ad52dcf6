import Foundation
import Formats
import Geometry
import TestSupport
import Testing

/// Writes a batch as GeoJSON and returns the text.
private func written(
  _ batch: FeatureBatch, as type: GeometryType = .unknown, crs: String? = "EPSG:4326",
  isSequence: Bool = false, name: String = "out.geojson", decimals: Int? = 7
) throws -> String {
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent(name).path
    let writer = try GeoJSONWriter(
      path: path, overwrite: false, isSequence: isSequence, decimals: decimals)
    let header = LayerHeader(
      name: "layer", geometryType: type, crs: crs, fields: batch.columns.map(\.field))
    try writer.addLayer(header).append(batch)
    #expect(!FileManager.default.fileExists(atPath: path))
    try writer.finish()
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}

private func sample() -> FeatureBatch {
  var batch = FeatureBatch(fields: [
    Field("i", .integer), Field("r", .real), Field("b", .boolean), Field("t\"", .text),
  ])
  var geometry = GeometryColumn()
  geometry.appendPoint(Position(100.123456789, -0.00000001))
  geometry.appendNone()
  batch.geometry = geometry
  batch.ids = Column(Field("id", .integer), [.integer(7), .null])
  batch.columns[0] = Column(batch.columns[0].field, [.integer(.min), .null])
  batch.columns[1] = Column(batch.columns[1].field, [.real(0.1), .real(.nan)])
  batch.columns[2] = Column(batch.columns[2].field, [.boolean(true), .null])
  batch.columns[3] = Column(batch.columns[3].field, [.text("\"\\\n\u{1}ж/"), .null])
  return batch
}

@Test func `a collection is written as RFC 7946 wants it`() throws {
  let text = try written(sample())
  #expect(
    text == #"""
      {"type":"FeatureCollection","name":"layer","features":[
      {"type":"Feature","id":7,"properties":{"i":-9223372036854775808,"r":0.1,"b":true,"t\"":"\"\\\n\u0001ж/"},"geometry":{"type":"Point","coordinates":[100.1234568,0]}},
      {"type":"Feature","properties":{"i":null,"r":null,"b":null,"t\"":null},"geometry":null}
      ]}

      """#)
}

@Test func `a sequence has a feature on every line`() throws {
  let lines = try written(sample(), isSequence: true, name: "a.geojsonl").split(separator: "\n")
  #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix(#"{"type":"Feature""#) })
  let records = try written(sample(), isSequence: true, name: "a.geojsons").split(separator: "\n")
  #expect(records.count == 2 && records.allSatisfy { $0.hasPrefix("\u{1E}{") })
}

@Test func `shells run counter-clockwise and holes clockwise`() throws {
  let clockwise = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0), (0.0, 0.0)].map { Position($0.0, $0.1) }
  let counter = [(1.0, 5.0), (1.0, 4.0), (2.0, 5.0), (1.0, 5.0)].map { Position($0.0, $0.1) }
  var batch = FeatureBatch(fields: [])
  batch.geometry = GeometryColumn(PolygonColumn([[[clockwise, counter]]]))
  batch.ids.appendNull()
  #expect(
    try written(batch).contains(
      "[[[0,0],[9,9],[0,9],[0,0]],[[1,5],[2,5],[1,4],[1,5]]]"))
}

@Test func `single parts are multi-geometries only in a layer of multi-geometries`() throws {
  var batch = FeatureBatch(fields: [])
  batch.geometry = GeometryColumn(LineColumn([[[Position(0, 0), Position(1, 1)]]]))
  batch.ids.appendNull()
  #expect(
    try written(batch).contains(#""geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}"#))
  #expect(
    try written(batch, as: .multiLineString).contains(
      #"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]]]}"#))
}

@Test(arguments: ["EPSG:32640", nil])
func `coordinates other than longitude and latitude are refused`(crs: String?) throws {
  let error = #expect(throws: FormatError.self) { _ = try written(sample(), crs: crs) }
  #expect(error?.kind == .usage)
}

@Test func `an empty file, a second layer and an existing file`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("a.geojson").path
    let writer = try GeoJSONWriter(path: path, overwrite: false, isSequence: false)
    try writer.finish()
    #expect(try WholeLayer(GeoJSONReader(path: path)).batch.count == 0)
    #expect(throws: FormatError.self) {
      _ = try GeoJSONWriter(path: path, overwrite: false, isSequence: false)
    }
    let second = try GeoJSONWriter(path: path, overwrite: true, isSequence: false)
    let header = LayerHeader(name: "a", geometryType: .point, crs: "OGC:CRS84", fields: [])
    _ = try second.addLayer(header)
    #expect(throws: FormatError.self) { _ = try second.addLayer(header) }
    second.cancel()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.geojson"])
  }
}

@Test(arguments: UInt64(1)...30)
func `a random layer comes back as it was written`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let batch = randomBatch(&random)
  let text = try written(batch, isSequence: seed % 2 == 0, decimals: nil)
  let layer = try WholeLayer(geoJSON: text)
  #expect(layer.batch.rejected.isEmpty)
  #expect(layer.batch.geometry == batch.geometry)
  #expect(layer.ids == (0..<batch.count).map { batch.ids[$0] })
  for column in batch.columns {
    let values = (0..<batch.count).map { column[$0] }
    #expect(layer.values(column.field.name) == values, "\(column.field.name)")
  }
}

@Test(arguments: UInt64(1)...5)
func `what is written is JSON to Foundation too, with the same contents`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let batch = randomBatch(&random)
  let text = try written(batch, decimals: nil)
  let root = try #require(
    JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  let features = try #require(root["features"] as? [[String: Any]])
  #expect(features.count == batch.count)
  let layer = try WholeLayer(geoJSON: text)
  for (row, feature) in features.enumerated() {
    let properties = try #require(feature["properties"] as? [String: Any])
    let real = (properties["real"] as? NSNumber).map { [$0.doubleValue] } ?? []
    #expect(areAlike(real, layer.values("real")?[row].reals ?? []))
    #expect(
      layer.values("text")?[row] == (properties["text"] as? String).map { .text($0) } ?? .null)
    let coordinates = (feature["geometry"] as? [String: Any])?["coordinates"]
    #expect(areAlike(flattened(coordinates), ordinates(of: row, in: layer.batch.geometry)))
  }
}

/// Compares with a tolerance, because Foundation's parser does not round correctly; that ours does
/// is shown by the layers that come back as they were written.
private func areAlike(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= 1e-14 * abs($1) }
}

extension Value {
  fileprivate var reals: [Double] { if case .real(let number) = self { [number] } else { [] } }
}

private func flattened(_ value: Any?) -> [Double] {
  if let number = value as? NSNumber { return [number.doubleValue] }
  return (value as? [Any] ?? []).flatMap(flattened)
}

private func ordinates(of row: Int, in column: GeometryColumn) -> [Double] {
  var copy = GeometryColumn()
  copy.append(row, of: column)
  return copy.points.paths.xy + copy.lines.paths.xy + copy.polygons.rings.xy
}
