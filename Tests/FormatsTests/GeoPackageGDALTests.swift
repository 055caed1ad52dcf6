import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

/// Lines and points all over, with text in two scripts.
private func sample(_ random: inout SeededGenerator) -> FeatureBatch {
  var batch = FeatureBatch(fields: [
    Field("name", .text), Field("n", .integer), Field("r", .real), Field("flag", .boolean),
    Field("day", .date), Field("at", .dateTime),
  ])
  for row in 0..<500 {
    batch.ids.append(Int64(row * 2 + 1))
    let (x, y) = (Double.random(in: 0...90, using: &random), Double(row) / 10)
    batch.geometry.append(
      0, of: GeometryColumn(LineColumn([[[Position(x, y), Position(x + 1, y + 0.25)]]])))
    if row % 5 == 0 {
      for column in batch.columns.indices { batch.columns[column].appendNull() }
    } else {
      batch.columns[0].append("Сайга \(row)")
      batch.columns[1].append(Int64(row) << 40)
      batch.columns[2].append(Double(row) / 3)
      batch.columns[3].append(row % 2 == 0)
      batch.columns[4].append("2026-11-21")
      batch.columns[5].append("2026-11-21T11:31:00.000Z")
    }
  }
  return batch
}

@Test(needsGDALPrograms) func `GDAL reads what we write, and finds the same with a box`() throws {
  var random = SeededGenerator(seed: 3)
  let batch = sample(&random)
  try TestFiles.withFolder { folder in
    let path = folder.path + "/ours.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("дороги", .lineString, batch)])
    let all = try runGDAL("ogrinfo", path, "дороги")
    #expect(all.contains("Feature Count: 500"))
    #expect(all.contains("Geometry: Line String"))
    #expect(all.contains("ID[\"EPSG\",4326]"))
    #expect(all.contains("FID Column = fid"))
    #expect(all.contains("Geometry Column = geom"))
    #expect(all.contains("n: Integer64"))
    #expect(all.contains("flag: Integer(Boolean)"))
    #expect(all.contains("day: Date"))
    #expect(all.contains("at: DateTime"))
    #expect(all.contains("  name (String) = Сайга 499\n"))
    #expect(all.contains("  at (DateTime) = 2026/11/21 11:31:00+00\n"))
    for _ in 0..<5 {
      let (x, y) = (
        Double.random(in: 0...80, using: &random), Double.random(in: 0...40, using: &random)
      )
      let box = Box(minX: x, minY: y, maxX: x + 10, maxY: y + 5)
      // GDAL would compare the geometry itself: with lines in a box, meeting boxes are not enough.
      let ids = try runGDAL(
        "ogrinfo", "-q", path, "-sql",
        "SELECT id FROM \"rtree_дороги_geom\" WHERE maxx >= \(x) AND minx <= \(x + 10) "
          + "AND maxy >= \(y) AND miny <= \(y + 5)")
      let read = try readGeoPackage(path, box: box).batch
      #expect(ids.split(separator: "\n").count { $0.contains("id (") } == read.count)
    }
  }
}

@Test(needsGDALPrograms)
func `a spatial filter of GDAL gives the same with our R-tree and its own`()
  throws
{
  var random = SeededGenerator(seed: 4)
  let batch = sample(&random)
  try TestFiles.withFolder { folder in
    let (ours, theirs) = (folder.path + "/ours.gpkg", folder.path + "/theirs.gpkg")
    try writeGeoPackage(ours, [GeoPackageSample("t", .lineString, batch)])
    try runGDAL("ogr2ogr", theirs, ours, "-preserve_fid")
    for corner in [0.0, 13.7, 40, 89.5] {
      let box = [corner, 10, corner + 7, 30].map { "\($0)" }
      let answers = try [ours, theirs].map {
        try runGDAL("ogrinfo", "-q", $0, "t", "-spat", box[0], box[1], box[2], box[3])
      }
      // GDAL returns features in the order of the R-tree.
      let features = answers.map { Set($0.split(separator: "OGRFeature")) }
      #expect(features[0] == features[1])
      #expect(features[0].count > 1)
    }
  }
}

@Test(needsGDALPrograms, arguments: ["1.0", "1.1", "1.2", "1.3"])
func `we read what GDAL writes, in every version`(version: String) throws {
  var random = SeededGenerator(seed: 5)
  let batch = sample(&random)
  try TestFiles.withFolder { folder in
    let (ours, theirs) = (folder.path + "/ours.gpkg", folder.path + "/Сайга \(version).gpkg")
    try writeGeoPackage(ours, [GeoPackageSample("t", .lineString, batch)])
    try runGDAL(
      "ogr2ogr", theirs, ours, "-preserve_fid", "-dsco", "VERSION=\(version)", "-nln", "копия")
    let (header, read) = try readGeoPackage(theirs)
    #expect(header.name == "копия")
    #expect(header.crs == "EPSG:4326")
    #expect(header.featureCount == 500)
    #expect(header.geometryType == .lineString)
    #expect(read.ids == batch.ids)
    #expect(read.geometry == batch.geometry)
    #expect(read.columns == batch.columns)
  }
}

@Test(
  needsGDALPrograms,
  arguments: [
    ("POINT Z (1 2 3)", GeometryKind.point), ("LINESTRING ZM (1 2 3 4,5 6 7 8)", .line),
    ("MULTIPOLYGON (((0 0,1 0,1 1,0 0)))", .polygon), ("POINT EMPTY", .none),
    ("GEOMETRYCOLLECTION (LINESTRING (0 0,1 1))", .line),
  ])
func `geometry that GDAL writes is read in two dimensions`(wkt: String, kind: GeometryKind) throws {
  try TestFiles.withFolder { folder in
    let table = folder.path + "/t.csv"
    try Data("WKT,a\n\"\(wkt)\",1\n".utf8).write(to: URL(fileURLWithPath: table))
    let path = folder.path + "/t.gpkg"
    try runGDAL("ogr2ogr", path, table, "-a_srs", "EPSG:32640", "-lco", "GEOMETRY_NAME=shape")
    let (header, read) = try readGeoPackage(path)
    #expect(header.crs == "EPSG:32640")
    #expect(read.geometry.kinds == [kind])
    #expect(read.rejected == [])
  }
}

@Test(needsGDALPrograms) func `curves that GDAL writes are set aside`() throws {
  try TestFiles.withFolder { folder in
    let table = folder.path + "/t.csv"
    try Data("WKT,a\n\"CIRCULARSTRING (0 0,1 1,2 0)\",1\n".utf8)
      .write(to: URL(fileURLWithPath: table))
    let path = folder.path + "/t.gpkg"
    try runGDAL("ogr2ogr", path, table)
    let (header, read) = try readGeoPackage(path)
    #expect(header.geometryType == .unknown)
    #expect(read.count == 0)
    #expect(read.rejected.map(\.id) == ["1"])
    #expect(read.rejected.first?.reason.contains("CONVERT_TO_LINEAR") == true)
  }
}
