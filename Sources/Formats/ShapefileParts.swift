internal import Foundation

/// The files that make up one Shapefile.
struct ShapefileParts {
  /// The extensions of what belongs to a Shapefile, beside the `.shp` itself: GDAL's own parts and
  /// the indexes of other programs, which are wrong once the `.shp` has changed.
  static let sidecarExtensions = [
    "shx", "dbf", "prj", "cpg", "qix", "qpj", "sbn", "sbx", "idm", "ind", "ain", "aih", "ixs",
    "mxs",
    "atx", "fbn", "fbx", "shp.xml",
  ]

  /// The path without its extension.
  private let stem: String

  /// Names the parts beside a `.shp`; nil when `path` has another extension.
  init?(path: String) {
    guard path.lowercased().hasSuffix(".shp") else { return nil }
    stem = String(path.dropLast(4))
  }

  /// Returns the path of the part with an extension, in lower or upper case, if it exists.
  func existing(_ pathExtension: String) -> String? {
    [pathExtension, pathExtension.uppercased()].map { "\(stem).\($0)" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// What is missing and what that means for the reader.
  var notes: [String] {
    var notes: [String] = []
    if existing("dbf") == nil {
      notes.append("the .dbf is missing: the features have no attributes")
    } else if existing("cpg") == nil {
      notes.append(
        "the .cpg is missing: text is decoded as the .dbf says, or as ISO 8859-1; "
          + "if letters look wrong, write the encoding into a file of that name, for instance UTF-8"
      )
    }
    return notes
  }
}

extension Datasets {
  /// The files that make up the dataset at a path: a Shapefile has several, an archive that GDAL looks
  /// into one, everything else the file itself. Indexes that say nothing new are left out.
  package static func parts(of path: String) -> [String] {
    let virtual = ["/vsizip/", "/vsitar/", "/vsigzip/"].first { path.hasPrefix($0) }
    if let virtual { return [archive(path.dropFirst(virtual.count))] }
    let sidecars = ["dbf", "shx", "prj", "cpg"].compactMap {
      ShapefileParts(path: path)?.existing($0)
    }
    return [path] + sidecars
  }

  /// The longest beginning of a path into an archive that is a file.
  private static func archive(_ path: Substring) -> String {
    var name = path
    while !name.isEmpty, !FileManager.default.fileExists(atPath: String(name)) {
      name = name.lastIndex(of: "/").map { name[..<$0] } ?? ""
    }
    return String(name.isEmpty ? path : name)
  }
}
