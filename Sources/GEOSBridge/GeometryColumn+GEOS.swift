internal import CGEOS
package import Geometry

extension GeometryColumn {
  /// Appends a GEOS geometry as one row: multi-geometries and collections become the parts of it,
  /// an empty geometry a row without geometry.
  ///
  /// - Parameters:
  ///   - geometry: What to append.
  ///   - kind: Take only the parts of this kind and leave the others out, as an intersection of
  ///     polygons needs whose borders also touch in lines; nil refuses a mixture.
  /// - Throws: When GEOS fails or the kinds are mixed; then nothing is appended.
  package mutating func append(
    _ geometry: borrowing GEOSHandle, only kind: GeometryKind? = nil
  ) throws(GEOSError) {
    do {
      let found = try appendParts(geometry.context, geometry.pointer, only: kind)
      endRow(found)
    } catch {
      abandonRow()
      throw error
    }
  }

  /// Appends the parts of one geometry to the open row and says what kind they are.
  private mutating func appendParts(
    _ context: GEOSContext, _ pointer: OpaquePointer, only kind: GeometryKind?
  ) throws(GEOSError) -> GeometryKind {
    let code = GEOSGeomTypeId_r(context.handle, pointer)
    switch try context.unwrap(GEOSType(rawValue: code), "GEOSGeomTypeId_r") {
    case .point:
      return try appendLeaf(.point, context, pointer, only: kind) {
        column, sequence throws(GEOSError) in
        try column.points.paths.append(sequence, context)
      }
    case .lineString, .linearRing:
      return try appendLeaf(.line, context, pointer, only: kind) {
        column, sequence throws(GEOSError) in
        try column.lines.paths.append(sequence, context)
        column.lines.paths.endPath()
      }
    case .polygon:
      return try appendPolygon(context, pointer, only: kind)
    case .multiPoint, .multiLineString, .multiPolygon, .geometryCollection:
      return try appendMembers(context, pointer, only: kind)
    }
  }

  private mutating func appendMembers(
    _ context: GEOSContext, _ pointer: OpaquePointer, only kind: GeometryKind?
  ) throws(GEOSError) -> GeometryKind {
    var found = GeometryKind.none
    for index in 0..<GEOSGetNumGeometries_r(context.handle, pointer) {
      let member = try context.unwrap(
        GEOSGetGeometryN_r(context.handle, pointer, index), "GEOSGetGeometryN_r")
      let part = try appendParts(context, member, only: kind)
      if part == .none { continue }
      if found != .none && part != found {
        throw GEOSError(
          function: "GEOSGeomTypeId_r", message: "the collection mixes \(found) and \(part)")
      }
      found = part
    }
    return found
  }

  /// Appends a geometry that is one sequence of vertices, unless it is empty or unwanted.
  private mutating func appendLeaf(
    _ type: GeometryKind, _ context: GEOSContext, _ pointer: OpaquePointer,
    only kind: GeometryKind?,
    _ append: (inout GeometryColumn, OpaquePointer) throws(GEOSError) -> Void
  ) throws(GEOSError) -> GeometryKind {
    if let kind, kind != type { return .none }
    if try isEmpty(context, pointer) { return .none }
    let sequence = try context.unwrap(
      GEOSGeom_getCoordSeq_r(context.handle, pointer), "GEOSGeom_getCoordSeq_r")
    try append(&self, sequence)
    return type
  }

  private mutating func appendPolygon(
    _ context: GEOSContext, _ pointer: OpaquePointer, only kind: GeometryKind?
  ) throws(GEOSError) -> GeometryKind {
    if let kind, kind != .polygon { return .none }
    if try isEmpty(context, pointer) { return .none }
    try appendRing(context, GEOSGetExteriorRing_r(context.handle, pointer))
    for hole in 0..<GEOSGetNumInteriorRings_r(context.handle, pointer) {
      try appendRing(context, GEOSGetInteriorRingN_r(context.handle, pointer, hole))
    }
    polygons.endPart()
    return .polygon
  }

  private mutating func appendRing(
    _ context: GEOSContext, _ ring: OpaquePointer?
  ) throws(GEOSError) {
    let sequence = try context.unwrap(
      ring.flatMap { GEOSGeom_getCoordSeq_r(context.handle, $0) }, "GEOSGeom_getCoordSeq_r")
    try polygons.rings.append(sequence, context)
    polygons.rings.endPath()
  }

  private func isEmpty(
    _ context: GEOSContext, _ pointer: OpaquePointer
  ) throws(GEOSError) -> Bool {
    try context.unwrap(predicate: GEOSisEmpty_r(context.handle, pointer), "GEOSisEmpty_r")
  }
}

extension PathSet {
  /// Copies a whole coordinate sequence into the open path.
  fileprivate mutating func append(
    _ sequence: OpaquePointer, _ context: GEOSContext
  ) throws(GEOSError) {
    var count: UInt32 = 0
    let sizeCode = GEOSCoordSeq_getSize_r(context.handle, sequence, &count)
    _ = try context.unwrap(sizeCode == 1 ? true : nil, "GEOSCoordSeq_getSize_r")
    var copyCode: Int32 = 0
    let xy = [Double](unsafeUninitializedCapacity: 2 * Int(count)) { buffer, initialized in
      copyCode = GEOSCoordSeq_copyToBuffer_r(context.handle, sequence, buffer.baseAddress, 0, 0)
      initialized = copyCode == 1 ? 2 * Int(count) : 0
    }
    _ = try context.unwrap(copyCode == 1 ? true : nil, "GEOSCoordSeq_copyToBuffer_r")
    append(interleaved: xy.span)
  }
}
