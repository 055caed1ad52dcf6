import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

private let point =
  #"{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[60,45]}}"#

/// A named pipe that a program fills with some text.
private func withPipe(_ name: String, _ text: String, _ body: (String) throws -> Void) throws {
  try TestFiles.withFolder { folder in
    let pipe = folder.appendingPathComponent(name).path
    let file = folder.appendingPathComponent("contents")
    try Data(text.utf8).write(to: file)
    try #require(mkfifo(pipe, 0o600) == 0)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", #"cat "$1" > "$2""#, "sh", file.path, pipe]
    try process.run()
    defer { process.waitUntilExit() }
    try body(pipe)
  }
}

@Suite("Inputs")
struct InputTests {
  /// As with `<(…)` of a shell: what was read to look at the format cannot be read again.
  @Test(.timeLimit(.minutes(20)), arguments: ["pipe", "pipe.geojson"])
  func `a pipe is read once, as GeoJSON where its name says nothing`(name: String) throws {
    let features = Array(repeating: point, count: 5000).joined(separator: ",\n")
    let text = #"{"type":"FeatureCollection","features":["# + features + "]}"
    try withPipe(name, text) { path in
      let dataset = try Datasets.open(path)
      #expect(dataset is GeoJSONReader)
      #expect(try dataset.open(layer: dataset.layers[0].name).readAll().count == 5000)
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `a pipe with the name of a CSV file is read as CSV`() throws {
    try withPipe("posts.csv", "id,lon,lat\n1,60,45\n2,61,45\n") { path in
      let dataset = try Datasets.open(path)
      #expect(dataset is CSVReader)
      #expect(dataset.path == path)
      #expect(try dataset.open(layer: "posts").readAll().count == 2)
    }
  }

  @Test func `a query on standard input is refused`() throws {
    let error = #expect(throws: FormatError.self) { try Datasets.open("-", sql: "SELECT 1") }
    #expect(error?.kind == .usage)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x7B, 0x00], [0xFE, 0xFF, 0x00, 0x7B]] as [[UInt8]])
  func `a text in UTF-16 is told from a broken one`(bytes: [UInt8]) {
    let json = #expect(throws: FormatError.self) {
      try GeoJSONReader(bytes: bytes, name: "a.geojson")
    }
    #expect(json?.problem == "a.geojson is in UTF-16")
    #expect(json?.help.contains("iconv -f UTF-16") == true)
  }

  @Test func `readers say what they cannot open`() throws {
    try TestFiles.withFolder { folder in
      let missing = folder.appendingPathComponent("a.geojson").path
      for path in [missing, folder.path] {
        let json = #expect(throws: FormatError.self) { try GeoJSONReader(path: path) }
        #expect(json?.kind == .missingInput)
        let csv = #expect(throws: FormatError.self) { try CSVReader(path: path) }
        #expect(csv?.problem == json?.problem)
      }
    }
  }

  @Test func `a layer of another name is refused by every reader`() throws {
    try TestFiles.withFolder { folder in
      for format in ["geojson", "csv", "gpkg"] {
        let path = folder.appendingPathComponent("posts.\(format)").path
        let writer = try Datasets.create(path, overwrite: false)
        try writer.addLayer(
          LayerHeader(name: "posts", geometryType: .point, crs: "EPSG:4326", fields: [])
        ).append(pointBatch(count: 2))
        try writer.finish()
        let dataset = try Datasets.open(path)
        let error = #expect(throws: FormatError.self) { try dataset.open(layer: "post") }
        #expect(error?.kind == .usage)
        #expect(error?.problem.hasSuffix("posts.\(format) has no layer post") == true)
        #expect(error?.help == "did you mean \(path):posts?")
      }
    }
  }

  /// Progress never goes back, and ends at the whole.
  @Test(arguments: ["geojson", "geojsonl", "csv", "gpkg", "fgb", "shp"])
  func `progress goes from nothing to the whole`(format: String) throws {
    #if !GDAL
      if ["fgb", "shp"].contains(format) { return }
    #endif
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("posts.\(format)").path
      let writer = try Datasets.create(path, overwrite: false)
      try writer.addLayer(
        LayerHeader(name: "posts", geometryType: .point, crs: "EPSG:4326", fields: [])
      ).append(pointBatch(count: 90))
      try writer.finish()
      let dataset = try Datasets.open(path)
      let reader = try dataset.open(layer: dataset.layers[0].name)
      var seen = [try #require(reader.progress)]
      while try reader.next(limit: 20) != nil { seen.append(try #require(reader.progress)) }
      #expect(seen.first.map { $0 < 0.5 } == true)
      #expect(seen.last == 1)
      #expect(seen == seen.sorted() && Set(seen).count > 3)
    }
  }
}
