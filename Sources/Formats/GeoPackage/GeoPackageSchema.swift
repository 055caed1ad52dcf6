/// The tables and triggers of a GeoPackage of version 1.3, as statements of SQL.
enum GeoPackageSchema {
  /// The name of the column of ids.
  static let idColumn = "fid"
  /// The name of the column of geometries.
  static let geometryColumn = "geom"

  /// Marks the file as a GeoPackage of version 1.3.
  static let signature = "PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;"

  /// The mandatory tables (spec §1.1 and annex C), that of extensions, and GDAL's of counts.
  static let systemTables = """
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, \
    srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, \
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, \
    identifier TEXT UNIQUE, description TEXT DEFAULT '', \
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, \
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, \
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, \
    m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), \
    CONSTRAINT uk_gc_table_name UNIQUE (table_name), \
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), \
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, \
    extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, \
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_ogr_contents (table_name TEXT NOT NULL PRIMARY KEY, \
    feature_count INTEGER DEFAULT NULL);
    """

  /// The reference systems that every GeoPackage must hold.
  static let referenceSystems = """
    INSERT INTO gpkg_spatial_ref_sys VALUES \
    ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', \
    'undefined Cartesian coordinate reference system'), \
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', \
    'undefined geographic coordinate reference system'), \
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",\
    SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],\
    AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
    UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
    AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]', \
    'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
    """

  /// QGIS's table of styles, exactly as QGIS makes it.
  static let styleTable = """
    CREATE TABLE "layer_styles" ("id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, \
    "f_table_catalog" TEXT(256), "f_table_schema" TEXT(256), "f_table_name" TEXT(256), \
    "f_geometry_column" TEXT(256), "styleName" TEXT(30), "styleQML" TEXT, "styleSLD" TEXT, \
    "useAsDefault" BOOLEAN, "description" TEXT, "owner" TEXT(30), "ui" TEXT(30), \
    "update_time" DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
    """

  /// The tables of the metadata extension (spec annex F.8), and their registration.
  static let metadataTables = """
    CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, \
    md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, \
    mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, \
    column_name TEXT, row_id_value INTEGER, \
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), \
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER, \
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), \
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
    INSERT INTO gpkg_extensions VALUES \
    ('gpkg_metadata', NULL, 'gpkg_metadata', \
    'http://www.geopackage.org/spec120/#extension_metadata', 'read-write'), \
    ('gpkg_metadata_reference', NULL, 'gpkg_metadata', \
    'http://www.geopackage.org/spec120/#extension_metadata', 'read-write');
    """

  /// Returns the statement that makes the table of a layer.
  ///
  /// - Parameters:
  ///   - name: The name of the table.
  ///   - geometryType: The name of the geometry type; nil for a table without geometry.
  ///   - columns: The name and type of every other column.
  /// - Returns: A statement of SQL.
  static func table(
    _ name: String, geometryType: String?, columns: [(name: String, type: String)]
  ) -> String {
    var parts = ["\"\(idColumn)\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if let geometryType { parts.append("\"\(geometryColumn)\" \(geometryType)") }
    parts += columns.map { "\($0.name.quotedIdentifier) \($0.type)" }
    return "CREATE TABLE \(name.quotedIdentifier) (\(parts.joined(separator: ", ")))"
  }

  /// Returns the triggers that keep GDAL's count of the features of a layer right.
  static func countTriggers(of layer: String) -> String {
    [("insert", "+"), ("delete", "-")].map { event, sign in
      """
      CREATE TRIGGER \("trigger_\(event)_feature_count_\(layer)".quotedIdentifier) \
      AFTER \(event.uppercased()) ON \(layer.quotedIdentifier) BEGIN \
      UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1 \
      WHERE lower(table_name) = lower(\(layer.quotedLiteral)); END;
      """
    }.joined(separator: "\n")
  }

  /// Returns the name of the R-tree of a layer.
  static func spatialIndex(of layer: String) -> String { "rtree_\(layer)_\(geometryColumn)" }

  /// Returns the statement that makes the empty R-tree of a layer.
  static func spatialIndexTable(of layer: String) -> String {
    "CREATE VIRTUAL TABLE \(spatialIndex(of: layer).quotedIdentifier) "
      + "USING rtree(id, minx, maxx, miny, maxy)"
  }

  /// Returns the triggers that keep the R-tree of a layer right (spec annex F.3).
  static func spatialIndexTriggers(of layer: String) -> String {
    let index = spatialIndex(of: layer)
    let tree = index.quotedIdentifier
    let store =
      "INSERT OR REPLACE INTO \(tree) VALUES (NEW.\"fid\", ST_MinX(NEW.\"geom\"), "
      + "ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\"));"
    let remove = "DELETE FROM \(tree) WHERE id = OLD.\"fid\";"
    let isThere = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))"
    let isEmpty = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))"
    let (same, moved) = ("OLD.\"fid\" = NEW.\"fid\"", "OLD.\"fid\" != NEW.\"fid\"")
    let triggers = [
      ("insert", "INSERT", isThere, store),
      ("update1", "UPDATE OF \"geom\"", "\(same) AND \(isThere)", store),
      ("update2", "UPDATE OF \"geom\"", "\(same) AND \(isEmpty)", remove),
      ("update3", "UPDATE", "\(moved) AND \(isThere)", "\(remove) \(store)"),
      (
        "update4", "UPDATE", "\(moved) AND \(isEmpty)",
        "DELETE FROM \(tree) WHERE id IN (OLD.\"fid\", NEW.\"fid\");"
      ),
      ("delete", "DELETE", "OLD.\"geom\" NOTNULL", remove),
    ]
    return triggers.map { suffix, event, condition, action in
      "CREATE TRIGGER \("\(index)_\(suffix)".quotedIdentifier) AFTER \(event) "
        + "ON \(layer.quotedIdentifier) WHEN \(condition) BEGIN \(action) END;"
    }.joined(separator: "\n")
  }
}
