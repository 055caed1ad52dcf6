extension GeometryColumn {
  /// Appends one row as little-endian ISO well-known binary of two dimensions.
  ///
  /// The row is written as a single geometry when it has one part and `asMulti` is false, and as a
  /// multi-geometry otherwise. A row of kind `none` is written as an empty collection.
  public func appendWKB(of row: Int, asMulti: Bool, to bytes: inout [UInt8]) {
    let slot = slots[row]
    switch kinds[row] {
    case .none:
      bytes.append(wkbHeader: 7)
      bytes.append(word: 0)
    case .point:
      let vertices = points.paths.vertices(of: slot)
      bytes.append(multi: 4, count: vertices.count, asMulti: asMulti)
      for vertex in vertices {
        bytes.append(wkbHeader: 1)
        bytes.append(vertices: vertex..<vertex + 1, of: points.paths)
      }
    case .line:
      let paths = lines.pathIndices(of: slot)
      bytes.append(multi: 5, count: paths.count, asMulti: asMulti)
      for path in paths {
        bytes.append(wkbHeader: 2)
        bytes.append(path: path, of: lines.paths)
      }
    case .polygon:
      let parts = polygons.partIndices(of: slot)
      bytes.append(multi: 6, count: parts.count, asMulti: asMulti)
      for part in parts { bytes.append(part: part, of: polygons) }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(multi type: UInt32, count: Int, asMulti: Bool) {
    guard asMulti || count != 1 else { return }
    append(wkbHeader: type)
    append(word: UInt32(count))
  }

  fileprivate mutating func append(part: Int, of polygons: PolygonColumn) {
    append(wkbHeader: 3)
    let rings = polygons.ringIndices(ofPart: part)
    append(word: UInt32(rings.count))
    for ring in rings { append(path: ring, of: polygons.rings) }
  }

  fileprivate mutating func append(path: Int, of paths: PathSet) {
    let vertices = paths.vertices(of: path)
    append(word: UInt32(vertices.count))
    append(vertices: vertices, of: paths)
  }

  fileprivate mutating func append(vertices: Range<Int>, of paths: PathSet) {
    let ordinates = 2 * vertices.lowerBound..<2 * vertices.upperBound
    #if _endian(little)
      unsafe paths.xy.span.extracting(ordinates).bytes.withUnsafeBytes {
        unsafe append(contentsOf: $0)
      }
    #else
      for ordinate in paths.xy[ordinates] {
        unsafe Swift.withUnsafeBytes(of: ordinate.bitPattern.littleEndian) {
          unsafe append(contentsOf: $0)
        }
      }
    #endif
  }

  fileprivate mutating func append(wkbHeader type: UInt32) {
    append(1)
    append(word: type)
  }

  fileprivate mutating func append(word: UInt32) {
    unsafe Swift.withUnsafeBytes(of: word.littleEndian) { unsafe append(contentsOf: $0) }
  }
}
