import Formats
import Geometry
import PROJBridge
import Testing

/// A batch of one integer column whose ids are 100, 101, …
func batch(_ geometry: GeometryColumn) -> FeatureBatch {
  var batch = FeatureBatch(fields: [Field("n", .integer)])
  for row in 0..<geometry.count {
    batch.ids.append(Int64(100 + row))
    batch.columns[0].append(Int64(row))
  }
  batch.geometry = geometry
  return batch
}

/// A cleaner for a layer in a reference system.
func cleaner(
  crs: String? = "EPSG:4326", options: CleaningOptions = CleaningOptions()
) throws -> LayerCleaner {
  let header = LayerHeader(
    name: "tracks", geometryType: .unknown, crs: crs, fields: [Field("n", .integer)])
  return try LayerCleaner(header: header, path: "there.gpkg", options: options)
}

/// What comes out for lines and polygons in one batch.
struct Cleaned {
  let batch: FeatureBatch
  let report: CleaningReport

  init(
    _ geometry: GeometryColumn, crs: String = "EPSG:4326",
    options: CleaningOptions = CleaningOptions()
  ) async throws {
    var cleaner = try cleaner(crs: crs, options: options)
    batch = try await cleaner.clean(FormatsTests.batch(geometry))
    report = cleaner.report
  }

  init(line paths: [Position]..., crs: String = "EPSG:4326") async throws {
    try await self.init(GeometryColumn(LineColumn([paths])), crs: crs)
  }

  init(polygon parts: [[Position]]..., crs: String = "EPSG:4326") async throws {
    try await self.init(GeometryColumn(PolygonColumn([parts])), crs: crs)
  }

  /// The paths of the first line.
  var paths: [[Position]] {
    let lines = batch.geometry.lines
    return lines.count == 0 ? [] : lines.pathIndices(of: 0).map(lines.paths.positions(of:))
  }

  /// The number of parts of the first polygon.
  var partCount: Int { batch.geometry.polygons.partCount }

  /// The geodesic area of the first polygon, in km².
  var area: Double {
    Geodesic.wgs84.area(ofRow: 0, of: batch.geometry.polygons) / 1e6
  }

  /// The planar area of the first polygon, in square degrees.
  var planarArea: Double {
    let polygons = batch.geometry.polygons
    return polygons.partIndices(of: 0).reduce(0) { sum, part in
      let areas = polygons.ringIndices(ofPart: part).map { ring in
        abs(polygons.rings.withPath(at: ring) { Ring.doubledArea($0) }) / 2
      }
      return sum + (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
    }
  }

  /// The box around everything.
  var box: Box {
    (0..<batch.geometry.count).reduce(Box.empty) { $0.union(batch.geometry.box(of: $1)) }
  }

  /// The reason why the only feature was refused.
  var reason: String? {
    #expect(report.rejections == batch.rejected)
    return batch.rejected.first?.reason
  }
}

/// A closed rectangular ring.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Position] {
  [
    Position(west, south), Position(east, south), Position(east, north), Position(west, north),
    Position(west, south),
  ]
}

/// A closed ring around a pole with a vertex every 10 degrees, starting anywhere.
func parallel(_ latitude: Double, from start: Double = -175) -> [Position] {
  stride(from: start, through: start + 360, by: 10).map { longitude in
    Position(longitude > 180 ? longitude - 360 : longitude, latitude)
  }
}
