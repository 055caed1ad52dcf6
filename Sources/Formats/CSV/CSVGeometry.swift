/// Where the geometry of a CSV file is.
public enum CSVGeometry: Sendable, Equatable {
  /// In a column of well-known text named `geom_wkt`, `wkt`, `geometry`, `geom`, `the_geom` or
  /// `wkt_geom`, or else in a pair of columns with names for longitude and latitude.
  case automatic
  /// Nowhere.
  case none
  /// In a column of well-known text.
  case wkt(column: String)
  /// In two columns of numbers.
  case columns(x: String, y: String)
}

/// The columns of a CSV file that hold its geometry.
enum CSVGeometryColumns: Equatable {
  case none
  /// A column of well-known text, which is no attribute.
  case wkt(Int)
  /// Two columns of numbers, which stay attributes too.
  case xy(x: Int, y: Int)
}

extension CSVGeometry {
  /// The name of the column that we write; text without SRID in it is longitude and latitude.
  static let ownColumn = "geom_wkt"
  private static let wktNames = [ownColumn, "wkt", "geometry", "geom", "the_geom", "wkt_geom"]
  private static let pairs = [
    ("lon", "lat"), ("lng", "lat"), ("long", "lat"), ("longitude", "latitude"),
    ("location_long", "location_lat"), ("decimallongitude", "decimallatitude"),
  ]

  /// Returns whether two names are a pair for longitude and latitude.
  static func isLongitudeLatitude(_ x: String, _ y: String) -> Bool {
    pairs.contains { normalized(x) == $0.0 && normalized(y) == $0.1 }
  }

  /// Finds the columns in the header of a file; `holdsWKT` says whether a column holds well-known
  /// text.
  func columns(
    in header: [String], of file: String, holdsWKT: (Int) -> Bool
  ) throws(FormatError) -> CSVGeometryColumns {
    switch self {
    case .none: return .none
    case .automatic: return Self.detect(in: header, holdsWKT: holdsWKT)
    case .wkt(let column): return .wkt(try Self.index(of: column, in: header, of: file))
    case .columns(let x, let y):
      return .xy(
        x: try Self.index(of: x, in: header, of: file),
        y: try Self.index(of: y, in: header, of: file))
    }
  }

  private static func detect(
    in header: [String], holdsWKT: (Int) -> Bool
  ) -> CSVGeometryColumns {
    let names = header.map(normalized)
    for name in wktNames {
      if let column = names.firstIndex(of: name), holdsWKT(column) { return .wkt(column) }
    }
    for (xName, yName) in pairs {
      if let x = names.firstIndex(of: xName), let y = names.firstIndex(of: yName) {
        return .xy(x: x, y: y)
      }
    }
    return .none
  }

  private static func index(
    of column: String, in header: [String], of file: String
  ) throws(FormatError) -> Int {
    if let index = header.firstIndex(of: column) { return index }
    let hint = nearest(to: column, in: header).map { "did you mean '\($0)'? " } ?? ""
    throw FormatError(
      .usage, "\(file) has no column '\(column)'",
      help: hint + "its columns are \(header.joined(separator: ", "))")
  }

  /// `location-long`, `location.long` and `Location_Long` are one name.
  private static func normalized(_ name: String) -> String {
    String(name.lowercased().map { "-. ".contains($0) ? "_" : $0 })
  }
}
