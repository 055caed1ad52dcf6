import Geometry
import Testing

@testable import Formats

@Suite("GeoJSON at the edges")
struct GeoJSONEdgeTests {
  private let point = #"{"type":"Point","coordinates":[500000,5000000]}"#

  @Test func `a single feature may say its CRS`() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32640"}}"#
    let layer = try WholeLayer(
      geoJSON: #"{"type":"Feature",\#(crs),"properties":{},"geometry":\#(point)}"#)
    #expect(layer.header.crs?.contains("32640") == true)
    #expect(layer.batch.count == 1)
  }

  @Test(arguments: [("1e-5", 1e-5), ("0", nil), ("-1", nil), ("null", nil)] as [(String, Double?)])
  func `the resolution that GDAL writes is understood`(text: String, expected: Double?) throws {
    let layer = try WholeLayer(
      geoJSON: #"{"type":"FeatureCollection","xy_coordinate_resolution":\#(text),"features":[]}"#)
    #expect(layer.header.resolution == expected)
  }

  /// The reader of well-known binary draws the line at the same depth.
  @Test(arguments: [1, 31, 32, 33, 400])
  func `collections in collections are read to a depth, and refused below it`(depth: Int) throws {
    let nested =
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: depth) + point
      + String(repeating: "]}", count: depth)
    let text = #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"#
    var read = 0
    do {
      let layer = try WholeLayer(geoJSON: text + #""geometry":\#(nested)}]}"#)
      read = layer.batch.count
    } catch let error as FormatError {
      #expect(error.problem.contains("nested more than 32 deep"))
    }
    #expect(read == (depth <= 32 ? 1 : 0))
  }
}
