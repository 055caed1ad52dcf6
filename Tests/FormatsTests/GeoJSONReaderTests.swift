import Foundation
import Formats
import Geometry
import TestSupport
import Testing

private func collection(_ features: String..., members: String = "") -> String {
  #"{"type":"FeatureCollection",\#(members)"features":[\#(features.joined(separator: ","))]}"#
}

private func feature(_ geometry: String, properties: String = "{}", id: String? = nil) -> String {
  let id = id.map { #""id":\#($0),"# } ?? ""
  return #"{"type":"Feature",\#(id)"properties":\#(properties),"geometry":\#(geometry)}"#
}

private let point = #"{"type":"Point","coordinates":[1,2]}"#
private let line = #"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#

@Test func `all geometry types of RFC 7946 are read`() throws {
  let layer = try WholeLayer(
    geoJSON: collection(
      feature(#"{"type":"Point","coordinates":[100.0, 0.5, 12]}"#),
      feature(#"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#),
      feature(#"{"type":"LineString","coordinates":[[0,0],[ 1 , 1e0 ,5]]}"#),
      feature(#"{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}"#),
      feature(
        #"{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[5,1],[6,1],[6,2],[5,1]]]}"#),
      feature(#"{"coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]],"type":"MultiPolygon"}"#),
      feature("null"), feature(#"{"type":"Point","coordinates":[]}"#)))
  #expect(layer.batch.rejected.isEmpty)
  let geometry = layer.batch.geometry
  #expect(geometry.kinds == [.point, .point, .line, .line, .polygon, .polygon, .none, .none])
  #expect(geometry.points.paths.xy == [100, 0.5, 1, 2, 3, 4])
  #expect(geometry.lines.paths.xy == [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3])
  #expect(geometry.lines.rowStarts == [0, 1, 3])
  #expect(geometry.polygons.partStarts == [0, 2, 3])
  #expect(geometry.polygons.rowStarts == [0, 1, 2])
  #expect(layer.header.geometryType == .unknown)
  #expect(layer.header.crs == "OGC:CRS84")
  #expect(layer.header.featureCount == 8)
}

@Test(arguments: [
  (["Point"], GeometryType.point), (["Point", "MultiPoint"], .multiPoint),
  (["LineString"], .lineString), (["LineString", "Point"], .unknown), ([], .unknown),
])
func `the type of the layer holds every feature`(types: [String], expected: GeometryType) throws {
  let coordinates = ["Point": "[1,2]", "MultiPoint": "[[1,2]]", "LineString": "[[1,2],[3,4]]"]
  let features = types.map {
    feature(#"{"type":"\#($0)","coordinates":\#(coordinates[$0] ?? "")}"#)
  }
  let text = collection(features.joined(separator: ","))
  #expect(try WholeLayer(geoJSON: text).header.geometryType == expected)
}

@Test func `kinds of values are merged over all features`() throws {
  let layer = try WholeLayer(
    geoJSON: collection(
      feature(
        point,
        properties: #"""
          {"i":1,"r":1,"b":true,"m":true,"n":null,"o":{"a":[1,"}"]},"wide":9007199254740993,
           "huge":99999999999999999999,"big":1e999,"x":NaN,"date":"2026-11-21"}
          """#),
      feature(
        point,
        properties:
          #"{"i":-2,"r":2.5,"b":false,"m":1,"o":null,"wide":0.5,"late":"\u0436\ud83d\ude00"}"#
      )))
  #expect(
    layer.header.fields.map(\.name)
      == ["i", "r", "b", "m", "n", "o", "wide", "huge", "big", "x", "date", "late"])
  #expect(layer.values("i") == [.integer(1), .integer(-2)])
  #expect(layer.values("r") == [.real(1), .real(2.5)])
  #expect(layer.values("b") == [.boolean(true), .boolean(false)])
  #expect(layer.values("m") == [.text("true"), .text("1")])
  #expect(layer.values("n") == [.null, .null])
  #expect(layer.values("o") == [.text(#"{"a":[1,"}"]}"#), .null])
  #expect(layer.values("wide") == [.text("9007199254740993"), .text("0.5")])
  #expect(layer.values("huge") == [.text("99999999999999999999"), .null])
  #expect(layer.values("big") == [.text("1e999"), .null])
  #expect(layer.values("x") == [.null, .null])
  #expect(layer.kind("date") == .text)
  #expect(layer.values("late") == [.null, .text("ж😀")])
}

@Test(arguments: [
  (#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::32640"}},"#, "EPSG:32640"),
  (#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"#, "OGC:CRS84"),
  (#""crs":{"type":"name","properties":{"name":"EPSG:4326"}},"#, "EPSG:4326"),
  (#""crs":{"type":"EPSG","properties":{"code":28413}},"#, "EPSG:28413"),
  (#""crs":null,"#, nil), (#""crs":{"type":"link","properties":{"href":"x"}},"#, nil),
  ("", "OGC:CRS84"),
])
func `a crs member is understood`(member: String, expected: String?) throws {
  let layer = try WholeLayer(geoJSON: collection(feature(point), members: member))
  #expect(layer.header.crs == expected)
  #expect(layer.header.notes.isEmpty == (expected != nil))
}

@Test func `ids are numbers, text, or the index`() throws {
  let numbers = try WholeLayer(
    geoJSON: collection(feature(point, id: "7"), feature(point), feature(point, id: "null")))
  #expect(numbers.ids == [.integer(7), .integer(1), .integer(2)])
  let texts = try WholeLayer(
    geoJSON: collection(feature(point, id: "7"), feature(point), feature(point, id: #""a\"b""#)))
  #expect(texts.ids == [.text("7"), .text("1"), .text("a\"b")])
}

@Test(arguments: [
  point, feature(point), collection(feature(point)), "\u{FEFF}  " + feature(point) + "\n",
  #"{"features":[\#(feature(point))],"type":"FeatureCollection"}"#,
  #"{"geometry":\#(point),"properties":null,"type":"Feature"}"#,
  #"{"type":"Feature","geometry":\#(point)}"#,
  #"{"type":"Feature","geometry":\#(line),"geometry":\#(point),"properties":{"a":1},"properties":{}}"#,
  #"{"\u0074ype":"Feature","geometry":\#(point),"foreign":[{"geometry":[]}]}"#,
  "\u{1E}\(feature(point))\n",
  #"{"type":"GeometryCollection","geometries":[\#(point)]}"#,
])
func `every way to write one point gives one point`(text: String) throws {
  let layer = try WholeLayer(geoJSON: text)
  #expect(layer.batch.rejected.isEmpty)
  #expect(layer.batch.geometry.kinds == [.point])
  #expect(layer.batch.geometry.points.paths.xy == [1, 2])
  #expect(layer.header.geometryType == .point)
  #expect(layer.batch.columns.allSatisfy { $0[0] == .null })
}

@Test(arguments: ["\n", "", "\u{1E}", "\r\n\u{1E}", " \n \n"])
func `a sequence of features is one layer`(separator: String) throws {
  let texts = [feature(point, properties: #"{"a":1}"#), feature(line, properties: #"{"b":"x"}"#)]
  let text = separator + texts.joined(separator: separator) + "\n"
  let reader = try GeoJSONReader(bytes: Array(text.utf8), name: "roads.geojsonl")
  #expect(reader.format == "GeoJSONSeq")
  let layer = try WholeLayer(reader)
  #expect(layer.header.name == "roads")
  #expect(layer.batch.geometry.kinds == [.point, .line])
  #expect(layer.values("a") == [.integer(1), .null])
  #expect(layer.values("b") == [.null, .text("x")])
}

@Test func `collections of one kind are flattened and mixed ones rejected`() throws {
  let multi = #"{"type":"MultiLineString","coordinates":[[[5,5],[6,6]]]}"#
  let layer = try WholeLayer(
    geoJSON: collection(
      feature(#"{"type":"GeometryCollection","geometries":[\#(line),\#(multi)]}"#),
      feature(#"{"type":"GeometryCollection","geometries":[]}"#),
      feature(#"{"type":"GeometryCollection","geometries":[\#(line),\#(point)]}"#, id: "9"),
      feature(line)))
  #expect(layer.batch.geometry.kinds == [.line, .none, .line])
  #expect(layer.batch.geometry.lines.rowStarts == [0, 2, 3])
  #expect(layer.header.geometryType == .unknown)
  #expect(layer.batch.rejected.map(\.id) == ["9"])
}

@Test(arguments: [
  #"{"type":"Point","coordinates":[1]}"#, #"{"type":"Point","coordinates":["1","2"]}"#,
  #"{"type":"Point","coordinates":[1e400,2]}"#, #"{"type":"Point","coordinates":[[1,2]]}"#,
  #"{"type":"Point","coordinates":[1,null]}"#, #"{"type":"Point","coordinates":[1,,2]}"#,
  #"{"type":"Point","coordinates":[1 2]}"#, #"{"type":"Point","coordinates":{"x":1}}"#,
  #"{"type":"LineString","coordinates":[1,2]}"#, #"{"type":"Polygon","coordinates":[[]]}"#,
  #"{"type":"Point"}"#, #"{"coordinates":[1,2]}"#, #"{"type":"Circle","coordinates":[1,2]}"#,
  #"[1,2]"#, #""POINT (1 2)""#, #"{"type":7,"coordinates":[1,2]}"#,
  #"{"type":"Point","coordinates":[1.2.3,2]}"#, #"{"type":"Point","coordinates":"]"}"#,
])
func `a feature whose geometry is broken is rejected alone`(geometry: String) throws {
  let layer = try WholeLayer(
    geoJSON: collection(feature(point), feature(geometry, id: "\"bad\""), feature(line)))
  #expect(layer.batch.geometry.kinds == [.point, .line])
  #expect(layer.batch.rejected.map(\.id) == ["bad"])
  #expect(layer.batch.rejected.allSatisfy { $0.reason.contains("(line 1)") })
}

@Test(arguments: ["null", "5", "\"x\"", "[]", "{}", #"{"type":"Feature","properties":7}"#])
func `what is no feature is rejected alone`(element: String) throws {
  let layer = try WholeLayer(geoJSON: collection(feature(point), element))
  #expect(layer.batch.count == 1)
  #expect(layer.batch.rejected.map(\.id) == ["1"])
}

@Test(arguments: [
  ("", 1, 1), ("{", 1, 2), ("[1]", 1, 1), ("{}", 1, 1), (#"{"type":"Topology"}"#, 1, 1),
  ("{\n \"type\" 5}", 2, 9), ("{\"type\":\"Feature\",\n\"properties\":{\"a\":tru}}", 2, 19),
  (#"{"type":"Feature","properties":{"a":"\x"}}"#, 1, 39),
  (#"{"type":"Feature","properties":{"a":01}}"#, 1, 37),
  (#"{"type":"Feature","properties":{"a":1,}}"#, 1, 39),
  (#"{"type":"Point","coordinates":[1,2}"#, 1, 35),
])
func `text that is not GeoJSON is an error with line and column`(
  text: String, line: Int, column: Int
) throws {
  let error = #expect(throws: FormatError.self) { _ = try WholeLayer(geoJSON: text) }
  #expect(error?.kind == .badData)
  let place = "test.geojson, line \(line), column \(column): "
  #expect(error?.problem.hasPrefix(place) == true, "\(error?.problem ?? "")")
}

@Test func `a missing file and a folder are errors`() throws {
  for path in ["/nonexistent/a.geojson", "/"] {
    let error = #expect(throws: FormatError.self) { _ = try GeoJSONReader(path: path) }
    #expect(error?.kind == .missingInput)
  }
}

@Test(arguments: ["[", "{\"a\":", "{\"type\":\"GeometryCollection\",\"geometries\":["])
func `deep nesting is an error and no overflow`(opening: String) throws {
  let deep = String(repeating: opening, count: 100_000)
  for text in [
    deep, collection(feature(deep)), collection(feature(point, properties: #"{"a":\#(deep)}"#)),
    #"{"type":"Polygon","coordinates":\#(deep)"#,
    #"{"type":"Polygon","coordinates":\#(deep)\#(String(repeating: "]", count: 100_000))}"#,
  ] {
    do {
      let layer = try WholeLayer(geoJSON: text)
      #expect(layer.batch.rejected.count == 1)
    } catch let error as FormatError {
      #expect(error.kind == .badData)
    }
  }
}

@Test func `a file cut off at any byte is an error or a shorter sequence`() throws {
  let text = collection(
    feature(line, properties: #"{"a":"\u0436\ud83d\ude00","b":[1,{"c":-1.5e3}]}"#, id: "1"),
    feature(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#))
  let bytes = Array(text.utf8)
  for end in 0..<bytes.count {
    #expect(throws: FormatError.self) {
      _ = try WholeLayer(GeoJSONReader(bytes: Array(bytes[..<end]), name: "t"))
    }
  }
}

@Test(arguments: UInt64(1)...40)
func `changed bytes never trap`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let original = Array(
    collection(
      feature(line, properties: #"{"a":"\u0436","b":[1,{"c":-1.5e3}],"d":true}"#, id: "1"),
      feature(#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#)
    ).utf8)
  let alphabet = Array("{}[]\",:\\u0123eE+-.tfnNI \n".utf8) + [0, 0x1E, 0xFF]
  for _ in 0..<200 {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
      default: bytes[place] = alphabet.randomElement(using: &random) ?? 0
      }
    }
    do {
      _ = try WholeLayer(GeoJSONReader(bytes: bytes, name: "t"))
    } catch let error as FormatError {
      #expect(error.kind == .badData)
    }
  }
}

@Test(arguments: [1, 4096, 4097])
func `a file is read as the same bytes in memory are`(count: Int) throws {
  let text = collection(Array(repeating: feature(point), count: count).joined(separator: ",\n"))
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("точки.geojson").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let layer = try WholeLayer(GeoJSONReader(path: path), limit: 1000)
    #expect(layer.header.name == "точки")
    #expect(layer.batch.count == count)
  }
}
