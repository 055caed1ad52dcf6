#if GDAL
  import Foundation
  import Geometry
  import TestSupport
  import Testing

  @testable import Formats

  /// The rows of a CSV table with a column `WKT`, read through GDAL.
  private func read(wkt: [String], by way: GDALReader.Way = .features) throws -> FeatureBatch {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.csv").path
      let text = "n,WKT\n" + wkt.enumerated().map { "\($0.offset),\"\($0.element)\"\n" }.joined()
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try GDALReader(path: path).open(layer: "a", by: way).readAll()
    }
  }

  @Test(arguments: GDALReader.Way.allCases)
  func `curves are made straight and stay on their circle`(way: GDALReader.Way) throws {
    let batch = try read(
      wkt: [
        "CIRCULARSTRING(1 0,0 1,-1 0)",
        "CURVEPOLYGON(CIRCULARSTRING(1 0,0 1,-1 0,0 -1,1 0))",
        "MULTICURVE((5 5,6 6),COMPOUNDCURVE((2 0,1 0),CIRCULARSTRING(1 0,0 1,-1 0)))",
      ], by: way)
    #expect(batch.rejected.isEmpty)
    #expect(batch.geometry.kinds == [.line, .polygon, .line])
    let arc = batch.geometry.lines.paths.positions(of: 0)
    #expect((181...182).contains(arc.count))  // half a circle, at most one degree an edge
    #expect(arc.first == Position(1, 0) && arc.last == Position(-1, 0))
    for vertex in arc {
      // GDAL changes the last bits of vertices, to know arcs again by them.
      #expect(abs(vertex.x * vertex.x + vertex.y * vertex.y - 1) < 1e-12)
    }
    #expect(batch.geometry.polygons.rings.vertexCount >= 361)
    #expect(batch.geometry.lines.pathIndices(of: 1).count == 2)
  }

  @Test(arguments: GDALReader.Way.allCases)
  func `heights and measures are dropped, surfaces become polygons`(way: GDALReader.Way) throws {
    let batch = try read(
      wkt: [
        "POINT Z (1 2 3)", "LINESTRING ZM (0 0 5 6,1 1 7 8)",
        "POLYGON M ((0 0 9,1 0 9,1 1 9,0 0 9))",
        "TIN(((0 0,1 0,1 1,0 0)),((0 0,1 1,0 1,0 0)))", "TRIANGLE((0 0,1 0,1 1,0 0))",
        "POLYHEDRALSURFACE Z (((0 0 0,1 0 0,1 1 0,0 0 0)))",
      ], by: way)
    #expect(batch.rejected.isEmpty)
    #expect(batch.geometry.kinds == [.point, .line, .polygon, .polygon, .polygon, .polygon])
    #expect(batch.geometry.points.paths.xy == [1, 2])
    #expect(batch.geometry.lines.paths.xy == [0, 0, 1, 1])
    #expect(batch.geometry.polygons.partIndices(of: 1).count == 2)
  }

  @Test(arguments: GDALReader.Way.allCases)
  func `empty geometries are none and mixtures are set aside`(way: GDALReader.Way) throws {
    let batch = try read(
      wkt: [
        "LINESTRING EMPTY", "", "GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1))",
        "GEOMETRYCOLLECTION(LINESTRING(0 0,1 1),MULTILINESTRING((2 2,3 3)))",
      ], by: way)
    #expect(batch.geometry.kinds == [.none, .none, .line])
    #expect(batch.geometry.lines.paths.count == 2)
    #expect(batch.rejected.map(\.id) == ["3"])
    #expect(batch.rejected.first?.reason.contains("mixes") == true)
    #expect(batch.columns.map(\.count) == batch.columns.map { _ in 3 })
  }

  @Test func `longitude is x also in formats that write latitude first`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.gml").path
      try Data(
        """
        <FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2"><gml:featureMember><a>
        <shape><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>45 60</gml:pos></gml:Point>
        </shape></a></gml:featureMember></FeatureCollection>
        """.utf8
      ).write(to: URL(fileURLWithPath: path))
      let batch = try GDALReader(path: path).open(layer: "a").readAll()
      #expect(batch.geometry.points.paths.xy == [60, 45])
    }
  }

  @Test func `attributes that cannot be held are left out with a note, times are text`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.geojson").path
      let feature = #"{"type":"Feature","geometry":null,"properties":{"Длина":1,"list":[1,2]}}"#
      try Data(feature.utf8).write(to: URL(fileURLWithPath: path))
      let dataset = try GDALReader(path: path)
      let header = try #require(dataset.layers.first)
      #expect(header.fields == [Field("Длина", .integer)])
      #expect(
        header.notes == ["attribute list is left out: Kulan does not hold the type IntegerList"])
      #expect(try dataset.open(layer: "a", by: .arrow).readAll().columns[0][0] == .integer(1))

      let query =
        "SELECT CAST('11:31:05.25' AS time) AS at, CAST('2026/11/21' AS date) AS day FROM a"
      let result = try GDALReader(path: path, sql: query)
      #expect(result.layers.first?.fields == [Field("at", .text), Field("day", .date)])
      for way in GDALReader.Way.allCases {
        let batch = try result.open(layer: "a", by: way).readAll()
        #expect(batch.columns.map { $0[0] } == [.text("11:31:05.250"), .text("2026-11-21")])
      }
    }
  }

  @Test func `instants with a zone are told in UTC`() throws {
    try TestFiles.withFolder { folder in
      let path = folder.appendingPathComponent("a.geojson").path
      let feature =
        #"{"type":"Feature","geometry":null,"properties":{"t":"2026-11-21T02:30:00+05:00"}}"#
      try Data(feature.utf8).write(to: URL(fileURLWithPath: path))
      let batch = try GDALReader(path: path).open(layer: "a").readAll()
      #expect(batch.columns[0][0] == .text("2026-11-20T21:30:00.000Z"))

      let copy = folder.appendingPathComponent("a.fgb").path
      let header = LayerHeader(
        name: "a", geometryType: .point, crs: "EPSG:4326", fields: [Field("t", .dateTime)])
      var point = FeatureBatch(fields: header.fields)
      point.ids.append(Int64(0))
      point.geometry.appendPoint(Position(60, 45))
      point.columns[0].append("2026-11-21T02:30:00+05:00")
      let writer = try GDALWriter(path: copy, overwrite: false)
      try writer.addLayer(header).append(point)
      try writer.finish()
      let read = try GDALReader(path: copy).open(layer: "a").readAll()
      #expect(read.columns == batch.columns)
    }
  }
#endif
