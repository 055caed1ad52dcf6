internal import Geometry

/// Writes rows of a geometry column as well-known text.
struct WKTWriter {
  /// How ordinates are written.
  let format: OrdinateFormat
  /// Whether rows of one part are written as multi-geometries too.
  let isMulti: Bool

  /// Appends one row.
  func append(_ row: Int, of column: GeometryColumn, to bytes: inout [UInt8]) {
    let slot = column.slots[row]
    switch column.kinds[row] {
    case .none: bytes.append(contentsOf: "GEOMETRYCOLLECTION EMPTY".utf8)
    case .point:
      let paths = column.points.paths
      append("POINT", paths.vertices(of: slot), to: &bytes) { vertex, bytes in
        bytes.append(UInt8(ascii: "("))
        append(paths.position(at: vertex), to: &bytes)
        bytes.append(UInt8(ascii: ")"))
      }
    case .line:
      let lines = column.lines
      append("LINESTRING", lines.pathIndices(of: slot), to: &bytes) { path, bytes in
        append(path, of: lines.paths, to: &bytes)
      }
    case .polygon:
      let polygons = column.polygons
      append("POLYGON", polygons.partIndices(of: slot), to: &bytes) { part, bytes in
        list(polygons.ringIndices(ofPart: part), to: &bytes) { ring, bytes in
          append(ring, of: polygons.rings, to: &bytes)
        }
      }
    }
  }

  private func append(
    _ type: String, _ parts: Range<Int>, to bytes: inout [UInt8],
    _ appendPart: (_ part: Int, _ bytes: inout [UInt8]) -> Void
  ) {
    if isMulti || parts.count != 1 { bytes.append(contentsOf: "MULTI".utf8) }
    bytes.append(contentsOf: type.utf8)
    bytes.append(UInt8(ascii: " "))
    if parts.isEmpty {
      bytes.append(contentsOf: "EMPTY".utf8)
    } else if isMulti || parts.count > 1 {
      list(parts, to: &bytes, appendPart)
    } else {
      appendPart(parts.lowerBound, &bytes)
    }
  }

  /// Appends items in parentheses, with commas between them.
  private func list(
    _ items: Range<Int>, to bytes: inout [UInt8],
    _ appendItem: (_ item: Int, _ bytes: inout [UInt8]) -> Void
  ) {
    bytes.append(UInt8(ascii: "("))
    for item in items {
      if item > items.lowerBound { bytes.append(contentsOf: ", ".utf8) }
      appendItem(item, &bytes)
    }
    bytes.append(UInt8(ascii: ")"))
  }

  private func append(_ path: Int, of paths: PathSet, to bytes: inout [UInt8]) {
    list(paths.vertices(of: path), to: &bytes) { vertex, bytes in
      append(paths.position(at: vertex), to: &bytes)
    }
  }

  private func append(_ position: Position, to bytes: inout [UInt8]) {
    format.append(position.x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    format.append(position.y, to: &bytes)
  }
}
