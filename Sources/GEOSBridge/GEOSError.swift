/// A failure reported by GEOS, with the C function that reported it.
package struct GEOSError: Error, Equatable, CustomStringConvertible {
  /// The C function that failed.
  package let function: String
  /// What GEOS says of it.
  package let message: String

  /// The function and its message.
  package var description: String { "\(function): \(message)" }
}
