internal import CGEOS
package import Geometry

/// Why and where a geometry breaks the rules of the OGC.
package struct Invalidity: Equatable, Sendable {
  /// The rule, in the words of GEOS, for instance `Self-intersection`.
  package let reason: String
  /// One place where it is broken.
  package let location: Position?
}

extension GEOSHandle {
  /// Returns what is invalid, or nil for a valid geometry (`GEOSisValidDetail_r`).
  package func invalidity() throws(GEOSError) -> Invalidity? {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = GEOSisValidDetail_r(context.handle, pointer, 0, &reason, &location)
    defer {
      if let reason { GEOSFree_r(context.handle, reason) }
      if let location { GEOSGeom_destroy_r(context.handle, location) }
    }
    if try context.unwrap(predicate: answer, "GEOSisValidDetail_r") { return nil }
    return Invalidity(
      reason: reason.map { String(cString: $0) } ?? "unknown",
      location: location.flatMap(context.position))
  }

  /// Returns a valid geometry by the structure method, in which holes and shells keep their
  /// meaning; what collapses to a line or point is left out (`GEOSMakeValidWithParams_r`).
  package func madeValid() throws(GEOSError) -> GEOSHandle {
    let parameters = try context.unwrap(
      GEOSMakeValidParams_create_r(context.handle), "GEOSMakeValidParams_create_r")
    defer { GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    _ = GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
    _ = GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0)
    return try context.adopt(
      GEOSMakeValidWithParams_r(context.handle, pointer, parameters), "GEOSMakeValidWithParams_r")
  }
}

extension GEOSContext {
  /// Returns where a point lies, or nil for an empty one.
  fileprivate func position(of point: OpaquePointer) -> Position? {
    var position = Position(.nan, .nan)
    guard GEOSGeomGetX_r(handle, point, &position.x) == 1,
      GEOSGeomGetY_r(handle, point, &position.y) == 1
    else { return nil }
    return position
  }
}
