/// Where and why bytes are not the JSON that was expected.
struct JSONFault: Error {
  /// The byte at which it was noticed.
  let offset: Int
  /// What was expected or found.
  let reason: String
}
