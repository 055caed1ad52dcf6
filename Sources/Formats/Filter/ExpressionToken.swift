/// A word of a condition, and where it stands.
struct ExpressionToken: Equatable {
  /// What it is.
  enum Content: Equatable {
    /// A bare word: a keyword or a field.
    case word(String)
    /// A name in double quotes.
    case name(String)
    case text(String)
    case number(Value)
    /// A comparison, a parenthesis or a comma.
    case symbol(String)
    case end
  }

  let content: Content
  /// The character at which it starts, from 0.
  let position: Int

  /// How messages call it.
  var description: String {
    switch content {
    case .word(let word): word
    case .name(let name): "\"\(name)\""
    case .text(let text): "'\(text)'"
    case .number(let value): value.description
    case .symbol(let symbol): "'\(symbol)'"
    case .end: "the end"
    }
  }
}
