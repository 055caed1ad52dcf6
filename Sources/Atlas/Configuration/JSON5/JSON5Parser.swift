internal import Formats

/// Reads JSON5 1.0.0 (https://spec.json5.org): JSON with comments, names without quotes, text in
/// single quotes and commas behind the last item.
///
/// Written by hand because `JSONDecoder` says neither in which line a text is broken nor that a name
/// stands twice in an object, loses the order of names, and ends the process at `1e-`.
struct JSON5Parser {
  /// What the text is called in messages.
  let name: String
  let scalars: [Unicode.Scalar]
  var offset = 0
  /// The line of the next character, from 1.
  private(set) var line = 1
  private var lineStart = 0
  private var depth = 0

  /// The deepest nesting of lists and objects that is followed.
  static let depthLimit = 64

  private init(_ text: String, name: String) {
    scalars = Array(text.unicodeScalars)
    self.name = name
  }

  /// Reads a text that holds one value.
  ///
  /// - Throws: `badData`, with line and column, for a text that is no JSON5, and for an object with
  ///   two members of one name.
  static func parse(_ text: String, name: String) throws(FormatError) -> JSON5Value {
    var parser = JSON5Parser(text, name: name)
    try parser.skipSpace()
    let value = try parser.value()
    try parser.skipSpace()
    if parser.peek != nil { throw parser.unexpected("the end of the text") }
    return value
  }

  /// The next character, nil at the end.
  var peek: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  /// Steps over the next character and counts lines.
  mutating func step() {
    let isNewline =
      scalars[offset] == "\n"
      || scalars[offset] == "\r" && (offset + 1 == scalars.count || scalars[offset + 1] != "\n")
    offset += 1
    if isNewline { (line, lineStart) = (line + 1, offset) }
  }

  /// Steps over `word` if it comes next.
  mutating func take(_ word: String) -> Bool {
    guard scalars[offset...].starts(with: word.unicodeScalars) else { return false }
    for _ in word.unicodeScalars { step() }
    return true
  }

  /// Says that something else was expected at the next character.
  func unexpected(_ expected: String) -> FormatError {
    fault("expected \(expected), found \(peek.map(Self.shown) ?? "the end of the text")")
  }

  /// Describes what is wrong at the next character.
  func fault(
    _ problem: String, help: String = "the text is JSON5: correct it there or in the line before"
  ) -> FormatError {
    FormatError(
      .badData, "\(name), line \(line), column \(offset - lineStart + 1): \(problem)", help: help)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n", "\r": "the end of the line"
    case "\t": "a tab"
    default: "'\(scalar)'"
    }
  }
}

// MARK: - Space and comments

extension JSON5Parser {
  /// Steps over white space and comments.
  mutating func skipSpace() throws(FormatError) {
    while let scalar = peek {
      if scalar.isJSON5Space {
        step()
      } else if take("//") {
        while let scalar = peek, !scalar.endsLine { step() }
      } else if scalar == "/" {
        try skipBlockComment()
      } else {
        return
      }
    }
  }

  private mutating func skipBlockComment() throws(FormatError) {
    let opening = fault("a comment is opened and never closed", help: "close it with */")
    guard take("/*") else { throw unexpected("a value or a comment") }
    while !take("*/") {
      guard peek != nil else { throw opening }
      step()
    }
  }
}

// MARK: - Values

extension JSON5Parser {
  private mutating func value() throws(FormatError) -> JSON5Value {
    let start = line
    return JSON5Value(line: start, content: try content())
  }

  private mutating func content() throws(FormatError) -> JSON5Value.Content {
    switch peek {
    case "{": return .object(try object())
    case "[": return .list(try list())
    case "\"", "'": return .text(try string())
    case let scalar? where scalar.isJSON5NameStart: return try word()
    case let scalar? where scalar.startsJSON5Number: return .number(try number())
    default: throw unexpected("a value")
    }
  }

  private mutating func word() throws(FormatError) -> JSON5Value.Content {
    let place = self
    switch try identifier() {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "Infinity": return .number(.infinity)
    case "NaN": return .number(.nan)
    case let word:
      throw place.fault("'\(word)' is no value", help: "text stands in quotes: \"\(word)\"")
    }
  }

  private mutating func list() throws(FormatError) -> [JSON5Value] {
    var values: [JSON5Value] = []
    try items(closing: "]") { parser throws(FormatError) in values.append(try parser.value()) }
    return values
  }

  private mutating func object() throws(FormatError) -> [JSON5Member] {
    var members: [JSON5Member] = []
    var lines: [String: Int] = [:]
    try items(closing: "}") { parser throws(FormatError) in
      let place = parser
      let name = try parser.memberName()
      if let first = lines.updateValue(place.line, forKey: name) {
        throw place.fault(
          "'\(name)' stands twice in one object, first in line \(first)", help: "keep one of them")
      }
      try parser.skipSpace()
      guard parser.take(":") else { throw parser.unexpected("':' behind '\(name)'") }
      try parser.skipSpace()
      members.append(JSON5Member(name: name, line: place.line, value: try parser.value()))
    }
    return members
  }

  /// Steps over what stands between brackets, with commas between and perhaps behind it.
  private mutating func items(
    closing: Unicode.Scalar, _ item: (inout JSON5Parser) throws(FormatError) -> Void
  ) throws(FormatError) {
    guard depth < Self.depthLimit else {
      throw fault("lists and objects are nested more than \(Self.depthLimit) deep")
    }
    depth += 1
    step()
    try skipSpace()
    while peek != closing {
      try item(&self)
      try skipSpace()
      if peek == closing { break }
      guard take(",") else { throw unexpected("',' or '\(closing)'") }
      try skipSpace()
    }
    step()
    depth -= 1
  }
}
