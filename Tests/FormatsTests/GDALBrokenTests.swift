#if GDAL
  import Foundation
  import Geometry
  import TestSupport
  import Testing

  @testable import Formats

  private let header = LayerHeader(
    name: "roads", geometryType: .lineString, crs: "EPSG:4326", fields: [Field("name", .text)])

  /// Writes some hundred lines into `path`.
  private func writeLines(_ count: Int, to path: String) throws {
    var batch = FeatureBatch(fields: header.fields)
    var lines: [[[Position]]] = []
    for index in 0..<count {
      batch.ids.append(Int64(index))
      batch.columns[0].append("дорога \(index)")
      lines.append([(0..<20).map { Position(60 + Double($0) / 100, 40 + Double(index) / 100) }])
    }
    batch.geometry = GeometryColumn(LineColumn(lines))
    let writer = try GDALWriter(path: path, overwrite: false)
    try writer.addLayer(header).append(batch)
    try writer.finish()
  }

  /// Reads everything; what is broken must be an error or a rejection, never a trap.
  private func readAll(_ path: String) throws -> FeatureBatch {
    let dataset = try GDALReader(path: path)
    let name = try #require(dataset.layers.first?.name)
    return try dataset.open(layer: name).readAll()
  }

  @Test(arguments: ["a.shp", "a.fgb", "a.kml", "a.gpx", "a.dxf", "a.gdb", "a.sqlite"])
  func `an empty layer has its fields and no rows`(name: String) throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent(name).path
      try writeLines(0, to: path)
      let dataset = try GDALReader(path: path)
      for layer in dataset.layers {
        for way in GDALReader.Way.allCases {
          #expect(try dataset.open(layer: layer.name, by: way).readAll().count == 0)
        }
      }
    }
  }

  @Test func `without its index a Shapefile is refused with the way to rebuild it`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.shp").path
      try writeLines(3, to: path)
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a.shx"))
      let error = #expect(throws: FormatError.self) { try GDALReader(path: path) }
      #expect(error?.kind == .badData)
      #expect(error?.help.contains("SHAPE_RESTORE_SHX") == true)
    }
  }

  @Test func `other missing parts of a Shapefile are noted`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.shp").path
      try writeLines(3, to: path)
      for part in ["cpg", "prj"] {
        try FileManager.default.removeItem(at: folder.appendingPathComponent("a.\(part)"))
      }
      let bare = try #require(try GDALReader(path: path).layers.first)
      #expect(bare.crs == nil)
      #expect(bare.notes.contains { $0.hasPrefix("the .cpg is missing") })
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a.dbf"))
      let poor = try #require(try GDALReader(path: path).layers.first)
      #expect(poor.notes.contains { $0.hasPrefix("the .dbf is missing") })
      #expect(try readAll(path).geometry.count == 3)
    }
  }

  @Test(arguments: ["shp", "shx", "dbf", "fgb", "kml", "sqlite"], UInt64(1)...3)
  func `truncated files and flipped bytes give an error, a rejection or the right rows`(
    part: String, seed: UInt64
  ) throws {
    try TestFiles.withFolder { folder in
      let isShapefile = ["shp", "shx", "dbf"].contains(part)
      let path = folder.appendingPathComponent(isShapefile ? "a.shp" : "a.\(part)").path
      try writeLines(200, to: path)
      let damaged = folder.appendingPathComponent("a.\(part)")
      let whole = try Data(contentsOf: damaged)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<8 {
        var bytes = whole
        if Bool.random(using: &random) {
          bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &random))
        } else {
          for _ in 0..<5 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(
              in: 1...255, using: &random)
          }
        }
        try bytes.write(to: damaged)
        do {
          let batch = try readAll(path)
          // Flipped bytes can make other names or places, or a smaller table; a cut never does.
          let isCut = bytes.count < whole.count
          #expect(!isCut || batch.count + batch.rejected.count == 200, "\(bytes.count) bytes")
        } catch let error as FormatError {
          #expect(error.kind == .badData)
        }
      }
    }
  }
#endif
