internal import CGEOS
package import Geometry

// Every `create` function of GEOS owns its arguments from the call on, even if it fails:
// destroying them again crashes.

extension GEOSContext {
  /// Makes one row: a point, line or polygon, or the multi-geometry of several; an empty
  /// collection for a row without geometry.
  package func makeGeometry(
    row: Int, of column: GeometryColumn
  ) throws(GEOSError) -> GEOSHandle {
    let slot = column.slots[row]
    return switch column.kinds[row] {
    case .none:
      try adopt(
        GEOSGeom_createEmptyCollection_r(handle, GEOSType.geometryCollection.rawValue),
        "GEOSGeom_createEmptyCollection_r")
    case .point: try makePoint(row: slot, of: column.points)
    case .line: try makeLine(row: slot, of: column.lines)
    case .polygon: try makePolygon(row: slot, of: column.polygons)
    }
  }

  /// Makes a point, or a multi-point where the row has not exactly one vertex.
  package func makePoint(row: Int, of column: PointColumn) throws(GEOSError) -> GEOSHandle {
    let paths = column.paths
    return try makeMulti(.multiPoint, of: paths.vertices(of: row)) { vertex throws(GEOSError) in
      let position = paths.position(at: vertex)
      return try adopt(
        GEOSGeom_createPointFromXY_r(handle, position.x, position.y),
        "GEOSGeom_createPointFromXY_r")
    }
  }

  /// Makes a line, or a multi-line where the row has not exactly one path.
  package func makeLine(row: Int, of column: LineColumn) throws(GEOSError) -> GEOSHandle {
    try makeMulti(.multiLineString, of: column.pathIndices(of: row)) { path throws(GEOSError) in
      try makeLine(path: path, of: column.paths)
    }
  }

  /// Makes a polygon, or a multi-polygon where the row has not exactly one part.
  package func makePolygon(row: Int, of column: PolygonColumn) throws(GEOSError) -> GEOSHandle {
    try makePolygon(parts: column.partIndices(of: row), of: column)
  }

  /// Makes a polygon of one part, or a multi-polygon of several, also of different rows.
  package func makePolygon(
    parts: Range<Int>, of column: PolygonColumn
  ) throws(GEOSError) -> GEOSHandle {
    try makeMulti(.multiPolygon, of: parts) { part throws(GEOSError) in
      try makePolygon(rings: column.ringIndices(ofPart: part), of: column.rings)
    }
  }

  /// Makes a line of one path.
  package func makeLine(path: Int, of paths: PathSet) throws(GEOSError) -> GEOSHandle {
    let line = GEOSGeom_createLineString_r(handle, try makeSequence(path: path, of: paths))
    return try adopt(line, "GEOSGeom_createLineString_r")
  }

  /// Makes a polygon of one part whose first ring is the shell.
  package func makePolygon(
    rings: Range<Int>, of paths: PathSet
  ) throws(GEOSError) -> GEOSHandle {
    guard let first = rings.first else {
      return try adopt(GEOSGeom_createEmptyPolygon_r(handle), "GEOSGeom_createEmptyPolygon_r")
    }
    let shell = try makeRing(path: first, of: paths)
    var holes = try gather(rings.dropFirst()) { ring throws(GEOSError) in
      try makeRing(path: ring, of: paths)
    }
    let polygon = GEOSGeom_createPolygon_r(handle, shell.release(), &holes, UInt32(holes.count))
    return try adopt(polygon, "GEOSGeom_createPolygon_r")
  }

  /// Makes the polygon that a box is.
  package func makePolygon(box: Box) throws(GEOSError) -> GEOSHandle {
    var ring = PathSet()
    for (x, y) in [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
      (box.minX, box.minY),
    ] { ring.append(x: x, y: y) }
    ring.endPath()
    return try makePolygon(rings: 0..<1, of: ring)
  }

  private func makeRing(path: Int, of paths: PathSet) throws(GEOSError) -> GEOSHandle {
    let ring = GEOSGeom_createLinearRing_r(handle, try makeSequence(path: path, of: paths))
    return try adopt(ring, "GEOSGeom_createLinearRing_r")
  }

  /// Copies a whole path into GEOS with one call.
  private func makeSequence(path: Int, of paths: PathSet) throws(GEOSError) -> OpaquePointer {
    let sequence = paths.withPath(at: path) { xy in
      xy.withUnsafeBufferPointer {
        GEOSCoordSeq_copyFromBuffer_r(handle, $0.baseAddress, UInt32($0.count / 2), 0, 0)
      }
    }
    return try unwrap(sequence, "GEOSCoordSeq_copyFromBuffer_r")
  }

  /// Makes the only part, or a multi-geometry of all of them.
  private func makeMulti(
    _ type: GEOSType, of parts: Range<Int>,
    _ make: (Int) throws(GEOSError) -> GEOSHandle
  ) throws(GEOSError) -> GEOSHandle {
    if parts.count == 1 { return try make(parts.lowerBound) }
    var members = try gather(parts, make)
    let multi = GEOSGeom_createCollection_r(handle, type.rawValue, &members, UInt32(members.count))
    return try adopt(multi, "GEOSGeom_createCollection_r")
  }

  /// Makes the members of a collection, and destroys them again where one fails.
  private func gather(
    _ indices: Range<Int>, _ make: (Int) throws(GEOSError) -> GEOSHandle
  ) throws(GEOSError) -> [OpaquePointer?] {
    var members: [OpaquePointer?] = []
    members.reserveCapacity(indices.count)
    do {
      for index in indices { members.append(try make(index).release()) }
    } catch {
      for member in members { GEOSGeom_destroy_r(handle, member) }
      throw error
    }
    return members
  }
}
