internal import CGEOS
package import Geometry

extension GEOSHandle {
  /// Returns the union of all parts, in which lines are noded (`GEOSUnaryUnion_r`).
  package func unaryUnion() throws(GEOSError) -> GEOSHandle {
    try context.adopt(GEOSUnaryUnion_r(context.handle, pointer), "GEOSUnaryUnion_r")
  }

  /// Returns what either covers (`GEOSUnion_r`).
  package func union(_ other: borrowing GEOSHandle) throws(GEOSError) -> GEOSHandle {
    try context.adopt(GEOSUnion_r(context.handle, pointer, other.pointer), "GEOSUnion_r")
  }

  /// Returns what both cover (`GEOSIntersection_r`).
  package func intersection(_ other: borrowing GEOSHandle) throws(GEOSError) -> GEOSHandle {
    try context.adopt(
      GEOSIntersection_r(context.handle, pointer, other.pointer), "GEOSIntersection_r")
  }

  /// Returns what lies in a box, much faster than ``intersection(_:)`` but without its care: what
  /// touches an edge of the box may come out invalid (`GEOSClipByRect_r`).
  package func clipped(to box: Box) throws(GEOSError) -> GEOSHandle {
    try context.adopt(
      GEOSClipByRect_r(context.handle, pointer, box.minX, box.minY, box.maxX, box.maxY),
      "GEOSClipByRect_r")
  }

  /// Returns what this covers and the other does not (`GEOSDifference_r`).
  package func difference(_ other: borrowing GEOSHandle) throws(GEOSError) -> GEOSHandle {
    try context.adopt(
      GEOSDifference_r(context.handle, pointer, other.pointer), "GEOSDifference_r")
  }

  /// Returns the rings of polygons, or the ends of lines (`GEOSBoundary_r`).
  package func boundary() throws(GEOSError) -> GEOSHandle {
    try context.adopt(GEOSBoundary_r(context.handle, pointer), "GEOSBoundary_r")
  }

  /// Returns the places within a distance in the plane, with round ends and corners
  /// (`GEOSBuffer_r`).
  ///
  /// - Parameters:
  ///   - distance: In units of the coordinates; negative shrinks polygons.
  ///   - quadrantSegments: The number of edges that stand for a quarter of a circle.
  /// - Returns: A polygon or multi-polygon, empty where nothing is left.
  /// - Throws: When GEOS cannot compute it.
  package func buffer(
    distance: Double, quadrantSegments: Int = 16
  ) throws(GEOSError) -> GEOSHandle {
    try context.adopt(
      GEOSBuffer_r(context.handle, pointer, distance, Int32(clamping: quadrantSegments)),
      "GEOSBuffer_r")
  }

  /// Returns the polygons whose edges are noded lines, as a collection (`GEOSPolygonize_r`).
  ///
  /// Node the lines first with ``unaryUnion()``.
  package func polygonized() throws(GEOSError) -> GEOSHandle {
    var lines: OpaquePointer? = pointer
    return try context.adopt(GEOSPolygonize_r(context.handle, &lines, 1), "GEOSPolygonize_r")
  }

  /// Returns the centre of gravity in the plane (`GEOSGetCentroid_r`).
  package func centroid() throws(GEOSError) -> GEOSHandle {
    try context.adopt(GEOSGetCentroid_r(context.handle, pointer), "GEOSGetCentroid_r")
  }

  /// Returns a point that certainly lies in the geometry (`GEOSPointOnSurface_r`).
  package func pointOnSurface() throws(GEOSError) -> GEOSHandle {
    try context.adopt(GEOSPointOnSurface_r(context.handle, pointer), "GEOSPointOnSurface_r")
  }

  /// Whether a line meets itself nowhere but at its ends (`GEOSisSimple_r`).
  package var isSimple: Bool {
    get throws(GEOSError) {
      try context.unwrap(predicate: GEOSisSimple_r(context.handle, pointer), "GEOSisSimple_r")
    }
  }

  /// Whether the two share at least one position (`GEOSIntersects_r`).
  package func intersects(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try context.unwrap(
      predicate: GEOSIntersects_r(context.handle, pointer, other.pointer), "GEOSIntersects_r")
  }

  /// Whether no position of the other lies outside and some lies inside (`GEOSContains_r`).
  package func contains(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try context.unwrap(
      predicate: GEOSContains_r(context.handle, pointer, other.pointer), "GEOSContains_r")
  }

  /// Whether no position of the other lies outside (`GEOSCovers_r`).
  package func covers(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try context.unwrap(
      predicate: GEOSCovers_r(context.handle, pointer, other.pointer), "GEOSCovers_r")
  }

  /// Whether the two cover the same positions, however they are drawn (`GEOSEquals_r`).
  package func equals(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try context.unwrap(
      predicate: GEOSEquals_r(context.handle, pointer, other.pointer), "GEOSEquals_r")
  }
}
