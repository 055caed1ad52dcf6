import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

/// A layer of three lines, the second of which has an ordinate that is no number.
@Suite("Ordinates that are no numbers")
struct NotFiniteTests {
  /// Expects the second feature among the rejected, with a reason, and the others as they are.
  private static func expectRejection(_ path: String, id: String) async throws {
    let stream = try LayerStream(LayerQuery(SourceSpec(path), kind: .line))
    let batch = try await stream.rest()
    #expect(batch.geometry.lines.paths.xy == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(batch.rejected.map(\.id) == [id])
    #expect(batch.rejected.allSatisfy { !$0.reason.isEmpty })
  }

  @Test(arguments: ["1e999", "-1e999", "NaN", "Infinity"])
  func `GeoJSON sets them aside`(ordinate: String) async throws {
    func feature(_ id: Int, _ coordinates: String) -> String {
      """
      {"type":"Feature","id":\(id),"properties":{},
       "geometry":{"type":"LineString","coordinates":[\(coordinates)]}}
      """
    }
    let features = [
      feature(1, "[1,2],[3,4]"), feature(2, "[1,2],[3,\(ordinate)]"), feature(3, "[5,6],[7,8]"),
    ]
    try await TestFiles.withFolder { folder in
      let url = folder.appendingPathComponent("a.geojson")
      try Data(
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8
      ).write(to: url)
      try await Self.expectRejection(url.path, id: "2")
    }
  }

  @Test(arguments: ["1e999", "-1e999", "nan", "inf"])
  func `CSV sets them aside`(ordinate: String) async throws {
    try await TestFiles.withFolder { folder in
      let url = folder.appendingPathComponent("a.csv")
      let text = """
        id,geom_wkt
        1,"LINESTRING (1 2, 3 4)"
        2,"LINESTRING (1 2, 3 \(ordinate))"
        3,"LINESTRING (5 6, 7 8)"

        """
      try Data(text.utf8).write(to: url)
      try await Self.expectRejection(url.path, id: "2")
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `GeoPackage sets them aside`(ordinate: Double) async throws {
    try await TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.gpkg").path
      try Self.write(ordinate, to: path)
      try await Self.expectRejection(path, id: "2")
    }
  }

  #if GDAL
    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `formats of GDAL set them aside`(ordinate: Double) async throws {
      try await TestFiles.withFolder { folder in
        let path = folder.appendingPathComponent("a.shp").path
        // No driver writes such a thing: a number that occurs nowhere else is overwritten.
        try Self.write(4.125, to: path)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let (from, to) = (Self.littleEndian(4.125), Self.littleEndian(ordinate))
        while let place = bytes.range(of: from) { bytes.replaceSubrange(place, with: to) }
        try bytes.write(to: URL(fileURLWithPath: path))
        try await Self.expectRejection(path, id: "1")
      }
    }
  #endif

  private static func littleEndian(_ number: Double) -> Data {
    withUnsafeBytes(of: number.bitPattern.littleEndian) { Data($0) }
  }

  private static func write(_ ordinate: Double, to path: String) throws {
    var batch = FeatureBatch(fields: [])
    for id in 1...3 { batch.ids.append(Int64(id)) }
    batch.geometry = GeometryColumn(
      LineColumn([
        [[Position(1, 2), Position(3, 4)]], [[Position(1, 2), Position(3, ordinate)]],
        [[Position(5, 6), Position(7, 8)]],
      ]))
    let writer = try Datasets.create(path, overwrite: false)
    try writer.addLayer(
      LayerHeader(name: "a", geometryType: .lineString, crs: "EPSG:4326", fields: [])
    ).append(batch)
    try writer.finish()
  }
}
