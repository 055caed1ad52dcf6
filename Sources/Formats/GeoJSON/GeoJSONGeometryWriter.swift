internal import Geometry

/// Writes rows of a geometry column as GeoJSON geometries.
struct GeoJSONGeometryWriter {
  /// How ordinates are written.
  let format: OrdinateFormat
  /// Whether rows of one part are written as multi-geometries too.
  let isMulti: Bool

  /// Appends one row; a row without geometry as `null`.
  func append(_ row: Int, of column: GeometryColumn, to bytes: inout [UInt8]) {
    let slot = column.slots[row]
    switch column.kinds[row] {
    case .none: bytes.append(contentsOf: "null".utf8)
    case .point:
      let paths = column.points.paths
      append("Point", parts: paths.vertices(of: slot), to: &bytes) { vertex, bytes in
        append(paths.position(at: vertex), to: &bytes)
      }
    case .line:
      let lines = column.lines
      append("LineString", parts: lines.pathIndices(of: slot), to: &bytes) { path, bytes in
        append(lines.paths, lines.paths.vertices(of: path), to: &bytes)
      }
    case .polygon:
      let polygons = column.polygons
      append("Polygon", parts: polygons.partIndices(of: slot), to: &bytes) { part, bytes in
        append(polygons.ringIndices(ofPart: part), of: polygons.rings, to: &bytes)
      }
    }
  }

  private func append(
    _ type: String, parts: Range<Int>, to bytes: inout [UInt8],
    _ appendPart: (_ part: Int, _ bytes: inout [UInt8]) -> Void
  ) {
    let isMulti = self.isMulti || parts.count != 1
    bytes.append(contentsOf: #"{"type":"\#(isMulti ? "Multi" : "")\#(type)","coordinates":"#.utf8)
    if isMulti { bytes.append(UInt8(ascii: "[")) }
    for part in parts {
      if part > parts.lowerBound { bytes.append(UInt8(ascii: ",")) }
      appendPart(part, &bytes)
    }
    if isMulti { bytes.append(UInt8(ascii: "]")) }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Appends the rings of one part, the shell counter-clockwise and the holes clockwise.
  private func append(_ rings: Range<Int>, of paths: PathSet, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for ring in rings {
      if ring > rings.lowerBound { bytes.append(UInt8(ascii: ",")) }
      let vertices = paths.vertices(of: ring)
      let area = paths.signedArea(of: vertices)
      if ring == rings.lowerBound ? area < 0 : area > 0 {
        append(paths, vertices.reversed(), to: &bytes)
      } else {
        append(paths, vertices, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func append(
    _ paths: PathSet, _ vertices: some Sequence<Int>, to bytes: inout [UInt8]
  ) {
    bytes.append(UInt8(ascii: "["))
    var isFirst = true
    for vertex in vertices {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(paths.position(at: vertex), to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func append(_ position: Position, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    format.append(position.x, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    format.append(position.y, to: &bytes)
    bytes.append(UInt8(ascii: "]"))
  }
}

extension PathSet {
  /// Returns the area of a closed ring in the plane: positive if it runs counter-clockwise.
  fileprivate func signedArea(of vertices: Range<Int>) -> Double {
    guard vertices.count > 2 else { return 0 }
    let origin = position(at: vertices.lowerBound)
    var sum = 0.0
    for vertex in vertices.dropLast() {
      let (a, b) = (position(at: vertex), position(at: vertex + 1))
      sum += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
    }
    return sum / 2
  }
}
