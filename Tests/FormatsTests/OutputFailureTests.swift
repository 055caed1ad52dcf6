import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

private let formats = ["geojson", "geojsonl", "csv", "gpkg"] + gdalFormats

#if GDAL
  private let gdalFormats = ["fgb", "shp"]
#else
  private let gdalFormats: [String] = []
#endif

private let header = LayerHeader(
  name: "posts", geometryType: .point, crs: "EPSG:4326", fields: [Field("n", .integer)])

private func write(_ path: String, overwrite: Bool = false) throws -> any DatasetWriter {
  let writer = try Datasets.create(path, overwrite: overwrite)
  var batch = pointBatch(count: 3, columns: [Column(Field("n", .integer))])
  for number in 1...3 { batch.columns[0].append(Int64(number)) }
  try writer.addLayer(header).append(batch)
  return writer
}

private func names(in folder: URL) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

@Suite("Outputs that fail")
struct OutputFailureTests {
  @Test(arguments: formats)
  func `a folder that is missing is named with the way to make it`(format: String) throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("no/such/posts.\(format)").path
      let error = #expect(throws: FormatError.self) {
        try Datasets.create(path, overwrite: false)
      }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.problem == "the folder of \(path) does not exist")
      #expect(error?.help == "create it first: mkdir -p \(folder.path)/no/such")
    }
  }

  /// The name is legal, and the longer one to write to is not.
  @Test(arguments: formats)
  func `a name that is too long is an error and leaves nothing`(format: String) throws {
    try TestFiles.withFolder { folder in
      let name = String(repeating: "қ", count: 122) + ".\(format)"
      let error = #expect(throws: FormatError.self) {
        try write(folder.appendingPathComponent(name).path)
      }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.problem.contains(name) == true)
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test(arguments: ["geojson", "csv", "gpkg"])
  func `a folder that takes the place of the output is left alone`(format: String) throws {
    try TestFiles.withFolder { folder in
      let url = folder.appendingPathComponent("posts.\(format)")
      let writer = try write(url.path)
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      let error = #expect(throws: FormatError.self) { try writer.finish() }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.problem.contains("cannot rename the finished file to \(url.path)") == true)
      #expect(try names(in: folder) == ["posts.\(format)"])
      let again = #expect(throws: FormatError.self) { try write(url.path, overwrite: true) }
      #expect(again?.problem == "\(url.path) is a folder")
    }
  }

  @Test(arguments: formats)
  func `what is given up leaves nothing, and what is finished stays`(format: String) throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("posts.\(format)").path
      try write(path).cancel()
      #expect(try names(in: folder).isEmpty)
      let writer = try write(path)
      try writer.finish()
      let files = try names(in: folder)
      writer.cancel()
      #expect(try names(in: folder) == files)
      #expect(try Datasets.open(path).layers.count == 1)
      #expect(writer.notes.isEmpty)
      let error = #expect(throws: FormatError.self) { try write(path) }
      #expect(error?.problem == "\(path) exists already")
    }
  }
}

#if GDAL
  @Suite("Outputs of GDAL that fail")
  struct GDALOutputFailureTests {
    @Test func `parts of an older Shapefile are not written over`() throws {
      try TestFiles.withFolder { folder in
        try Data("older".utf8).write(to: folder.appendingPathComponent("posts.dbf"))
        let path = folder.appendingPathComponent("posts.shp").path
        let error = #expect(throws: FormatError.self) { try write(path) }
        #expect(error?.problem == "\(folder.path)/posts.dbf exists already")
        #expect(try names(in: folder) == ["posts.dbf"])
        try write(path, overwrite: true).finish()
        #expect(try Datasets.open(path).layers.first?.featureCount == 3)
      }
    }

    @Test func `a dataset without a layer is no dataset`() throws {
      try TestFiles.withFolder { folder in
        let path = folder.appendingPathComponent("posts.shp").path
        let writer = try GDALWriter(path: path, overwrite: false)
        let error = #expect(throws: FormatError.self) { try writer.finish() }
        #expect(error?.problem == "nothing was written to \(path)")
        #expect(try names(in: folder).isEmpty)
      }
    }

    @Test func `a finished file takes no further layer`() throws {
      try TestFiles.withFolder { folder in
        let path = folder.appendingPathComponent("posts.fgb").path
        let writer = try write(path)
        try writer.finish()
        let error = #expect(throws: FormatError.self) { try writer.addLayer(header) }
        #expect(error?.kind == .usage)
        #expect(error?.problem == "\(path) is finished already")
        try writer.finish()
      }
    }

    @Test func `a number that a format cannot hold is an error and not another number`() throws {
      try TestFiles.withFolder { folder in
        for (number, isHeld) in [(Int64(1) << 53, true), (Int64(1) << 53 + 1, false)] {
          let path = folder.appendingPathComponent("posts-\(isHeld).gdb").path
          let writer = try GDALWriter(path: path, overwrite: false)
          var batch = pointBatch(count: 1, columns: [Column(Field("n", .integer))])
          batch.columns[0].append(number)
          let layer = try writer.addLayer(header)
          if isHeld {
            try layer.append(batch)
            try writer.finish()
            let reader = try GDALReader(path: path).open(layer: "posts")
            #expect(try reader.readAll().columns[0][0] == .real(0x1p53))
          } else {
            let error = #expect(throws: FormatError.self) { try layer.append(batch) }
            #expect(error?.problem.contains("n = 9007199254740993 is too large") == true)
          }
        }
      }
    }
  }
#endif
