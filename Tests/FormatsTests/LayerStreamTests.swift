import Formats
import Foundation
import Geometry
import TestSupport
import Testing

@Suite struct LayerStreamTests {
  private static let roads = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": 1, "properties": {"class": "road", "lanes": 2},
       "geometry": {"type": "LineString", "coordinates": [[60, 45], [61, 45]]}},
      {"type": "Feature", "id": 2, "properties": {"class": "rail", "lanes": null},
       "geometry": {"type": "LineString", "coordinates": [[70, 45], [71, 45]]}},
      {"type": "Feature", "id": 3, "properties": {"class": "road", "lanes": 4},
       "geometry": {"type": "LineString", "coordinates": [[179, 66], [-179, 66]]}},
      {"type": "Feature", "id": 4, "properties": {"class": "road", "lanes": 1},
       "geometry": {"type": "LineString", "coordinates": [[50, 50], [50, 50]]}}
    ]}
    """

  private func withRoads(_ body: (LayerQuery) async throws -> Void) async throws {
    try await TestFiles.withFolder { folder in
      let url = folder.appendingPathComponent("roads.geojson")
      try Data(Self.roads.utf8).write(to: url)
      try await body(LayerQuery(SourceSpec(url.path), kind: .line))
    }
  }

  private func ids(_ query: LayerQuery) async throws -> [String] {
    let batch = try await LayerStream(query).rest()
    return (0..<batch.count).map { batch.ids[$0].description }
  }

  @Test func `without conditions every usable feature comes, clean and in order`() async throws {
    try await withRoads { query in
      let stream = try LayerStream(query)
      let batch = try await stream.rest()
      #expect((0..<batch.count).map { batch.ids[$0].description } == ["1", "2", "3"])
      #expect(batch.rejected.map(\.id) == ["4"])
      #expect(stream.report.antimeridianSplits == ["3"])
      #expect(stream.header.crs == "EPSG:4326")
      #expect((stream.readCount, stream.keptCount) == (4, 3))
    }
  }

  @Test(arguments: [1, 2, 3, 100])
  func `the batch size does not matter`(size: Int) async throws {
    try await withRoads { query in
      var query = query
      query.batchSize = size
      let found = try await ids(query)
      #expect(found == ["1", "2", "3"])
    }
  }

  @Test func `a condition selects by attributes`() async throws {
    try await withRoads { query in
      var query = query
      query.condition = try Expression("class = 'road' AND lanes > 2")
      let found = try await ids(query)
      #expect(found == ["3"])
      query.condition = try Expression("clas = 'road'")
      let error = #expect(throws: FormatError.self) { _ = try LayerStream(query) }
      #expect(error?.kind == .usage)
    }
  }

  @Test(arguments: [
    (Box(minX: 60.5, minY: 44, maxX: 70, maxY: 46), ["1", "2"]),
    (Box(minX: 62, minY: 44, maxX: 69, maxY: 46), []),
    (Box(minX: 178, minY: 60, maxX: -170, maxY: 70), ["3"]),
    (Box(minX: 170, minY: 60, maxX: 180, maxY: 70), ["3"]),
  ])
  func `a box selects by place, across the antimeridian too`(
    box: Box, expected: [String]
  ) async throws {
    try await withRoads { query in
      var query = query
      query.box = box
      let found = try await ids(query)
      #expect(found == expected)
    }
  }

  @Test func `in a strict query a feature that cannot be used is an error`() async throws {
    try await withRoads { query in
      var query = query
      query.isStrict = true
      let stream = try LayerStream(query)
      let error = await #expect(throws: FormatError.self) { _ = try await stream.rest() }
      #expect(error?.kind == .badData)
      #expect(error?.problem.contains("feature 4 of layer") == true)
    }
  }
}
