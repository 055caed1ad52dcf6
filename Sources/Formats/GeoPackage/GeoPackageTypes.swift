/// How the types of GeoPackage (spec §1.1.1.1.3 and annex G) and ours correspond.
enum GeoPackageTypes {
  /// What a declared column type stands for.
  enum Declared: Hashable {
    case field(Field.Kind)
    case bytes
    /// None of the types of the specification; the values have to say.
    case unknown
  }

  /// Returns what a declared column type stands for: the types of the specification, and of those
  /// beyond it what SQLite's own rules make of them.
  static func declared(_ name: String) -> Declared {
    let word = String(name.uppercased().prefix { $0 != "(" }).trimmed
    switch word {
    case "BOOLEAN", "BOOL": return .field(.boolean)
    case "DATE": return .field(.date)
    case "DATETIME", "TIMESTAMP": return .field(.dateTime)
    case "BLOB": return .bytes
    case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL", "DOUBLE PRECISION": return .field(.real)
    case "POINT", "MULTIPOINT": return .unknown  // the letters "INT" notwithstanding
    default: break
    }
    if word.contains("INT") { return .field(.integer) }
    if word.contains("CHAR") || word.contains("TEXT") || word.contains("CLOB") {
      return .field(.text)
    }
    return .unknown
  }

  /// Returns the column type to declare for a field.
  static func name(of kind: Field.Kind) -> String {
    switch kind {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .boolean: "BOOLEAN"
    case .text: "TEXT"
    case .date: "DATE"
    case .dateTime: "DATETIME"
    }
  }

  /// Returns the geometry type of a name; `unknown` for those that mix or are not ours.
  static func geometryType(_ name: String) -> GeometryType {
    switch name.uppercased() {
    case "POINT": .point
    case "MULTIPOINT": .multiPoint
    case "LINESTRING": .lineString
    case "MULTILINESTRING": .multiLineString
    case "POLYGON": .polygon
    case "MULTIPOLYGON": .multiPolygon
    default: .unknown
    }
  }

  /// Returns the name of a geometry type, or nil for a table without geometry.
  static func name(of type: GeometryType) -> String? {
    switch type {
    case .none: nil
    case .unknown: "GEOMETRY"
    case .point, .multiPoint, .lineString, .multiLineString, .polygon, .multiPolygon:
      type.rawValue.uppercased()
    }
  }
}
