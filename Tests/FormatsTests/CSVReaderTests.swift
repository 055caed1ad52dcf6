import Foundation
import Formats
import Geometry
import TestSupport
import Testing

private func layer(
  _ text: String, _ geometry: CSVGeometry = .automatic, limit: Int = 3
) throws -> WholeLayer {
  try WholeLayer(
    CSVReader(bytes: Array(text.utf8), name: "folder/test.csv", geometry: geometry), limit: limit)
}

@Test func `the kinds of columns are found over the whole file`() throws {
  let table = try layer(
    """
    id,real,flag,code,wide,mixed,empty,quoted,plus,minus,date
    1,1,true,007,9223372036854775808,1,,"1",+7,-0,2026-11-21
    -2,.5,FALSE,12,1,x,,"","7",1.5,
    3 , 1e3,True,1,2,true,,"2",1,5.,2026-11-22
    """)
  #expect(table.header.name == "test")
  #expect(table.header.featureCount == 3)
  #expect(table.values("id") == [.integer(1), .integer(-2), .integer(3)])
  #expect(table.values("real") == [.real(1), .real(0.5), .real(1000)])
  #expect(table.values("flag") == [.boolean(true), .boolean(false), .boolean(true)])
  #expect(table.values("code") == [.text("007"), .text("12"), .text("1")])
  #expect(table.values("wide")?[0] == .text("9223372036854775808"))
  #expect(table.values("mixed") == [.text("1"), .text("x"), .text("true")])
  #expect(table.values("empty") == [.null, .null, .null])
  #expect(table.values("quoted") == [.integer(1), .null, .integer(2)])
  #expect(table.values("plus") == [.text("+7"), .text("7"), .text("1")])
  #expect(table.values("minus") == [.real(-0.0), .real(1.5), .real(5)])
  #expect(table.values("date") == [.text("2026-11-21"), .null, .text("2026-11-22")])
  #expect(table.ids == [.integer(1), .integer(2), .integer(3)])
  #expect(table.header.geometryType == .none && table.header.crs == nil)
}

@Test func `nothing is null and a quoted nothing is empty text`() throws {
  #expect(try layer("a,b\nx,\"\"\ny,\n").values("b") == [.text(""), .null])
}

@Test(arguments: [
  ("geom_wkt", "OGC:CRS84"), ("GEOM_WKT", "OGC:CRS84"), ("wkt", nil), ("Geometry", nil),
  ("geom", nil),
])
func `a column of well-known text is the geometry`(name: String, crs: String?) throws {
  let table = try layer("id,\(name)\n1,POINT (1 2)\n2,\n3,\"MULTIPOINT ((3 4), (5 6))\"\n")
  #expect(table.batch.geometry.kinds == [.point, .none, .point])
  #expect(table.header.geometryType == .multiPoint)
  #expect(table.header.crs == crs)
  #expect(table.header.fields.map(\.name) == ["id"])
}

@Test func `an SRID names the system, and another one is rejected`() throws {
  let table = try layer("wkt\nSRID=32640;POINT (1 2)\nPOINT (3 4)\nSRID=4326;POINT (5 6)\n")
  #expect(table.header.crs == "EPSG:32640")
  #expect(table.batch.count == 2)
  #expect(table.batch.rejected.map(\.id) == ["3"])
}

@Test(arguments: [
  ("lon", "lat"), ("Longitude", "Latitude"), ("location-long", "location-lat"),
  ("location.long", "location.lat"), ("location_long", "location_lat"), ("lng", "lat"),
])
func `longitude and latitude are points and stay attributes`(x: String, y: String) throws {
  let table = try layer("\(y),\(x),n\n47.5,106.9,a\n,,b\n1,x,c\n1,,d\n")
  #expect(table.header.crs == "EPSG:4326")
  #expect(table.header.geometryType == .point)
  #expect(table.batch.geometry.kinds == [.point, .none])
  #expect(table.batch.geometry.points.paths.xy == [106.9, 47.5])
  #expect(table.header.fields.count == 3)
  #expect(table.batch.rejected.map(\.id) == ["3", "4"])
  #expect(
    table.batch.rejected.first?.reason == "'x' in the column '\(x)' is no coordinate (line 4)")
}

@Test func `x and y are a geometry only where they are named`() throws {
  let text = "x,y,place\n500000,5000000,a\n"
  #expect(try layer(text).header.geometryType == .none)
  let named = try layer(text, .columns(x: "x", y: "y"))
  #expect(named.batch.geometry.points.paths.xy == [500_000, 5_000_000])
  #expect(named.header.crs == nil)
  let error = #expect(throws: FormatError.self) { try layer(text, .wkt(column: "plaec")) }
  #expect(error?.help.contains("did you mean 'place'?") == true)
  #expect(try layer("wkt\nPOINT (1 2)\n", .none).header.fields.map(\.name) == ["wkt"])
}

@Test func `a column called geometry without well-known text is an attribute`() throws {
  let table = try layer("geometry,lon,lat\npoint,1,2\n")
  #expect(table.values("geometry") == [.text("point")])
  #expect(table.batch.geometry.points.paths.xy == [1, 2])
}

@Test func `broken records are rejected with their line`() throws {
  let table = try layer(
    "id,geom_wkt\r\n1,POINT (1 2)\r\n2\r\n\r\n3,\"POINT (\n3 4)\",x\r\n4,POINT (1)\r\n\"5\"a,\r\n6,\r\n"
  )
  #expect(table.ids == [.integer(1), .integer(6)])
  #expect(
    table.batch.rejected.map(\.reason) == [
      "1 fields where the header has 2 (line 3)", "3 fields where the header has 2 (line 5)",
      "not WKT: expected a number at character 9 (line 7)",
      "text follows the closing quote of field 1 (line 8)",
    ])
}

@Test func `names are made different and empty ones filled in`() throws {
  let table = try layer("a, a ,,\"b \"\n1,2,3,4\n")
  #expect(table.header.fields.map(\.name) == ["a", "a_1", "field_3", "b"])
}

@Test(arguments: ["", "\n", "\u{FEFF}", "a,b\n1,\"2\n"])
func `a file without header or with an open quote is an error`(text: String) throws {
  let error = #expect(throws: FormatError.self) { try layer(text) }
  #expect(error?.kind == .badData)
}

@Test func `UTF-16 is refused with a way out`() throws {
  let error = #expect(throws: FormatError.self) {
    _ = try CSVReader(bytes: [0xFF, 0xFE, 0x61, 0], name: "a.csv")
  }
  #expect(error?.help.contains("iconv") == true)
}

@Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
func `the dialect of Movebank is read`() throws {
  let folder = TestFiles.shared("gps-kruger-buffalo")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder)
  let name = try #require(files.first { $0.hasSuffix(".csv") })
  let table = try WholeLayer(CSVReader(path: folder + "/" + name), limit: 5000)
  #expect(table.batch.count + table.batch.rejected.count == 10_160)
  #expect(table.batch.rejected.isEmpty)
  #expect(table.header.crs == "EPSG:4326")
  #expect(table.header.geometryType == .point)
}

@Test(arguments: [CSVDialect.standard, .excel, .tabs], UInt64(1)...8)
func `a random layer comes back from CSV`(dialect: CSVDialect, seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let batch = randomBatch(&random)
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("a.csv").path
    let writer = try CSVWriter(path: path, overwrite: false, dialect: dialect)
    try writer.addLayer(
      LayerHeader(
        name: "a", geometryType: .unknown, crs: "EPSG:4326", fields: batch.columns.map(\.field))
    ).append(batch)
    try writer.finish()
    let table = try WholeLayer(CSVReader(path: path))
    #expect(table.batch.rejected.isEmpty)
    #expect(table.header.crs == "OGC:CRS84")
    #expect(table.batch.geometry == batch.geometry)
    #expect(table.batch.columns == batch.columns)
  }
}

@Test func `CSV is written with quotes only where they are needed`() throws {
  var batch = FeatureBatch(fields: [Field("a;b", .text), Field("n", .real)])
  for text in ["x", "say \"hi\"", "a,b", "", " x", "c;d", "1\n2"] {
    batch.columns[0].append(text)
    batch.columns[1].append(text == "x" ? .nan : 5.0)
    batch.ids.appendNull()
    batch.geometry.appendPoint(Position(1, 2.5))
  }
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("a.csv").path
    let writer = try CSVWriter(path: path, overwrite: false)
    let header = LayerHeader(
      name: "a", geometryType: .point, crs: "urn:ogc:def:crs:EPSG::32640",
      fields: batch.columns.map(\.field))
    try writer.addLayer(header).append(batch)
    #expect(throws: FormatError.self) { _ = try writer.addLayer(header) }
    try writer.finish()
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == """
        "a;b",n,geom_wkt
        x,,SRID=32640;POINT (1 2.5)
        "say ""hi\""",5.0,SRID=32640;POINT (1 2.5)
        "a,b",5.0,SRID=32640;POINT (1 2.5)
        "",5.0,SRID=32640;POINT (1 2.5)
        " x",5.0,SRID=32640;POINT (1 2.5)
        c;d,5.0,SRID=32640;POINT (1 2.5)
        "1
        2",5.0,SRID=32640;POINT (1 2.5)

        """)
    #expect(try WholeLayer(CSVReader(path: path)).header.crs == "EPSG:32640")
  }
}

@Test func `a layer that CSV cannot hold is refused`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("a.csv").path
    for (crs, field) in [(nil, "a"), ("+proj=laea", "a"), ("EPSG:4326", "GEOM_WKT")]
      as [(String?, String)]
    {
      let writer = try CSVWriter(path: path, overwrite: false)
      let error = #expect(throws: FormatError.self) {
        _ = try writer.addLayer(
          LayerHeader(name: "a", geometryType: .point, crs: crs, fields: [Field(field, .text)]))
      }
      #expect(error?.kind == .usage)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}

@Test(arguments: [CSVDialect.standard, .excel, .tabs])
func `one column of odd text comes back in every dialect`(dialect: CSVDialect) throws {
  var batch = FeatureBatch(fields: [Field("x,y;z", .text)])
  for text in ["a,b", "c;d", "e\tf", nil, ""] {
    if let text { batch.columns[0].append(text) } else { batch.columns[0].appendNull() }
    batch.ids.appendNull()
    batch.geometry.appendNone()
  }
  try TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("a.csv").path
    let writer = try CSVWriter(path: path, overwrite: false, dialect: dialect)
    try writer.addLayer(
      LayerHeader(name: "a", geometryType: .none, crs: nil, fields: batch.columns.map(\.field))
    ).append(batch)
    try writer.finish()
    #expect(try WholeLayer(CSVReader(path: path)).batch.columns == batch.columns)
  }
}

@Test(arguments: UInt64(1)...20)
func `any bytes are a layer or an error`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let alphabet = Array("a1-,;\"\n\r\t .(POINT)".utf8) + [0, 0xFF, 0xC3]
  for _ in 0..<100 {
    var bytes = Array("lon,lat,wkt\n".utf8)
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      bytes.append(alphabet.randomElement(using: &random) ?? 0)
    }
    do {
      let table = try WholeLayer(CSVReader(bytes: bytes, name: "t"))
      #expect(table.batch.count + table.batch.rejected.count == table.header.featureCount)
    } catch let error as FormatError {
      #expect(error.kind == .badData)
    }
  }
}
