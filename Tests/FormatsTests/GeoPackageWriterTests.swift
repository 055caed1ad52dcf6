import Foundation
import Geometry
import TestSupport
import Testing

@testable import Formats

/// Writes features, a style and metadata.
private func writeWithStyle(_ path: String, timestamp: String) throws {
  var random = SeededGenerator(seed: 7)
  let batch = randomBatch(&random)
  let writer = try GeoPackageWriter(path: path, overwrite: true, timestamp: timestamp)
  for name in ["crossings", "table"] {
    try writer.addLayer(GeoPackageSample(name, .unknown, batch).header).append(batch)
  }
  for (name, isDefault) in [("permeability", true), ("other", false)] {
    let style = LayerStyle(name: name, qml: "<qgis/>", sld: "<sld/>", summary: "Сайга")
    try writer.addStyle(style, to: "crossings", isDefault: isDefault)
  }
  try writer.addMetadata(
    "<qgis><title>T</title></qgis>", standard: "http://mrcc.com/qgis.dtd", layer: "crossings")
  try writer.addMetadata("<gmd/>", standard: "http://www.isotc211.org/2005/gmd", layer: nil)
  try writer.finish()
}

@Test func `styles and metadata stand where QGIS looks for them`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/style.gpkg"
    try writeWithStyle(path, timestamp: "2026-11-21T11:31:00.000Z")
    let style = try value(
      of: """
        SELECT concat_all FROM (SELECT group_concat(f_table_catalog || '|' || f_table_schema || '|'
        || f_table_name || '|' || f_geometry_column || '|' || styleName || '|' || styleQML || '|'
        || styleSLD || '|' || useAsDefault || '|' || description || '|' || owner || '|'
        || update_time, ';') AS concat_all FROM layer_styles)
        """, in: path)
    let rest = "|Сайга||2026-11-21T11:31:00.000Z"
    #expect(
      style == "||crossings|geom|permeability|<qgis/>|<sld/>|1\(rest);"
        + "||crossings|geom|other|<qgis/>|<sld/>|0\(rest)")
    let metadata = try value(
      of: """
        SELECT group_concat(md_standard_uri || '|' || md_scope || '|' || mime_type || '|' || metadata
        || '|' || reference_scope || '|' || ifnull(table_name, '-') || '|' || timestamp, ';')
        FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = md_file_id
        """, in: path)
    let time = "2026-11-21T11:31:00.000Z"
    #expect(
      metadata == "http://mrcc.com/qgis.dtd|dataset|text/xml|<qgis><title>T</title></qgis>|table|"
        + "crossings|\(time);http://www.isotc211.org/2005/gmd|dataset|text/xml|<gmd/>|geopackage|-|"
        + time)
    #expect(
      try value(of: "SELECT count(*) FROM gpkg_extensions", in: path) == "4",
      "two R-trees, two tables of metadata")
    // The table of styles is registered, but is no layer.
    #expect(try value(of: "SELECT count(*) FROM gpkg_contents", in: path) == "3")
    #expect(try GeoPackageReader(path: path).layers.map(\.name) == ["crossings", "table"])
    try expectSound(path, layers: ["crossings", "table"])
  }
}

@Test func `a file without styles and metadata has no tables for them`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/plain.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: 1))])
    let count = try value(
      of: """
        SELECT count(*) FROM sqlite_master
        WHERE name IN ('layer_styles', 'gpkg_metadata', 'gpkg_metadata_reference')
        """, in: path)
    #expect(count == "0")
  }
}

@Test func `the same layers and time give the same bytes`() throws {
  try TestFiles.withFolder { folder in
    let paths = ["a", "b", "c"].map { folder.path + "/\($0).gpkg" }
    let times = [
      "2026-11-21T11:31:00.000Z", "2026-11-21T11:31:00.000Z", "2026-11-21T11:31:01.000Z",
    ]
    for (path, time) in zip(paths, times) { try writeWithStyle(path, timestamp: time) }
    let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(files[0] == files[1])
    #expect(files[0] != files[2])
  }
}

@Test func `the time comes from SOURCE_DATE_EPOCH, where that is set`() throws {
  #expect(
    try GeoPackageTime.text(environment: ["SOURCE_DATE_EPOCH": "86400"])
      == "1970-01-02T00:00:00.000Z")
  #expect(try GeoPackageTime.text(environment: [:]) > "2024")
  for wrong in ["", "yesterday", "-1", "99999999999999999999"] {
    let error = #expect(throws: FormatError.self) {
      _ = try GeoPackageTime.text(environment: ["SOURCE_DATE_EPOCH": wrong])
    }
    #expect(error?.kind == .usage)
  }
}

@Test func `an existing file is replaced only on demand, and not before the end`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/there.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("old", .point, pointBatch(count: 1))])
    let error = #expect(throws: FormatError.self) {
      _ = try GeoPackageWriter(path: path, overwrite: false)
    }
    #expect(error?.kind == .cannotWrite)
    let writer = try GeoPackageWriter(path: path, overwrite: true)
    _ = try writer.addLayer(GeoPackageSample("new", .point, pointBatch(count: 0)).header)
    #expect(try GeoPackageReader(path: path).layers.map(\.name) == ["old"])
    try writer.finish()
    #expect(try GeoPackageReader(path: path).layers.map(\.name) == ["new"])
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == ["there.gpkg"])
  }
}

@Test func `a writer that is given up or dropped leaves nothing`() throws {
  try TestFiles.withFolder { folder in
    let batch = pointBatch(count: 3)
    let header = GeoPackageSample("t", .point, batch).header
    let writer = try GeoPackageWriter(path: folder.path + "/a.gpkg", overwrite: false)
    let layer = try writer.addLayer(header)
    try layer.append(batch)
    writer.cancel()
    #expect(throws: FormatError.self) { try layer.append(batch) }
    #expect(throws: FormatError.self) { try writer.addLayer(header) }
    #expect(throws: FormatError.self) { try writer.finish() }
    do {
      let dropped = try GeoPackageWriter(path: folder.path + "/b.gpkg", overwrite: false)
      try dropped.addLayer(header).append(batch)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == [])
  }
}

@Test func `nothing can be appended to a finished file, which can be read at once`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/a.gpkg"
    let batch = pointBatch(count: 3)
    let writer = try GeoPackageWriter(path: path, overwrite: false)
    let layer = try writer.addLayer(GeoPackageSample("t", .point, batch).header)
    try layer.append(batch)
    try writer.finish()
    #expect(throws: FormatError.self) { try layer.append(batch) }
    #expect(try readGeoPackage(path).batch.count == 3)
  }
}

@Test(arguments: ["", "gpkg_x", "sqlite_x", "RTREE_x", "Layer_Styles", "ROADS"])
func `a name that cannot be that of a layer is refused`(name: String) throws {
  try TestFiles.withFolder { folder in
    let writer = try GeoPackageWriter(path: folder.path + "/a.gpkg", overwrite: false)
    _ = try writer.addLayer(GeoPackageSample("roads", .point, pointBatch(count: 0)).header)
    let error = #expect(throws: FormatError.self) {
      _ = try writer.addLayer(GeoPackageSample(name, .point, pointBatch(count: 0)).header)
    }
    #expect(error?.kind == .usage)
    let style = #expect(throws: FormatError.self) {
      try writer.addMetadata("", standard: "", layer: "rivers")
    }
    #expect(style?.problem.contains("has no layer rivers yet") == true)
  }
}

@Test(arguments: [0, 1, 51, 52, 2601, 2602, 9000])
func `R-trees of every height are sound`(count: Int) throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/tree.gpkg"
    var batch = pointBatch(count: count)
    // Ids in falling order: the R-tree needs them sorted.
    batch.ids = Column(Field("id", .integer), (0..<count).map { .integer(Int64(count - $0)) })
    try writeGeoPackage(path, [GeoPackageSample("t", .point, batch)])
    try expectSound(path, layers: ["t"])
    let box = Box(minX: 10, minY: 10, maxX: 20, maxY: 30)
    let read = try readGeoPackage(path, box: box).batch
    #expect(read.count == max(0, min(11, count - 10)))
  }
}

/// More features than one run of leaves holds.
@Test func `a spatial index that is written in runs is sound`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/runs.gpkg"
    let count = 270_000
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: count))])
    try expectSound(path, layers: ["t"])
    #expect(try value(of: "SELECT count(*) FROM rtree_t_geom", in: path) == "\(count)")
  }
}

@Test func `other programs can edit the R-tree afterwards`() throws {
  try TestFiles.withFolder { folder in
    let path = folder.path + "/edit.gpkg"
    try writeGeoPackage(path, [GeoPackageSample("t", .point, pointBatch(count: 3000))])
    try damage(
      path,
      """
      DELETE FROM t WHERE fid % 3 = 0;
      INSERT INTO rtree_t_geom SELECT id + 10000, minx, maxx, miny, maxy FROM rtree_t_geom;
      DELETE FROM rtree_t_geom WHERE id % 7 = 0;
      """)
    #expect(try value(of: "SELECT rtreecheck('rtree_t_geom')", in: path) == "ok")
    #expect(try value(of: "SELECT feature_count FROM gpkg_ogr_contents", in: path) == "2000")
  }
}

@Test func `an unknown reference system is refused with a way out`() throws {
  try TestFiles.withFolder { folder in
    let writer = try GeoPackageWriter(path: folder.path + "/a.gpkg", overwrite: false)
    let error = #expect(throws: FormatError.self) {
      _ = try writer.addLayer(
        GeoPackageSample("t", .point, pointBatch(count: 0), crs: "EPSG:1").header)
    }
    #expect(error?.kind == .usage)
    #expect(error?.help == "name it by its code, such as EPSG:4326")
  }
}
