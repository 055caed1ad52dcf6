import Formats
import Geometry
import PROJBridge
import TestSupport
import Testing

/// Reads and cleans the first layer of a file.
private func cleaned(_ path: String) async throws -> (batch: FeatureBatch, report: CleaningReport) {
  let dataset = try Datasets.open(path)
  let layer = try #require(dataset.layers.first)
  let reader = try dataset.open(layer: layer.name)
  var cleaner = try LayerCleaner(header: reader.header, path: path)
  let batch = try #require(try reader.next(limit: 10_000))
  return (try await cleaner.clean(batch), cleaner.report)
}

#if GDAL
  @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
  func `the planned railway lies at the same place in UTM and in degrees`() async throws {
    let utm = try await cleaned(TestFiles.shared("synthetic-cami/planned_railway_utm40n.shp"))
    let degrees = try await cleaned(TestFiles.shared("synthetic-cami/planned_railway.kml"))
    #expect(utm.report.isTransformed && !degrees.report.isTransformed)
    #expect(utm.report.featuresOutsideAreaOfUse == 0)
    let (first, second) = (utm.batch.geometry.lines.paths, degrees.batch.geometry.lines.paths)
    #expect(first.vertexCount == second.vertexCount && first.vertexCount > 100)
    for vertex in 0..<first.vertexCount {
      let apart = Geodesic.wgs84.distance(
        from: first.position(at: vertex), to: second.position(at: vertex))
      #expect(apart < 0.01)
    }
  }

  @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
  func `valid real layers pass untouched`() async throws {
    for name in [
      "natural-earth/ne_10m_admin_0_countries.fgb", "natural-earth/ne_10m_lakes.fgb",
      "natural-earth/ne_10m_rivers_lake_centerlines.fgb",
      "osm-central-asia/mongolia_protected_areas.fgb",
    ] {
      let dataset = try Datasets.open(TestFiles.shared(name))
      let reader = try dataset.open(layer: try #require(dataset.layers.first).name)
      let raw = try #require(try reader.next(limit: 10_000))
      let (batch, report) = try await cleaned(TestFiles.shared(name))
      #expect(batch.geometry == raw.geometry)
      #expect(report.repairs.isEmpty && report.rejections.isEmpty)
    }
  }
#endif
