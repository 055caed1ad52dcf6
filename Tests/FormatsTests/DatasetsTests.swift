import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

/// A folder with one small file in it.
private func withFile<Result>(
  _ name: String, _ contents: String, _ body: (_ path: String, _ folder: URL) throws -> Result
) throws -> Result {
  try TestFiles.withFolder { folder in
    let url = folder.appendingPathComponent(name)
    try Data(contents.utf8).write(to: url)
    return try body(url.path, folder)
  }
}

private let point =
  #"{"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[60,45]}}"#

@Test func `a missing file is named with the nearest one that exists`() throws {
  try withFile("roads.geojson", point) { _, folder in
    let error = #expect(throws: FormatError.self) {
      try Datasets.open(folder.appendingPathComponent("raods.geojson").path)
    }
    #expect(error?.kind == .missingInput)
    #expect(error?.help == "did you mean \(folder.path)/roads.geojson?")
    let lost = #expect(throws: FormatError.self) {
      try Datasets.open(folder.appendingPathComponent("no/such/a.gpkg").path)
    }
    #expect(lost?.kind == .missingInput)
    #expect(lost?.help.contains("does not exist either") == true)
  }
}

@Test(arguments: ["a.geojson", "a.json", "a.ndjson", "a.data", "құлан"])
func `GeoJSON is known by its extension or by its first bytes`(name: String) throws {
  try withFile(name, "\u{FEFF}  \n" + point) { path, _ in
    let dataset = try Datasets.open(path)
    #expect(dataset is GeoJSONReader)
  }
}

@Test(arguments: ["a.gpkg", "a.geojson", "a.shp", "a.xyz"])
func `a file without bytes is said to be empty`(name: String) throws {
  try withFile(name, "") { path, _ in
    let error = #expect(throws: FormatError.self) { try Datasets.open(path) }
    #expect(error?.kind == .badData)
    #expect(error?.problem == "\(path) is empty, 0 bytes long")
  }
}

@Test func `a GeoPackage that is none is said to be none`() throws {
  try withFile("a.gpkg", "<html>Not found</html>") { path, _ in
    let error = #expect(throws: FormatError.self) { try Datasets.open(path) }
    #expect(error?.kind == .badData)
    #expect(error?.problem.contains("is not a GeoPackage") == true)
  }
}

@Test(arguments: ["prj", "dbf", "shx", "cpg"])
func `a part of a Shapefile leads to the whole`(part: String) throws {
  try withFile("a.shp", "x") { path, folder in
    let sidecar = folder.appendingPathComponent("a.\(part)")
    try Data("x".utf8).write(to: sidecar)
    let error = #expect(throws: FormatError.self) { try Datasets.open(sidecar.path) }
    #expect(error?.kind == .usage)
    #expect(error?.help == "give the whole: \(path)")
  }
}

@Test func `written files are read back by the same choice`() throws {
  try TestFiles.withFolder { folder in
    for name in ["a.gpkg", "a.geojson", "a.geojsonl", "a.csv"] {
      let path = folder.appendingPathComponent(name).path
      var batch = FeatureBatch(fields: [Field("n", .integer)])
      batch.ids.append(Int64(0))
      batch.geometry.appendPoint(Position(60, 45))
      batch.columns[0].append(Int64(7))
      let writer = try Datasets.create(path, overwrite: false)
      let header = LayerHeader(
        name: "a", geometryType: .point, crs: "EPSG:4326", fields: [Field("n", .integer)])
      try writer.addLayer(header).append(batch)
      try writer.finish()
      let dataset = try Datasets.open(path)
      let layer = try SourceSpec(path: path).layer(in: dataset, of: .point)
      let read = try dataset.open(layer: layer.name).readAll()
      #expect(read.geometry == batch.geometry)
      #expect(read.columns[0][0] == .integer(7))
      let again = #expect(throws: FormatError.self) {
        try Datasets.create(path, overwrite: false)
      }
      #expect(again?.kind == .cannotWrite)
    }
  }
}

#if GDAL
  @Test(arguments: ["/vsizip/", ""])
  func `a zipped Shapefile is read without unpacking`(prefix: String) throws {
    try TestFiles.withFolder { folder in
      let header = LayerHeader(
        name: "a", geometryType: .point, crs: "EPSG:4326", fields: [Field("n", .integer)])
      var batch = FeatureBatch(fields: header.fields)
      batch.ids.append(Int64(0))
      batch.geometry.appendPoint(Position(60, 45))
      batch.columns[0].append(Int64(7))
      let packed = folder.appendingPathComponent("a.shz")
      let writer = try Datasets.create(packed.path, overwrite: false)
      try writer.addLayer(header).append(batch)
      try writer.finish()
      let archive = folder.appendingPathComponent("архив.zip")
      try FileManager.default.moveItem(at: packed, to: archive)

      let dataset = try Datasets.open(prefix + archive.path)
      #expect(dataset.format == "ESRI Shapefile")
      #expect(dataset.layers.map(\.name) == ["a"])
      #expect(dataset.layers.flatMap(\.notes) == [])
      let read = try dataset.open(layer: "a").readAll()
      #expect(read.geometry == batch.geometry)
    }
  }

  @Test func `an interrupt removes what is half-written`() async {
    // In a process of its own, because it removes what every test in this one is writing.
    await #expect(processExitsWith: .success) {
      try TestFiles.withFolder { folder in
        let path = folder.appendingPathComponent("a.shp").path
        let writer = try Datasets.create(path, overwrite: false)
        _ = try writer.addLayer(
          LayerHeader(name: "a", geometryType: .point, crs: nil, fields: [Field("n", .integer)]))
        try #require(!FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        PendingFile.discardAll()
        try #require(FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
      }
    }
  }

  @Test func `a folder that is no dataset is said to be one`() throws {
    try withFile("notes.txt", "x") { _, folder in
      let error = #expect(throws: FormatError.self) { try Datasets.open(folder.path) }
      #expect(error?.kind == .badData)
      #expect(error?.problem.contains("folder") == true)
    }
  }

  @Test func `a file of no known format is refused with the formats that are known`() throws {
    try withFile("a.xyzzy", "nothing that any driver knows") { path, _ in
      let error = #expect(throws: FormatError.self) { try Datasets.open(path) }
      #expect(error?.kind == .badData)
      #expect(error?.help.contains("FlatGeobuf") == true)
    }
  }

  @Test func `a query is answered by GDAL for any format`() throws {
    try withFile("a.geojson", point) { path, _ in
      let dataset = try Datasets.open(path, sql: "SELECT n + 1 AS next FROM a")
      let header = try #require(dataset.layers.first)
      let batch = try dataset.open(layer: header.name).readAll()
      #expect(batch.columns.map { $0[0] } == [.integer(2)])
      #expect(batch.geometry.kinds == [.point])
      let wrong = #expect(throws: FormatError.self) {
        try Datasets.open(path, sql: "SELECT m FROM a")
      }
      #expect(wrong?.kind == .usage)
    }
  }
#else
  @Test func `a build without GDAL says so where GDAL is needed`() throws {
    try withFile("a.shp", "x") { path, folder in
      let error = #expect(throws: FormatError.self) { try Datasets.open(path) }
      #expect(error?.problem.contains("needs GDAL, which this build was made without") == true)
      #expect(error?.help.contains("libgdal-dev") == true)
      #expect(throws: FormatError.self) {
        try Datasets.create(folder.appendingPathComponent("b.fgb").path, overwrite: false)
      }
    }
  }
#endif
