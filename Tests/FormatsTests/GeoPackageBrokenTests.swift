import Foundation
import Geometry
import SQLiteBridge
import TestSupport
import Testing

@testable import Formats

/// Writes three points, damages the file with SQL, and calls `body` with its path.
private func withDamaged(_ sql: String, _ body: (String) throws -> Void) throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/damaged.gpkg"
    let column = Column(Field("a", .integer), [.integer(1), .integer(2), .integer(3)])
    try writeGeoPackage(
      path,
      [
        GeoPackageSample("t", .point, pointBatch(count: 3, columns: [column])),
        GeoPackageSample("u", .point, pointBatch(count: 1)),
      ])
    // The triggers need functions that only programs with GeoPackage have.
    try damage(path, (1...4).map { "DROP TRIGGER rtree_t_geom_update\($0); " }.joined() + sql)
    try body(path)
  }
}

@Test(
  arguments: [
    ("NULL", nil),
    ("'text'", "the geometry is a number or text, not bytes"),
    ("7", "the geometry is a number or text, not bytes"),
    ("x''", "the geometry is cut off at byte 0, in its header"),
    ("x'4750'", "the geometry is cut off at byte 2, in its header"),
    (
      "x'0101000000000000000000F03F000000000000F03F'",
      "the geometry does not start with the letters GP"
    ),
    ("x'4750070100000000'", "the geometry has the unknown header version 7"),
    ("x'4750000F00000000'", "the geometry has an envelope of the undefined kind 7"),
    ("x'4750000300000000'", "the geometry is cut off at byte 8, in its header"),
    (
      "x'4750002100000000'",
      "the geometry is of a type that an extension defines; convert the layer first, "
        + "for instance with ogr2ogr"
    ),
    ("x'4750000100000000'", "the geometry is cut off at byte 0"),
    ("x'47500001000000000102000000FFFFFFFF'", "the geometry is cut off at byte 9"),
    ("x'47500001000000000163000000'", "the geometry type 99 is not defined"),
    (
      "x'4750000100000000010A00000000000000'",
      "a CurvePolygon has curved edges; make them straight first, "
        + "for instance with ogr2ogr -nlt CONVERT_TO_LINEAR"
    ),
  ] as [(String, String?)])
func `a broken geometry is set aside with its id, and the others are read`(
  blob: String, reason: String?
) throws {
  try withDamaged("UPDATE t SET geom = \(blob) WHERE fid = 2") { path in
    let read = try readGeoPackage(path).batch
    #expect(read.rejected == (reason.map { [Rejection(id: "2", reason: $0)] } ?? []))
    #expect(read.ids.count == (reason == nil ? 3 : 2))
    #expect(read.columns[0].count == read.ids.count)
    #expect(read.geometry.points.count == 2)
  }
}

@Test(arguments: [
  (
    "DELETE FROM gpkg_geometry_columns WHERE table_name = 't'",
    "gpkg_geometry_columns says nothing of it"
  ),
  ("DROP TABLE gpkg_geometry_columns", "the table gpkg_geometry_columns is missing"),
  ("UPDATE gpkg_geometry_columns SET column_name = 'g'", "its geometry column g is missing"),
  ("ALTER TABLE t RENAME TO gone", "its table is missing"),
])
func `a layer that the system tables describe wrongly is named with its defect`(
  sql: String, defect: String
) throws {
  // Renaming a table would follow it into the other tables otherwise.
  try withDamaged("PRAGMA legacy_alter_table = ON; PRAGMA foreign_keys = OFF; \(sql)") { path in
    let dataset = try GeoPackageReader(path: path)
    #expect(dataset.layers.map(\.name) == ["t", "u"])
    #expect(dataset.layers[0].notes == ["cannot be read: \(defect)"])
    let error = #expect(throws: FormatError.self) { _ = try dataset.open(layer: "t") }
    #expect(error?.problem == "layer t of \(path) cannot be read: \(defect)")
    #expect(error?.kind == .badData)
  }
}

@Test(arguments: [
  ("DROP TABLE gpkg_contents", "is a SQLite database without the table gpkg_contents"),
  ("PRAGMA application_id = 252006674", "is not a GeoPackage: its application id is 0xf055112"),
])
func `a SQLite database of another kind is refused`(sql: String, problem: String) throws {
  try withDamaged(sql) { path in
    let error = #expect(throws: FormatError.self) { _ = try GeoPackageReader(path: path) }
    #expect(error?.kind == .badData)
    #expect(error?.problem.contains(problem) == true)
  }
}

@Test(arguments: [0, 0x4750_3130, 0x4750_3131])
func `the application ids of old versions, and none, are accepted`(id: Int) throws {
  try withDamaged("PRAGMA application_id = \(id)") { path in
    let read = try readGeoPackage(path).batch
    #expect(read.count == 3)
  }
}

@Test func `without GDAL's counts the number of features is unknown`() throws {
  try withDamaged("DROP TABLE gpkg_ogr_contents; DROP TABLE gpkg_extensions") { path in
    let dataset = try GeoPackageReader(path: path)
    #expect(dataset.layers[0].featureCount == nil)
    let reader = try dataset.open(layer: "t")
    #expect(reader.progress == nil)
    #expect(try reader.readAll().count == 3)
    #expect(reader.progress == 1)
  }
}

@Test func `a layer that does not exist is an error that names those that do`() throws {
  try withDamaged("") { path in
    let dataset = try GeoPackageReader(path: path)
    let error = #expect(throws: FormatError.self) { _ = try dataset.open(layer: "roads") }
    #expect(error?.description.contains("it has: t, u") == true)
  }
}

@Test func `a file that is missing or no database says so`() throws {
  try TestFiles.withFolder { folder in
    let missing = #expect(throws: FormatError.self) {
      _ = try GeoPackageReader(path: folder.path + "/none.gpkg")
    }
    #expect(missing?.kind == .missingInput)
    let aFolder = #expect(throws: FormatError.self) { _ = try GeoPackageReader(path: folder.path) }
    #expect(aFolder?.kind == .badData)
    for contents in ["", "SQLite format 3", "PK\u{3}\u{4} a zip file, or anything else"] {
      let path = folder.path + "/text.gpkg"
      try Data(contents.utf8).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: FormatError.self) { _ = try GeoPackageReader(path: path) }
      #expect(error?.kind == .badData)
      #expect(error?.problem == "\(path) is not a GeoPackage: it is not a SQLite database")
    }
  }
}

@Test func `a file cut off anywhere gives features or an error, and never a trap`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/whole.gpkg"
    let text = Column(
      Field("a", .text), (0..<300).map { .text(String(repeating: "x", count: $0)) })
    try writeGeoPackage(
      path, [GeoPackageSample("t", .point, pointBatch(count: 300, columns: [text]))])
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var failures = 0
    for count in stride(from: 100, to: whole.count, by: 1500) {
      let cut = folder.path + "/cut.gpkg"
      try whole.prefix(count).write(to: URL(fileURLWithPath: cut))
      do { _ = try readGeoPackage(cut) } catch let error as FormatError {
        #expect(error.kind == .badData)
        failures += 1
      }
    }
    #expect(failures > 20)
  }
}

@Test(.timeLimit(.minutes(20)), arguments: UInt64(1)...60)
func `a file with random wrong bytes gives features or an error, and never a trap`(
  seed: UInt64
) throws {
  var random = SeededGenerator(seed: seed)
  try TestFiles.withFolder { folder in
    let path = folder.path + "/random.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .unknown, randomBatch(&random))])
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      bytes[Int.random(in: 100..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    do { _ = try readGeoPackage(path, box: seed % 2 == 0 ? nil : Box.empty) } catch is FormatError {
    }
  }
}

@Test func `a file that another program holds is reported as locked`() throws {
  try withDamaged("") { path in
    let other = try SQLiteConnection(path: path, mode: .create)
    try other.execute("BEGIN EXCLUSIVE")
    let connection = try SQLiteConnection(path: path, mode: .read, busyTimeout: 1)
    let failure = GeoPackageFailure(path: path, isOutput: false)
    let error = #expect(throws: FormatError.self) {
      _ = try failure.translating { () throws(SQLiteError) in try GeoPackageCatalog(connection) }
    }
    #expect(error?.problem == "\(path) is locked by another program")
  }
}
