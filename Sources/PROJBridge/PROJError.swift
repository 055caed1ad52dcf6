/// A failure reported by PROJ, with the C function that reported it.
package struct PROJError: Error, Equatable, CustomStringConvertible {
  /// The C function that failed.
  package let function: String
  /// What PROJ says of it.
  package let message: String

  /// The function and its message.
  package var description: String { "\(function): \(message)" }
}
