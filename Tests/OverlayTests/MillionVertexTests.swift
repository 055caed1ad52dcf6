import Formats
import Foundation
import Geometry
import Overlay
import TestSupport
import Testing

/// A ring of a million edges around 60°, 45°: a zigzag between two circles.
private let ring: [Position] = {
  let count = 1_000_000
  let vertices = (0..<count).map { vertex in
    let angle = 2 * Double.pi * Double(vertex) / Double(count)
    let radius = vertex % 2 == 0 ? 5 : 4.999
    return Position(60 + radius * cos(angle), 45 + radius * sin(angle))
  }
  return vertices + vertices.prefix(1)
}()

@Suite("A ring of a million vertices", .serialized)
struct MillionVertexTests {
  /// Written, read, cleaned and cut. Seven decimals are all that GeoJSON and CSV are written with.
  @Test(.timeLimit(.minutes(20)), arguments: ["gpkg", "geojson", "csv"])
  func `a ring of a million vertices goes through`(format: String) async throws {
    var batch = FeatureBatch(fields: [])
    batch.ids.append(Int64(1))
    batch.geometry = GeometryColumn(PolygonColumn([[[ring]]]))
    try await TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("range.\(format)").path
      let writer = try Datasets.create(path, overwrite: false)
      try writer.addLayer(
        LayerHeader(name: "range", geometryType: .polygon, crs: "EPSG:4326", fields: [])
      ).append(batch)
      try writer.finish()

      let stream = try LayerStream(LayerQuery(SourceSpec(path), kind: .polygon))
      let read = try await stream.rest().geometry.polygons
      #expect(read.count == 1 && read.rings.vertexCount == ring.count)
      #expect(stream.report.repairs.isEmpty)
      let tolerance = format == "gpkg" ? 0 : 0.51e-7
      let isEqual = ring.indices.allSatisfy { vertex in
        let position = read.rings.position(at: vertex)
        return abs(position.x - ring[vertex].x) <= tolerance
          && abs(position.y - ring[vertex].y) <= tolerance
      }
      #expect(isEqual)

      let cuts = try await PolygonOverlay(read, measuredBy: .planar).cut(
        LineColumn([[[Position(50, 45.001), Position(70, 45.001)]]]))
      #expect(cuts.meetings.map(\.crossings) == [2])
      #expect(abs(cuts.meetings[0].insideLength - 9.999) < 0.002)
    }
  }
}
