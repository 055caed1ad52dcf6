internal import Atlas
internal import Formats
internal import GDALBridge
internal import GEOSBridge
internal import PROJBridge
internal import SQLiteBridge

/// The versions of Kulan and of everything that its numbers depend on.
struct Versions {
  /// The name and version of each part, in order; nil where it is not built in.
  let parts: [(name: String, version: String?)]

  /// The versions in this process.
  static var current: Versions {
    Versions(parts: [
      ("Kulan", AtlasProgram.version), ("Swift", swift), ("GEOS", GEOSContext.version),
      ("PROJ", PROJVersion.library), ("EPSG", PROJVersion.database),
      ("SQLite", SQLiteConnection.libraryVersion),
      ("GDAL", GDALLibrary.version),
    ])
  }

  /// The version of the compiler, in the steps that the language lets a program ask for.
  private static var swift: String {
    #if compiler(>=6.4)
      "6.4 or newer"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }

  /// One line for each part.
  var text: String {
    parts.map { part in part.version.map { "\(part.name) \($0)" } ?? "\(part.name): not built in" }
      .joined(separator: "\n")
  }

  /// An object with a member for each part, null where it is not built in.
  var json: JSONValue {
    .object(parts.map { ($0.name.lowercased(), $0.version.map(JSONValue.text) ?? .null) })
  }
}
