internal import CGEOS

/// A geometry with the indexes of GEOS, for many predicates against it; owns its geometry.
///
/// Prepare once per task and query often; GEOS builds the indexes lazily and unlocked, so that
/// sharing one between tasks is a race.
package struct GEOSPrepared: ~Copyable {
  /// The geometry that is prepared.
  package let base: GEOSHandle
  private let pointer: OpaquePointer

  /// Prepares a geometry (`GEOSPrepare_r`).
  package init(_ base: consuming GEOSHandle) throws(GEOSError) {
    let context = base.context
    pointer = try context.unwrap(GEOSPrepare_r(context.handle, base.pointer), "GEOSPrepare_r")
    self.base = base
  }

  // The fields are destroyed after this, so that the base outlives what is built on it.
  deinit { GEOSPreparedGeom_destroy_r(base.context.handle, pointer) }

  /// Whether the two share at least one position (`GEOSPreparedIntersects_r`).
  package func intersects(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try base.context.unwrap(
      predicate: GEOSPreparedIntersects_r(base.context.handle, pointer, other.pointer),
      "GEOSPreparedIntersects_r")
  }

  /// Whether no position of the other lies outside and some lies inside
  /// (`GEOSPreparedContains_r`).
  package func contains(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try base.context.unwrap(
      predicate: GEOSPreparedContains_r(base.context.handle, pointer, other.pointer),
      "GEOSPreparedContains_r")
  }

  /// Whether no position of the other lies outside (`GEOSPreparedCovers_r`).
  package func covers(_ other: borrowing GEOSHandle) throws(GEOSError) -> Bool {
    try base.context.unwrap(
      predicate: GEOSPreparedCovers_r(base.context.handle, pointer, other.pointer),
      "GEOSPreparedCovers_r")
  }
}
