internal import CPROJ

/// One PROJ context, which logs nothing and never asks the network. Not `Sendable`.
final class PROJContext {
  let handle: OpaquePointer?
  private var lastMessage: String?

  init() {
    handle = proj_context_create()
    proj_context_set_enable_network(handle, 0)
    // `+init=epsg:4326` is still what many old files say.
    proj_context_use_proj4_init_rules(handle, 1)
    let onMessage: PJ_LOG_FUNCTION = { this, level, message in
      guard let message, let this, level == PJ_LOG_ERROR.rawValue else { return }
      let context = Unmanaged<PROJContext>.fromOpaque(this).takeUnretainedValue()
      context.lastMessage = String(cString: message)
    }
    proj_log_func(handle, Unmanaged.passUnretained(self).toOpaque(), onMessage)
  }

  deinit { proj_context_destroy(handle) }

  /// The one door through which a C result becomes a value or an error.
  func unwrap<Value>(_ value: Value?, _ function: String) throws(PROJError) -> Value {
    defer { lastMessage = nil }
    if let value { return value }
    throw PROJError(function: function, message: reason(for: function))
  }

  /// Takes ownership of an object that a C function made.
  func adopt(_ pointer: OpaquePointer?, _ function: String) throws(PROJError) -> PROJObject {
    PROJObject(context: self, pointer: try unwrap(pointer, function))
  }

  /// What PROJ logged, without the name of the function that it starts with.
  private func reason(for function: String) -> String {
    guard let lastMessage else {
      let text = proj_context_errno_string(handle, proj_context_errno(handle))
      return text.map { String(cString: $0) } ?? "no message"
    }
    let prefix = "\(function): "
    return lastMessage.hasPrefix(prefix)
      ? String(lastMessage.dropFirst(prefix.count)) : lastMessage
  }
}

/// The versions of PROJ and of its database.
package enum PROJVersion {
  /// The version of the library in use, for instance `9.1.1`.
  package static var library: String { String(cString: proj_info().version) }

  /// The version of the EPSG registry in the database, or nil where `proj.db` is not found.
  package static var database: String? {
    let context = PROJContext()
    return proj_context_get_database_metadata(context.handle, "EPSG.VERSION")
      .map { String(cString: $0) }
  }
}
