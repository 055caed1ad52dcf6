internal import CGEOS

/// One reentrant GEOS context, which logs nothing. Not `Sendable`: make one per chunk of work
/// (35 ns), never share it between tasks.
package final class GEOSContext {
  let handle: GEOSContextHandle_t
  private var lastMessage: String?

  /// The version of the GEOS library in use, for instance `3.11.1-CAPI-1.17.1`.
  package static var version: String { String(cString: GEOSversion()) }

  /// Creates a context.
  package init() {
    handle = GEOS_init_r()  // traps when out of memory
    let onError: GEOSMessageHandler_r = { message, this in
      guard let message, let this else { return }
      let context = Unmanaged<GEOSContext>.fromOpaque(this).takeUnretainedValue()
      context.lastMessage = String(cString: message)
    }
    GEOSContext_setErrorMessageHandler_r(
      handle, onError, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// The one door through which a C result becomes a value or an error.
  func unwrap<Value>(_ value: Value?, _ function: String) throws(GEOSError) -> Value {
    defer { lastMessage = nil }
    if let value { return value }
    throw GEOSError(function: function, message: lastMessage ?? "no message")
  }

  /// Turns the answer of a predicate into a truth value; 2 means exception.
  func unwrap(predicate answer: CChar, _ function: String) throws(GEOSError) -> Bool {
    try unwrap(answer == 2 ? nil : answer == 1, function)
  }

  /// Takes ownership of a geometry that a C function made.
  func adopt(_ pointer: OpaquePointer?, _ function: String) throws(GEOSError) -> GEOSHandle {
    GEOSHandle(context: self, pointer: try unwrap(pointer, function))
  }
}
