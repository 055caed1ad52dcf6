#if GDAL
  import Foundation
  import Geometry
  import TestSupport
  import Testing

  @testable import Formats

  private let needsData: ConditionTrait = .enabled(
    if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)")

  /// Reads a whole layer, the first one unless it is named.
  private func readAll(
    _ path: String, layer: String? = nil, by way: GDALReader.Way = .features
  ) throws -> FeatureBatch {
    let dataset = try GDALReader(path: path)
    let name = try #require(layer ?? dataset.layers.first?.name)
    return try dataset.open(layer: name, by: way).readAll()
  }

  @Test(
    needsData,
    arguments: [
      ("osm-uzbekistan-railways-shp/uzbekistan_railways.shp", nil, 8747, 76026),
      ("synthetic-cami/ranges_iucn_schema.shp", nil, 14, 16331),
      ("natural-earth/ne_10m_railroads.fgb", nil, 3660, 118_526),
      ("natural-earth/ne_10m_lakes.fgb", nil, 240, 17261),
      ("synthetic-cami/ustyurt_sample.osm.pbf", "lines", 1686, 8483),
      ("synthetic-cami/ustyurt_sample.osm.pbf", "multipolygons", 4, 1270),
      ("synthetic-cami/planned_railway.gpx", "track_points", 321, 321),
    ] as [(String, String?, Int, Int)])
  func `features and Arrow batches give the same rows`(
    file: String, layer: String?, rows: Int, vertices: Int
  ) throws {
    let features = try readAll(TestFiles.shared(file), layer: layer, by: .features)
    let arrow = try readAll(TestFiles.shared(file), layer: layer, by: .arrow)
    #expect(features.count == rows)
    #expect(features.geometry.vertexCount == vertices)
    #expect(features.rejected.isEmpty && arrow.rejected.isEmpty)
    #expect(features.ids == arrow.ids)
    #expect(features.geometry == arrow.geometry)
    #expect(features.columns == arrow.columns)
  }

  @Test(
    needsData,
    arguments: [
      ("planned_railway_utm40n.shp", "planned_railway_utm40n", "EPSG:32640"),
      ("planned_railway_utm40n.dxf", "entities", nil),
      ("planned_railway.kml", "planned_railway_utm40n", "EPSG:4326"),
      ("planned_railway.gpx", "tracks", "EPSG:4326"),
    ] as [(String, String, String?)])
  func `the planned railway is one line in every format`(
    file: String, layer: String, crs: String?
  ) throws {
    let dataset = try GDALReader(path: TestFiles.shared("synthetic-cami/\(file)"))
    let reader = try dataset.open(layer: layer)
    let batch = try reader.readAll()
    #expect(reader.header.crs == crs)
    #expect(batch.geometry.kinds == [.line])
    #expect(batch.geometry.lines.paths.count == 1)
    #expect(batch.geometry.vertexCount == 321)
  }

  @Test(needsData) func `Cyrillic names of a Shapefile are read`() throws {
    let path = TestFiles.shared("osm-uzbekistan-railways-shp/uzbekistan_railways.shp")
    let dataset = try GDALReader(path: path)
    let header = try #require(dataset.layers.first)
    #expect(dataset.format == "ESRI Shapefile")
    #expect(
      header.fields.map(\.name) == [
        "osm_id", "code", "fclass", "name", "layer", "bridge", "tunnel",
      ])
    #expect(header.featureCount == 8747)
    let batch = try dataset.open(layer: header.name).readAll()
    let names = (0..<batch.count).map { batch.columns[3][$0].description }
    #expect(names.contains { $0.contains("Ташкент") })
  }
#endif
