import Testing

@testable import GDALBridge

#if GDAL
  @Test func `the version is that of a release`() throws {
    let version = try #require(GDALLibrary.version)
    #expect(version.split(separator: ".").count >= 3)
  }

  @Test func `drivers say what they can do`() throws {
    let shapefile = try #require(GDALLibrary.drivers.first { $0.name == "ESRI Shapefile" })
    #expect(shapefile.canCreate && shapefile.extensions.contains("shp"))
    #expect(
      shapefile.fieldTypes.contains("Integer64") && !shapefile.fieldTypes.contains("DateTime"))
    let osm = try #require(GDALLibrary.drivers.first { $0.name == "OSM" })
    #expect(!osm.canCreate && osm.extensions.contains("pbf"))
    #expect(!GDALLibrary.drivers.contains { $0.name == "GTiff" })
  }

  @Test func `what GDAL says becomes the error`() {
    let error = #expect(throws: GDALError.self) { try GDALDataset(reading: "/no/such/file.shp") }
    #expect(error?.step == "GDALOpenEx")
    #expect(error?.description.contains("/no/such/file.shp") == true)
  }
#else
  @Test func `a build without GDAL has no version of it`() {
    #expect(GDALLibrary.version == nil)
  }
#endif
