/// A failure reported by GDAL: what was tried, and the messages GDAL gave meanwhile.
package struct GDALError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried, as a C function or a step.
  package let step: String
  /// What GDAL said, first message first; empty when it said nothing.
  package let messages: [String]

  /// Describes a failure.
  package init(step: String, messages: [String]) {
    self.step = step
    self.messages = messages
  }

  /// What GDAL said, in one line.
  package var description: String {
    messages.isEmpty ? "\(step) failed without a message" : messages.joined(separator: "; ")
  }
}
