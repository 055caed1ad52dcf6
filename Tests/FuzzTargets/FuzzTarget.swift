import Formats
import Foundation
import Geometry

/// A reader that is fed with bytes of any kind: it may refuse them, it must not trap.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case wkb
  case geojson
  case geopackage

  /// Reads the bytes to the end or to the first error.
  public func read(_ bytes: [UInt8]) {
    switch self {
    case .wkb: Self.readWKB(bytes)
    case .geojson: Self.readGeoJSON(bytes)
    case .geopackage: Self.readGeoPackage(bytes)
    }
  }

  /// A geometry that was read must survive being written and read again.
  private static func readWKB(_ bytes: [UInt8]) {
    var column = GeometryColumn()
    guard (try? column.append(wkb: bytes.span.bytes)) != nil else { return }
    precondition(column.count == 1, "one geometry makes one row")
    _ = column.box(of: 0)
    var copy: [UInt8] = []
    column.appendWKB(of: 0, asMulti: true, to: &copy)
    var again = GeometryColumn()
    precondition((try? again.append(wkb: copy.span.bytes)) != nil, "what we write, we read")
    precondition(again.kinds == column.kinds && again.vertexCount == column.vertexCount)
  }

  private static func readGeoJSON(_ bytes: [UInt8]) {
    guard let reader = try? GeoJSONReader(bytes: bytes, name: "fuzz") else { return }
    drain(reader)
  }

  private static func readGeoPackage(_ bytes: [UInt8]) {
    let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    let path = "\(folder)/kulan-fuzz-\(getpid())-\(UInt(bitPattern: pthread_self().hashValue)).gpkg"
    _ = FileManager.default.createFile(atPath: path, contents: Data(bytes))
    defer { unlink(path) }
    guard let reader = try? GeoPackageReader(path: path) else { return }
    drain(reader)
  }

  private static func drain(_ dataset: any DatasetReader) {
    for layer in dataset.layers {
      guard let reader = try? dataset.open(layer: layer.name) else { continue }
      var rows = 0
      while let batch = try? reader.next(limit: 64), rows < 100_000 {
        rows += batch.count + batch.rejected.count
        precondition(batch.columns.allSatisfy { $0.count == batch.count }, "columns are even")
        precondition(batch.ids.count == batch.count, "every row has an id")
      }
    }
  }
}
