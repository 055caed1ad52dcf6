#if GDAL
  import Foundation
  import Geometry
  import TestSupport
  import Testing

  @testable import Formats

  private let fields = [
    Field("name", .text), Field("count", .integer), Field("height_m", .real),
    Field("fenced", .boolean), Field("built", .date), Field("seen", .dateTime),
  ]

  /// Three rows: all values with one path, one row of two paths, and nulls throughout.
  private func sample(_ kind: GeometryKind) -> FeatureBatch {
    var batch = FeatureBatch(fields: fields)
    let rows: [[Value]] = [
      [
        .text("Құлан-Өтпес"), .integer(7), .real(1.5), .boolean(true), .text("2026-11-21"),
        .text("2026-11-21T11:31:00.250Z"),
      ],
      [
        .text("a \"b\", c"), .integer(-2_000_000_000), .real(-0.1), .boolean(false),
        .text("1899-12-31"), .text("1969-07-20T20:17:40.000Z"),
      ],
      Array(repeating: .null, count: 6),
    ]
    for (index, row) in rows.enumerated() {
      batch.ids.append(Int64(index))
      for (column, value) in row.enumerated() { batch.columns[column].append(value) }
    }
    let paths: [[Position]] = [
      [Position(60, 45), Position(61, 45), Position(61, 46), Position(60, 45)],
      [Position(70, 45), Position(71, 45), Position(71, 46), Position(70, 45)],
    ]
    switch kind {
    case .line:
      batch.geometry = GeometryColumn(LineColumn([[paths[0]], paths, [paths[1]]]))
    case .polygon:
      batch.geometry = GeometryColumn(
        PolygonColumn([[[paths[0]]], [[paths[0]], [paths[1]]], [[paths[1]]]]))
    case .point, .none:
      for path in paths + [paths[0]] { batch.geometry.appendPoint(path[0]) }
    }
    return batch
  }

  /// Writes a sample and reads it back.
  private func roundTrip(
    _ name: String, _ kind: GeometryKind, _ type: GeometryType, in folder: URL
  ) throws -> (header: LayerHeader, batch: FeatureBatch, notes: [String]) {
    let path = folder.appendingPathComponent(name).path
    let writer = try GDALWriter(path: path, overwrite: false)
    let header = LayerHeader(
      name: "crossings", geometryType: type, crs: "EPSG:4326", fields: fields)
    try writer.addLayer(header).append(sample(kind))
    try writer.finish()
    let dataset = try GDALReader(path: path)
    let read = try SourceSpec(path: path).layer(in: dataset, of: kind)
    return (read, try dataset.open(layer: read.name).readAll(), writer.notes)
  }

  /// The rows as text, by the attribute `name` and without it, whatever their order in the file.
  private func rows(_ batch: FeatureBatch, _ fields: [Field]) -> [[String]] {
    let columns = fields.compactMap { field in
      batch.columns.first { $0.field.name.lowercased().hasSuffix(field.name) }
    }
    return (0..<batch.count).map { row in
      columns.map { $0[row].description }
        + ["\(batch.geometry.kinds[row]) \(batch.geometry.box(of: row))"]
    }.sorted { $0.joined() < $1.joined() }
  }

  @Test(arguments: ["a.fgb", "a.gml", "a.sqlite"], [GeometryKind.point, .line, .polygon])
  func `what is written is read back with its values and nulls`(
    name: String, kind: GeometryKind
  ) throws {
    let types: [GeometryKind: GeometryType] = [
      .point: .point, .line: .lineString, .polygon: .multiPolygon,
    ]
    try TestFiles.withFolder { folder in
      let type = try #require(types[kind])
      let (header, batch, _) = try roundTrip("құлан \(name)", kind, type, in: folder)
      #expect(header.crs == "EPSG:4326")
      #expect(header.name == "crossings")
      #expect(batch.rejected.isEmpty)
      #expect(rows(batch, fields) == rows(sample(kind), fields))
      #expect(header.fields.contains(Field("fenced", .boolean)))
    }
  }

  @Test(arguments: ["a.shp", "a.kml", "a.kmz", "a.gpx", "a.gdb"])
  func `formats with fewer types keep what they can and say what they change`(name: String) throws {
    try TestFiles.withFolder { folder in
      let (header, batch, notes) = try roundTrip(name, .line, .lineString, in: folder)
      let kept = [Field("name", .text), Field("height_m", .real), Field("seen", .text)]
      #expect(header.crs == "EPSG:4326")
      #expect(rows(batch, kept) == rows(sample(.line), kept))
      #expect(notes.contains { $0.hasPrefix("attribute seen is written as text") })
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left.allSatisfy { $0.hasPrefix("a.") })
    }
  }

  @Test func `DXF keeps the geometry and says that it drops the attributes`() throws {
    try TestFiles.withFolder { folder in
      let (header, batch, notes) = try roundTrip("a.dxf", .line, .lineString, in: folder)
      #expect(header.crs == nil)
      #expect(batch.geometry.kinds == [.line, .line, .line, .line])  // two paths, two entities
      #expect(batch.geometry.vertexCount == 16)
      #expect(notes.filter { $0.contains("is left out") }.count == fields.count)
    }
  }

  @Test func `long names of a Shapefile are shortened without clashes`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.shp").path
      let writer = try GDALWriter(path: path, overwrite: false)
      let fields = [
        Field("crossing_length_m", .real), Field("crossing_length_km", .real),
        Field("CROSSING_L", .real), Field("Переход", .text),
      ]
      var header = LayerHeader(name: "a", geometryType: .point, crs: "EPSG:4326", fields: fields)
      header.featureCount = 1
      var batch = FeatureBatch(fields: fields)
      batch.ids.append(Int64(0))
      batch.geometry.appendPoint(Position(60, 45))
      for (index, value) in [Value.real(1), .real(2), .real(3), .text("да")].enumerated() {
        batch.columns[index].append(value)
      }
      try writer.addLayer(header).append(batch)
      try writer.finish()
      let read = try GDALReader(path: path)
      let names = read.layers.first?.fields.map(\.name)
      #expect(names == ["crossing_l", "crossing_1", "CROSSING_2", "Перех"])
      #expect(writer.notes.contains("attribute crossing_length_m is written as crossing_l"))
      let values = try read.open(layer: "a").readAll().columns.map { $0[0] }
      #expect(values == [.real(1), .real(2), .real(3), .text("да")])
    }
  }

  @Test func `a Shapefile that exists is replaced only with overwrite, and wholly`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.shp").path
      _ = try roundTrip("a.shp", .line, .lineString, in: folder)
      let index = folder.appendingPathComponent("a.qix")
      try Data("an index of the old rows".utf8).write(to: index)
      let error = #expect(throws: FormatError.self) {
        try GDALWriter(path: path, overwrite: false)
      }
      #expect(error?.kind == .cannotWrite)
      let writer = try GDALWriter(path: path, overwrite: true)
      let header = LayerHeader(name: "a", geometryType: .point, crs: "EPSG:4326", fields: fields)
      try writer.addLayer(header).append(sample(.point))
      #expect(try GDALReader(path: path).layers.first?.geometryType == .lineString)
      try writer.finish()
      #expect(try GDALReader(path: path).layers.first?.geometryType == .point)
      #expect(!FileManager.default.fileExists(atPath: index.path))
    }
  }

  @Test(arguments: ["a.shp", "a.fgb", "a.gdb"])
  func `nothing is left of a dataset that is cancelled or dropped`(name: String) throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent(name).path
      let header = LayerHeader(name: "a", geometryType: .point, crs: "EPSG:4326", fields: fields)
      for isCancelled in [true, false] {
        let writer = try GDALWriter(path: path, overwrite: false)
        try writer.addLayer(header).append(sample(.point))
        if isCancelled { writer.cancel() }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func `a foreign folder is never replaced`() throws {
    try TestFiles.withFolder { folder in
      let target = folder.appendingPathComponent("photos.gdb")
      try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: target.appendingPathComponent("cat.jpg"))
      #expect(throws: FormatError.self) { try GDALWriter(path: target.path, overwrite: true) }
      #expect(FileManager.default.fileExists(atPath: target.appendingPathComponent("cat.jpg").path))
    }
  }

  @Test func `what a format cannot hold is refused with the reason`() throws {
    try TestFiles.withFolder { folder in
      let unknown = #expect(throws: FormatError.self) {
        try GDALWriter(path: folder.appendingPathComponent("a.fbg").path, overwrite: false)
      }
      #expect(unknown?.kind == .usage)
      #expect(unknown?.help.contains("did you mean .fgb?") == true)

      let kml = try GDALWriter(path: folder.appendingPathComponent("a.kml").path, overwrite: false)
      let projected = LayerHeader(name: "a", geometryType: .point, crs: "EPSG:32640", fields: [])
      let wrong = #expect(throws: FormatError.self) { try kml.addLayer(projected) }
      #expect(wrong?.problem.contains("EPSG:32640") == true)

      let fgb = try GDALWriter(path: folder.appendingPathComponent("a.fgb").path, overwrite: false)
      let header = LayerHeader(name: "a", geometryType: .point, crs: "EPSG:4326", fields: [])
      _ = try fgb.addLayer(header)
      let second = #expect(throws: FormatError.self) { try fgb.addLayer(header) }
      #expect(second?.problem.contains("more than one layer") == true)

      let gpx = #expect(throws: FormatError.self) {
        try roundTrip("a.gpx", .polygon, .multiPolygon, in: folder)
      }
      #expect(gpx?.help.contains("GeoPackage") == true)
    }
  }
#endif
