#if GDAL
  import Formats
  import Foundation
  import Geometry
  import TestSupport
  import Testing

  /// Writes a batch as GeoJSON and reads it with both readers.
  private func readTwice(_ batch: FeatureBatch) throws -> (ours: WholeLayer, gdals: WholeLayer) {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.geojson").path
      let writer = try GeoJSONWriter(
        path: path, overwrite: false, isSequence: false, decimals: nil)
      try writer.addLayer(
        LayerHeader(
          name: "a", geometryType: .unknown, crs: "EPSG:4326", fields: batch.columns.map(\.field))
      ).append(batch)
      try writer.finish()
      return (
        try WholeLayer(GeoJSONReader(path: path)),
        try WholeLayer(GDALReader(path: path, sql: nil))
      )
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `GDAL reads the same from what we write`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (ours, gdals) = try readTwice(randomBatch(&random))
    #expect(ours.batch.geometry == gdals.batch.geometry)
    #expect(ours.header.fields == gdals.header.fields)
    #expect(ours.batch.columns == gdals.batch.columns)
    #expect(ours.ids == gdals.ids)
  }

  @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
  func `real railways come back through GeoJSON as GDAL has them`() throws {
    let source = try WholeLayer(
      GDALReader(path: TestFiles.shared("osm-central-asia/kyrgyzstan_rail.fgb"), sql: nil),
      limit: 500)
    let (ours, gdals) = try readTwice(source.batch)
    #expect(ours.batch.geometry == source.batch.geometry)
    #expect(ours.batch.geometry == gdals.batch.geometry)
    #expect(ours.batch.columns == gdals.batch.columns)
  }
#endif
