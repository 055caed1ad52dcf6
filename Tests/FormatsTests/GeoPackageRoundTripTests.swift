import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

@Test(arguments: UInt64(1)...10)
func `what is written to a GeoPackage is read back`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let batch = randomBatch(&random)
  try TestFiles.withFolder { folder in
    let path = folder.path + "/round.gpkg"
    let notes = try writeGeoPackage(path, [GeoPackageSample("layer", .unknown, batch)])
    #expect(notes == [])
    let (header, read) = try readGeoPackage(path)
    #expect(header.name == "layer")
    #expect(header.geometryType == .unknown)
    #expect(header.crs == "EPSG:4326")
    #expect(header.fields == batch.columns.map(\.field))
    #expect(header.featureCount == batch.count)
    #expect(header.notes == [])
    #expect(read.ids == batch.ids)
    #expect(read.geometry == batch.geometry)
    #expect(read.columns == batch.columns)
    #expect(read.rejected == [])
    try expectSound(path, layers: ["layer"])
  }
}

@Test func `all types, names and paths of any script survive`() throws {
  var batch = pointBatch(
    count: 2,
    columns: [
      Column(Field("名前 \"quoted\"", .text), [.text("Сайга; DROP TABLE"), .null]),
      Column(Field("число", .integer), [.integer(.max), .integer(.min)]),
      Column(Field("a.b", .real), [.real(0.1), .real(-.infinity)]),
      Column(Field("select", .boolean), [.boolean(true), .boolean(false)]),
      Column(Field("día", .date), [.text("2026-11-21"), .null]),
      Column(Field("%", .dateTime), [.null, .text("2026-11-21T11:31:00.000Z")]),
    ])
  batch.geometry.appendNone()
  batch.ids.append(Int64(9))
  for column in batch.columns.indices { batch.columns[column].appendNull() }
  try TestFiles.withFolder { folder in
    let path = folder.path + "/Бетпак-Дала #1?100%.gpkg"
    let name = "слой 'a' \"b\""
    try writeGeoPackage(path, [GeoPackageSample(name, .point, batch)])
    let (header, read) = try readGeoPackage(path, layer: name)
    #expect(header.geometryType == .point)
    #expect(header.extent == Box(minX: 0, minY: 0, maxX: 1, maxY: 1))
    #expect(read.columns == batch.columns)
    #expect(read.geometry == batch.geometry)
    try expectSound(path, layers: [name])
  }
}

@Test(arguments: GeometryType.allCases)
func `the declared geometry type is kept, and the geometry written as that type`(
  type: GeometryType
) throws {
  let square = [(0.0, 0.0), (1, 0), (1, 1), (0, 0)].map { Position($0.0, $0.1) }
  var geometry = GeometryColumn()
  switch type {
  case .none: geometry.appendNone()
  case .point, .multiPoint, .unknown: geometry.appendPoint(Position(3, 4))
  case .lineString, .multiLineString: geometry = GeometryColumn(LineColumn([[square]]))
  case .polygon, .multiPolygon: geometry = GeometryColumn(PolygonColumn([[[square]]]))
  }
  var batch = FeatureBatch(fields: [])
  batch.ids.append(Int64(5))
  batch.geometry = geometry
  try TestFiles.withFolder { folder in
    let path = folder.path + "/types.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", type, batch)])
    let (header, read) = try readGeoPackage(path)
    #expect(header.geometryType == type)
    #expect(read.geometry == geometry)
    #expect(read.ids[0] == .integer(5))
    guard type != .none else { return }
    // The type stands behind the mark of the byte order, that behind the header.
    let word = try value(
      of: "SELECT hex(substr(geom, iif(substr(geom, 4, 1) = x'01', 10, 42), 1)) FROM t", in: path)
    let codes: [GeometryType: String] = [
      .unknown: "01", .point: "01", .lineString: "02", .polygon: "03", .multiPoint: "04",
      .multiLineString: "05", .multiPolygon: "06",
    ]
    #expect(word == codes[type])
  }
}

@Test func `several layers, written by turns, with and without geometry or features`() throws {
  let lines = GeometryColumn(LineColumn([[[Position(0, 0), Position(2, 1)]]]))
  var batch = FeatureBatch(fields: [])
  batch.ids.append(Int64(1))
  batch.geometry = lines
  var table = FeatureBatch(fields: [Field("n", .integer)])
  table.ids.append(Int64(3))
  table.geometry.appendNone()
  table.columns[0].append(Int64(42))
  try TestFiles.withFolder { folder in
    let path = folder.path + "/layers.gpkg"
    let writer = try GeoPackageWriter(path: path, overwrite: false)
    let samples = [
      GeoPackageSample("lines", .lineString, batch), GeoPackageSample("table", .none, table),
      GeoPackageSample("empty", .polygon, FeatureBatch(fields: [Field("a", .text)])),
    ]
    let layers = try samples.map { try writer.addLayer($0.header) }
    for (layer, sample) in zip(layers, samples).reversed() { try layer.append(sample.batch) }
    batch.ids = Column(Field("id", .integer), [.integer(2)])
    try layers[0].append(batch)
    #expect(!FileManager.default.fileExists(atPath: path))
    try writer.finish()

    let dataset = try GeoPackageReader(path: path)
    #expect(dataset.layers.map(\.name) == ["lines", "table", "empty"])
    #expect(dataset.layers.map(\.featureCount) == [2, 1, 0])
    #expect(dataset.layers.map(\.geometryType) == [.lineString, .none, .polygon])
    #expect(dataset.layers[2].extent == nil)
    #expect(try dataset.open(layer: "empty").next(limit: 5) == nil)
    #expect(try dataset.open(layer: "lines").readAll().geometry.count == 2)
    #expect(try dataset.open(layer: "table").readAll().columns == table.columns)
    try expectSound(path, layers: ["lines", "empty"])
  }
}

@Test func `ids of text go to a column of their own`() throws {
  var batch = FeatureBatch(fields: [Field("a", .integer)], idKind: .text)
  for (row, id) in ["way/1", "way/2", "way/1"].enumerated() {
    batch.ids.append(id)
    batch.geometry.appendNone()
    batch.columns[0].append(Int64(row))
  }
  try TestFiles.withFolder { folder in
    let path = folder.path + "/ids.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .none, batch)])
    let read = try readGeoPackage(path).batch
    #expect((0..<3).map { read.ids[$0] } == [.integer(1), .integer(2), .integer(3)])
    #expect(read.columns[1].field == Field("id", .text))
    #expect((0..<3).map { read.columns[1][$0] } == ["way/1", "way/2", "way/1"].map(Value.text))
  }
}

@Test(arguments: [[10, 20, 10, 30], [10, 20, -1, 30], [10, 20, nil, 30]] as [[Int64?]])
func `ids that are no good as keys are kept in a column`(ids: [Int64?]) throws {
  var batch = pointBatch(
    count: 4,
    columns: [
      Column(
        Field("a", .integer),
        [Value](
          repeating: .integer(1), count: 4))
    ])
  batch.ids = Column(Field("id", .integer), ids.map { $0.map(Value.integer) ?? .null })
  try TestFiles.withFolder { folder in
    let path = folder.path + "/ids.gpkg"
    let notes = try writeGeoPackage(path, [GeoPackageSample("t", .point, batch)])
    #expect(notes == ["layer t: the ids are not unique, so features are numbered anew"])
    let read = try readGeoPackage(path).batch
    #expect((0..<4).map { read.ids[$0] } == [10, 20, 21, 22].map(Value.integer))
    #expect((0..<4).map { read.columns[1][$0] } == ids.map { $0.map(Value.integer) ?? .null })
    #expect(read.geometry == batch.geometry)
    try expectSound(path, layers: ["t"])
  }
}

@Test func `fields with the names of our own columns are renamed and noted`() throws {
  let names = ["FID", "geom", "Name", "name", "fid_1"]
  let batch = pointBatch(
    count: 1, columns: names.map { Column(Field($0, .text), [.text($0)]) })
  try TestFiles.withFolder { folder in
    let path = folder.path + "/names.gpkg"
    let notes = try writeGeoPackage(path, [GeoPackageSample("t", .point, batch)])
    let read = try readGeoPackage(path)
    #expect(read.header.fields.map(\.name) == ["FID_1", "geom_1", "Name", "name_1", "fid_1_1"])
    #expect(read.batch.columns.map { $0[0] } == names.map(Value.text))
    #expect(notes.count == 4)
    #expect(notes.first == "layer t: field FID is written as FID_1, because the name is taken")
  }
}

@Test(arguments: [
  ("EPSG:32640", "EPSG:32640"), ("OGC:CRS84", "EPSG:4326"), ("EPSG:28412", "EPSG:28412"),
])
func `the reference system is described in the file`(crs: String, read: String) throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/crs.gpkg"
    let layers = ["a", "b"].map {
      GeoPackageSample($0, .point, pointBatch(count: 1), crs: crs)
    }
    try writeGeoPackage(path, layers)
    #expect(try GeoPackageReader(path: path).layers.map(\.crs) == [read, read])
    try expectSound(path, layers: ["a", "b"])
  }
}

@Test func `a reference system without a code is described by its definition`() throws {
  let albers = "+proj=aea +lat_1=40 +lat_2=55 +lon_0=80 +datum=WGS84"
  try TestFiles.withFolder { folder in
    let path = folder.path + "/crs.gpkg"
    let layers = [
      GeoPackageSample("a", .point, pointBatch(count: 1), crs: albers),
      GeoPackageSample("b", .point, pointBatch(count: 1), crs: albers + " +lat_0=30"),
      GeoPackageSample("c", .point, pointBatch(count: 1), crs: nil),
    ]
    try writeGeoPackage(path, layers)
    let systems = try GeoPackageReader(path: path).layers.map(\.crs)
    #expect(systems[0]?.hasPrefix("PROJCS[") == true)
    #expect(systems[1]?.hasPrefix("PROJCS[") == true)
    #expect(systems[0] != systems[1])
    #expect(systems[2] == nil)
    try expectSound(path, layers: ["a", "b", "c"])
  }
}

@Test func `a geometry that the layer does not declare is refused by name`() throws {
  let pair = [Position(0, 0), Position(1, 1)]
  var batch = FeatureBatch(fields: [])
  batch.ids.append(Int64(77))
  batch.geometry = GeometryColumn(LineColumn([[pair, pair]]))
  try TestFiles.withFolder { folder in
    for type in [GeometryType.lineString, .polygon, .none] {
      let path = folder.path + "/\(type).gpkg"
      let error = #expect(throws: FormatError.self) {
        try writeGeoPackage(path, [GeoPackageSample("t", type, batch)])
      }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.problem.contains("feature 77 is a line of 2 parts") == true)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == [])
  }
}
