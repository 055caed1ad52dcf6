/// A value of a JSON5 text, and where it stands in it.
struct JSON5Value: Sendable {
  /// What the value is.
  enum Content: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSON5Value])
    case object([JSON5Member])
  }

  /// The line of its first character, from 1.
  let line: Int
  let content: Content
}

/// A name and a value of an object, in the order of the text.
struct JSON5Member: Sendable {
  let name: String
  /// The line of the name, from 1.
  let line: Int
  let value: JSON5Value
}
