/// A JSON string where it lies in the file, without its quotes.
struct JSONText {
  /// The bytes between the quotes.
  let range: Range<Int>
  /// Whether there are escapes among them.
  let hasEscapes: Bool
}
