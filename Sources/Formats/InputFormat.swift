internal import Foundation

/// Who reads or writes a file: one of Kulan's own formats, or GDAL.
enum InputFormat: Sendable {
  case geoPackage
  case geoJSON
  case csv
  case gdal

  private static let sequences: Set = ["geojsonl", "geojsons", "ndjson", "jsonl"]

  /// Whether the extension means one feature on every line.
  static func isSequence(_ path: String) -> Bool { sequences.contains(pathExtension(path)) }

  /// The format that the extension names, nil for one that is not Kulan's own.
  init?(extensionOf path: String) {
    switch Self.pathExtension(path) {
    case "gpkg": self = .geoPackage
    case "geojson", "json": self = .geoJSON
    case "csv", "tsv", "txt": self = .csv
    case let other where Self.sequences.contains(other): self = .geoJSON
    default: return nil
    }
  }

  /// Decides by the first bytes of the file, and by its extension where they leave it open; a pipe
  /// is GeoJSON unless its extension says otherwise, as standard input is.
  init(of path: String) throws(FormatError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw FormatError(missing: path)
    }
    if isFolder.boolValue {
      self = .gdal
      return
    }
    if let whole = Self.wholeOfPart(path) {
      throw FormatError(
        .usage, "\(path) is only a part of a Shapefile", help: "give the whole: \(whole)")
    }
    let named = InputFormat(extensionOf: path)
    guard Self.isRegularFile(path) else {
      // What a pipe gives away for a look is lost, so that its name must do.
      self = named ?? .geoJSON
      return
    }
    let start = try Self.firstBytes(of: path)
    if start.isEmpty && !Self.isSequence(path) {
      throw FormatError(
        .badData, "\(path) is empty, 0 bytes long", help: "get the file again from its source")
    }
    if start.starts(with: "SQLite format 3\0".utf8) {
      // GeoPackage marks itself in the header; other SQLite files, SpatiaLite for one, do not.
      let isMarked = start.count >= 72 && start[68..<72].elementsEqual("GPKG".utf8)
      self = named == .geoPackage || isMarked ? .geoPackage : .gdal
      return
    }
    if named == .geoPackage {
      throw FormatError(
        .badData, "\(path) is not a GeoPackage: it does not begin as an SQLite database does",
        help: "get the file again from its source, or give it the extension of its real format")
    }
    if let named {
      self = named
    } else {
      self = Self.looksLikeGeoJSON(start) ? .geoJSON : .gdal
    }
  }

  /// Whether the first bytes, behind a byte order mark and spaces, begin an object of GeoJSON.
  private static func looksLikeGeoJSON(_ start: [UInt8]) -> Bool {
    let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
    let rest = text.drop { [0x1E, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return rest.first == UInt8(ascii: "{")
      && String(decoding: rest, as: UTF8.self).contains("\"type\"")
  }

  /// The `.shp` to which a file belongs that is not a dataset by itself.
  private static func wholeOfPart(_ path: String) -> String? {
    let parts: Set = ["shx", "prj", "cpg", "sbn", "sbx", "qix", "dbf"]
    guard parts.contains(pathExtension(path)) else { return nil }
    let stem = (path as NSString).deletingPathExtension
    return ["\(stem).shp", "\(stem).SHP"].first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func firstBytes(of path: String) throws(FormatError) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return Array(try file.read(upToCount: 512) ?? Data())
    } catch {
      throw FormatError(
        .missingInput, "cannot open \(path): \(error.localizedDescription)",
        help: "check the permissions of the file")
    }
  }

  static func pathExtension(_ path: String) -> String {
    (path as NSString).pathExtension.lowercased()
  }
}

extension FormatError {
  /// Says that a file does not exist, and which one may have been meant.
  package init(missing path: String) {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
    let help: String =
      if let names {
        nearest(to: url.lastPathComponent, in: names).map { name in
          "did you mean \((path as NSString).deletingLastPathComponent.isEmpty ? name : "\((path as NSString).deletingLastPathComponent)/\(name)")?"
        } ?? "check the spelling; ls \(folder) lists what is there"
      } else {
        "the folder \(folder) does not exist either; check the path"
      }
    self.init(.missingInput, "cannot read \(path): no such file", help: help)
  }
}
