import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

/// A dataset of headers alone.
private final class Headers: DatasetReader {
  let path = "plan.gpx"
  let format: String
  let layers: [LayerHeader]

  init(_ layers: [(String, GeometryType, Int?)], format: String = "test") {
    self.format = format
    self.layers = layers.map { name, type, count in
      var header = LayerHeader(name: name, geometryType: type, crs: nil, fields: [])
      header.featureCount = count
      return header
    }
  }

  func open(layer: String) throws(FormatError) -> any LayerReader {
    throw FormatError(.usage, "not to be opened", help: "")
  }
}

@Test func `a file may be named with its layer`() throws {
  try TestFiles.withFolder { folder in
    let file = folder.appendingPathComponent("a.gpkg").path
    let odd = folder.appendingPathComponent("a.gpkg:b").path
    for path in [file, odd] { try Data("x".utf8).write(to: URL(fileURLWithPath: path)) }
    #expect(SourceSpec(file) == SourceSpec(path: file))
    #expect(SourceSpec("\(file):roads") == SourceSpec(path: file, layer: "roads"))
    #expect(SourceSpec("\(file):main:roads") == SourceSpec(path: file, layer: "main:roads"))
    #expect(SourceSpec(odd) == SourceSpec(path: odd))  // the file that exists wins
    #expect(SourceSpec("\(odd):c") == SourceSpec(path: odd, layer: "c"))
    #expect(SourceSpec("\(file):roads").description == "\(file):roads")
  }
}

@Test(
  arguments: [
    ("-", "-", nil), ("nowhere.gpkg", "nowhere.gpkg", nil), ("nowhere.gpkg:a", "nowhere.gpkg", "a"),
    ("a:b/nowhere.gpkg", "a:b/nowhere.gpkg", nil), (":a", ":a", nil), ("nowhere:", "nowhere:", nil),
    ("/vsizip/a.zip/b.shp:b", "/vsizip/a.zip/b.shp", "b"),
  ] as [(String, String, String?)])
func `without any such file the text is split at its last colon`(
  text: String, path: String, layer: String?
) {
  #expect(SourceSpec(text) == SourceSpec(path: path, layer: layer))
}

@Test func `the only layer that fits is meant`() throws {
  let mixed = Headers([
    ("towns", .point, 3), ("roads", .multiLineString, 5), ("zones", .polygon, 2),
  ])
  let spec = SourceSpec(path: "plan.gpx")
  #expect(try spec.layer(in: mixed, of: .line).name == "roads")
  #expect(try spec.layer(in: mixed, of: .polygon).name == "zones")
  #expect(
    try SourceSpec(path: "plan.gpx", layer: "towns").layer(in: mixed, of: .line).name == "towns")
  let only = Headers([("anything", .unknown, nil)])
  #expect(try spec.layer(in: only, of: .line).name == "anything")
  #expect(try spec.layer(in: only).name == "anything")
}

@Test func `empty layers and layers of any type give way`() throws {
  let gpx = Headers(
    [("waypoints", .point, 0), ("routes", .lineString, 0), ("tracks", .multiLineString, 1)],
    format: "GPX")
  #expect(try SourceSpec(path: "plan.gpx").layer(in: gpx, of: .line).name == "tracks")
  let typed = Headers([("notes", .unknown, nil), ("roads", .lineString, nil)])
  #expect(try SourceSpec(path: "a").layer(in: typed, of: .line).name == "roads")
  let empty = Headers([("roads", .lineString, 0)])
  #expect(try SourceSpec(path: "a").layer(in: empty, of: .line).name == "roads")
}

@Test func `OSM files mean lines and multipolygons`() throws {
  let osm = Headers(
    [
      ("points", .point, nil), ("lines", .lineString, nil),
      ("multilinestrings", .multiLineString, nil), ("multipolygons", .multiPolygon, nil),
      ("other_relations", .unknown, nil),
    ], format: "OSM")
  #expect(try SourceSpec(path: "a.osm.pbf").layer(in: osm, of: .line).name == "lines")
  #expect(try SourceSpec(path: "a.osm.pbf").layer(in: osm, of: .polygon).name == "multipolygons")
}

@Test func `what is ambiguous, absent or misspelt is said with the way out`() throws {
  let two = Headers([("routes", .lineString, 1), ("tracks", .multiLineString, 1)])
  let ambiguous = #expect(throws: FormatError.self) {
    try SourceSpec(path: "plan.gpx").layer(in: two, of: .line)
  }
  #expect(ambiguous?.kind == .usage)
  #expect(ambiguous?.help.contains("plan.gpx:routes\n") == true)
  #expect(ambiguous?.help.hasSuffix("plan.gpx:tracks") == true)

  let none = #expect(throws: FormatError.self) {
    try SourceSpec(path: "plan.gpx").layer(in: two, of: .polygon)
  }
  #expect(none?.kind == .badData)
  #expect(none?.problem == "plan.gpx has no layer of polygons")
  #expect(none?.help == "it has: routes (lineString), tracks (multiLineString)")

  let misspelt = #expect(throws: FormatError.self) {
    try SourceSpec(path: "plan.gpx", layer: "track").layer(in: two)
  }
  #expect(misspelt?.kind == .usage)
  #expect(misspelt?.help == "did you mean plan.gpx:tracks?")
  let strange = #expect(throws: FormatError.self) {
    try SourceSpec(path: "plan.gpx", layer: "xyz").layer(in: two)
  }
  #expect(strange?.help == "it has: routes, tracks")
}
