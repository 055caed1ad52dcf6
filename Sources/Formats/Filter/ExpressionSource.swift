/// The text of a condition, and what it is called where the user wrote it.
struct ExpressionSource: Sendable, Equatable {
  /// The condition as it was written.
  let text: String
  /// For instance `--lines-where`, or `the condition`.
  let name: String

  /// Marks a place in the condition with a caret.
  func error(_ problem: String, at position: Int, help: String) -> FormatError {
    let line = String(text.map { $0.isWhitespace ? " " : $0 })
    let mark = String(repeating: " ", count: position) + "^"
    return FormatError(
      .usage, "in \(name), character \(position + 1): \(problem)\n   \(line)\n   \(mark)",
      help: help)
  }
}
