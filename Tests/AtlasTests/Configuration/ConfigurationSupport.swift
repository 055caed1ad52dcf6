import Foundation
import TestSupport
import Testing

@testable import Atlas

/// A folder with the files that configurations of the tests name.
struct ConfigurationFolder {
  /// The files, with what is in them.
  static let files = [
    "roads.gpkg": "", "rail.geojson": "{}", "fences.csv": "a,b\n", "ranges.shp": "",
    "saiga.geojson": "{}",
    "ptcr.gpkg": "", "countries.fgb": "", "passages.csv": "", "parameters.csv": "",
    "overrides.csv": "", "fence-profiles.csv": "profile,meaning,source,h_top_cm\nmine,m,s,90\n",
  ]

  /// Reads a configuration that lies in such a folder as `atlas.json`.
  static func parse(_ text: String) throws -> AtlasConfiguration {
    try TestFiles.withFolder { folder in
      for (name, contents) in files {
        try Data(contents.utf8).write(to: folder.appendingPathComponent(name))
      }
      return try AtlasConfiguration(parsing: text, name: "atlas.json", folder: folder.path)
    }
  }

  /// Reads a configuration that has all that is required, and `more`.
  static func parse(
    adding more: String, barrier: String = "", range: String = ""
  ) throws -> AtlasConfiguration {
    try parse(
      """
      { title: "T", date: "2026-11-21",
        sources: {
          barriers: [{ file: "roads.gpkg", \(barrier) }],
          ranges: [{ file: "ranges.shp", \(range) }],
        },
        \(more)
      }
      """)
  }
}
