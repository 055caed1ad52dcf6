internal import CPROJ

/// The only owner of one `PJ`; keeps its context alive.
final class PROJObject {
  let context: PROJContext
  let pointer: OpaquePointer

  init(context: PROJContext, pointer: OpaquePointer) {
    self.context = context
    self.pointer = pointer
  }

  deinit { proj_destroy(pointer) }

  /// The name in the database or in the definition.
  var name: String { proj_get_name(pointer).map { String(cString: $0) } ?? "unnamed" }

  /// The authority and code that the object carries, for instance `EPSG:32640`.
  var authorityCode: String? {
    guard let authority = proj_get_id_auth_name(pointer, 0), let code = proj_get_id_code(pointer, 0)
    else { return nil }
    return "\(String(cString: authority)):\(String(cString: code))"
  }

  /// Whether the other defines the same places, in whatever order of axes.
  func isEquivalent(to other: PROJObject) -> Bool {
    proj_is_equivalent_to_with_ctx(
      context.handle, pointer, other.pointer,
      PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) == 1
  }
}
