import Formats
import Testing

/// Asks SQLite whether a GeoPackage is sound: its pages, its references and its R-trees, which must
/// also hold exactly the features that have a geometry.
func expectSound(_ path: String, layers: [String]) throws {
  #expect(try value(of: "PRAGMA integrity_check", in: path) == "ok")
  #expect(try value(of: "SELECT count(*) FROM pragma_foreign_key_check", in: path) == "0")
  #expect(try value(of: "PRAGMA application_id", in: path) == "1196444487")
  #expect(try value(of: "PRAGMA user_version", in: path) == "10300")
  #expect(try value(of: "PRAGMA journal_mode", in: path) == "delete")
  for layer in layers {
    let index = "rtree_\(layer)_geom"
    let literal = "'" + index.replacing("'", with: "''") + "'"
    let table = "\"" + layer.replacing("\"", with: "\"\"") + "\""
    let tree = "\"" + index.replacing("\"", with: "\"\"") + "\""
    #expect(try value(of: "SELECT rtreecheck(\(literal))", in: path) == "ok")
    let missing = """
      SELECT count(*) FROM \(table) AS f FULL JOIN \(tree) AS r ON f.fid = r.id
      WHERE (f.geom IS NULL) <> (r.id IS NULL)
      """
    #expect(try value(of: missing, in: path) == "0")
  }
}
