import Foundation
import Geometry
import SQLiteBridge
import TestSupport
import Testing

@testable import Formats

/// Makes a file with the system tables and what `sql` adds, and calls `body` with its path.
private func withTables(_ sql: String, _ body: (String) throws -> Void) throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/made.gpkg"
    try writeGeoPackage(path, [])
    try damage(path, sql)
    try body(path)
  }
}

/// Registers a table as a layer.
private func contents(_ table: String, _ type: String = "attributes") -> String {
  "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('\(table)', '\(type)');"
}

@Test func `a column holds any value, and what its type cannot hold is null and noted`() throws {
  let odd = "(7), (7.5), (7.0), ('seven'), (x'37'), (x'FF'), (NULL)"
  let sql = ["SMALLINT", "DOUBLE", "TEXT(20)", "BOOLEAN", "DATE"].enumerated().map { index, type in
    // Without a type SQLite converts nothing, and a view gives the column its declared type back.
    "CREATE TABLE t\(index) (v \(type)); INSERT INTO t\(index) VALUES \(odd); \(contents("t\(index)"))"
  }.joined()
  let expected: [([Value], String?)] = [
    (
      [.integer(7), .null, .integer(7), .null, .null, .null, .null],
      "column v: 4 values do not fit its type, integer, and are read as null"
    ),
    (
      [.real(7), .real(7.5), .real(7), .null, .null, .null, .null],
      "column v: 3 values do not fit its type, real, and are read as null"
    ),
    (
      [.text("7"), .text("7.5"), .text("7.0"), .text("seven"), .text("7"), .null, .null],
      "column v: 1 values do not fit its type, text, and are read as null"
    ),
    (
      [.boolean(true), .null, .boolean(true), .null, .null, .null, .null],
      "column v: 4 values do not fit its type, boolean, and are read as null"
    ),
    (
      [.null, .null, .null, .text("seven"), .null, .null, .null],
      "column v: 5 values do not fit its type, date, and are read as null"
    ),
  ]
  try withTables(sql) { path in
    for (index, (values, note)) in expected.enumerated() {
      let (header, batch) = try readGeoPackage(path, layer: "t\(index)")
      #expect((0..<7).map { batch.columns[0][$0] } == values)
      #expect(header.notes == [note])
      #expect((0..<7).map { batch.ids[$0] } == (1...7).map { .integer($0) })
    }
  }
}

@Test func `the declared types of the specification, and others, are understood`() throws {
  let types: [(String, Field.Kind)] = [
    ("BOOLEAN", .boolean), ("TINYINT", .integer), ("SMALLINT", .integer), ("MEDIUMINT", .integer),
    ("INT", .integer), ("INTEGER", .integer), ("BIGINT", .integer), ("FLOAT", .real),
    ("DOUBLE", .real), ("REAL", .real), ("NUMERIC(10,2)", .real), ("TEXT", .text),
    ("TEXT(30)", .text), ("VARCHAR(80)", .text), ("DATE", .date), ("DATETIME", .dateTime),
    ("timestamp", .dateTime), ("JSON", .text), ("", .text),
  ]
  let columns = types.enumerated().map { "c\($0) \($1.0)" }.joined(separator: ", ")
  let sql =
    "CREATE TABLE t (fid INTEGER PRIMARY KEY, \(columns), b BLOB, p POINT); \(contents("t"))"
  try withTables(sql + "INSERT INTO t (p) VALUES (x'00')") { path in
    let header = try GeoPackageReader(path: path).layers[0]
    #expect(header.fields.map(\.kind) == types.map(\.1))
    #expect(
      header.notes == [
        "column b holds bytes and is left out", "column p holds bytes and is left out",
      ])
  }
}

@Test func `columns of no type take that of their first value`() throws {
  let sql = """
    CREATE TABLE t (i, r, s, n); INSERT INTO t VALUES (NULL, 1.5, 'a', NULL), (3, 2, 'b', NULL);
    """
  try withTables(sql + contents("t")) { path in
    let (header, batch) = try readGeoPackage(path)
    #expect(header.fields.map(\.kind) == [.integer, .real, .text, .text])
    #expect(batch.columns[0][1] == .integer(3))
    #expect(batch.columns[1][1] == .real(2))
  }
}

@Test func `tables and views without a key of their own get ids all the same`() throws {
  let sql = """
    CREATE TABLE plain (a TEXT); INSERT INTO plain (rowid, a) VALUES (5, 'x'), (9, 'y');
    CREATE TABLE named (code TEXT PRIMARY KEY, a TEXT); INSERT INTO named VALUES ('k', 'x');
    CREATE TABLE pair (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
    INSERT INTO pair VALUES ('x', 'y');
    CREATE VIEW bare AS SELECT a FROM plain;
    CREATE VIEW keyed AS SELECT a, rowid AS OGC_FID FROM plain;
    """
  let names = ["plain", "named", "pair", "bare", "keyed"]
  let ids: [[Value]] = [
    [.integer(5), .integer(9)], [.text("k")], [.integer(1)], [.integer(1), .integer(2)],
    [.integer(5), .integer(9)],
  ]
  let fields = [["a"], ["code", "a"], ["a", "b"], ["a"], ["a"]]
  try withTables(sql + names.map { contents($0) }.joined()) { path in
    for (index, name) in names.enumerated() {
      let (header, batch) = try readGeoPackage(path, layer: name)
      #expect((0..<batch.count).map { batch.ids[$0] } == ids[index])
      #expect(header.idKind == (name == "named" ? .text : .integer))
      #expect(header.fields.map(\.name) == fields[index])
    }
  }
}

@Test func `a view of features is a layer, filtered with a box as well`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/view.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: 5))])
    try damage(
      path,
      """
      CREATE VIEW v AS SELECT geom, fid * 2 AS twice FROM t;
      INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('v', 'features', 4326);
      INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 4326, 1, 2);
      """)
    let box = Box(minX: 0.5, minY: 0.5, maxX: 2, maxY: 9)
    let (header, batch) = try readGeoPackage(path, layer: "v", box: box)
    #expect(header.notes == ["Z ordinates are left out"])
    #expect(header.fields == [Field("twice", .integer)])
    #expect((0..<batch.count).map { batch.columns[0][$0] } == [.integer(4), .integer(6)])
    #expect((0..<batch.count).map { batch.ids[$0] } == [.integer(2), .integer(3)])
  }
}

@Test(arguments: UInt64(1)...8)
func `a box gives the features whose boxes meet it, with and without the R-tree`(
  seed: UInt64
) throws {
  var random = SeededGenerator(seed: seed)
  var batch = FeatureBatch(fields: [])
  for row in 0..<400 {
    batch.ids.append(Int64(row + 1))
    let x = Double.random(in: -170...170, using: &random)
    let y = Double.random(in: -80...80, using: &random)
    switch row % 3 {
    case 0: batch.geometry.appendNone()
    case 1: batch.geometry.appendPoint(Position(x, y))
    default:
      let end = Position(x + .random(in: -9...9, using: &random), y + 1)
      batch.geometry.append(0, of: GeometryColumn(LineColumn([[[Position(x, y), end]]])))
    }
  }
  try TestFiles.withFolder { folder in
    let path = folder.path + "/box.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .unknown, batch)])
    let plain = folder.path + "/plain.gpkg"
    try FileManager.default.copyItem(atPath: path, toPath: plain)
    try damage(plain, "DROP TABLE rtree_t_geom")
    for _ in 0..<20 {
      // Some boxes end exactly at a feature, where rounding to 32 bits could lose it.
      let edge = batch.geometry.box(of: Int.random(in: 0..<400, using: &random))
      var box = Box(
        minX: .random(in: -180...0, using: &random), minY: .random(in: -90...0, using: &random),
        maxX: .random(in: 0...180, using: &random), maxY: .random(in: 0...90, using: &random))
      if !edge.isEmpty { box.maxX = max(box.minX, edge.minX) }
      let expected = (0..<400).filter { batch.geometry.box(of: $0).meets(box) }
      for file in [path, plain] {
        let read = try readGeoPackage(file, box: box).batch
        #expect((0..<read.count).map { read.ids[$0] } == expected.map { .integer(Int64($0 + 1)) })
      }
    }
  }
}

@Test func `a file in write-ahead mode is read without leaving anything beside it`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/wal.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: 3))])
    try damage(path, "PRAGMA journal_mode = WAL; UPDATE gpkg_contents SET description = 'x'")
    let files = FileManager.default
    #expect(try files.contentsOfDirectory(atPath: folder.path) == ["wal.gpkg"])
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let dataset = try GeoPackageReader(path: path)
    #expect(try dataset.open(layer: "t").readAll().count == 3)
    #expect(try files.contentsOfDirectory(atPath: folder.path) == ["wal.gpkg"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }
}

@Test func `what another program has written ahead is read`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/wal.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: 3))])
    let other = try SQLiteConnection(path: path, mode: .create)
    try other.execute(
      "PRAGMA journal_mode = WAL; DROP TRIGGER rtree_t_geom_delete; DELETE FROM t WHERE fid = 2")
    #expect(try readGeoPackage(path).batch.count == 2)
  }
}

@Test(
  .enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"),
  arguments: [
    ("synthetic-cami/ptcr_schematic.gpkg", "ptcr", GeometryType.multiPolygon, 13),
    (
      "osm-uzbekistan-railways-shp/stations_neighbouring_countries.gpkg",
      "stations_neigboring_countries_shp", .point, 1685
    ),
  ])
func `real files are read whole`(
  file: String, layer: String, type: GeometryType, count: Int
) throws {
  let (header, batch) = try readGeoPackage(TestFiles.shared(file), layer: layer)
  #expect(header.geometryType == type)
  #expect(header.crs == "EPSG:4326")
  #expect(header.featureCount == count)
  #expect(header.notes == [])
  #expect(batch.count == count)
  #expect(batch.rejected == [])
  let box = (0..<count).reduce(Box.empty) { $0.union(batch.geometry.box(of: $1)) }
  // The programs that made the files rounded the extent to 15 digits.
  let extent = try #require(header.extent)
  #expect(max(abs(box.minX - extent.minX), abs(box.maxX - extent.maxX)) < 1e-12)
  #expect(max(abs(box.minY - extent.minY), abs(box.maxY - extent.maxY)) < 1e-12)
}
