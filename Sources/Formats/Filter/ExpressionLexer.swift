/// Splits a condition into words.
struct ExpressionLexer {
  private let source: ExpressionSource
  private let characters: [Character]
  private var next = 0

  init(_ source: ExpressionSource) {
    self.source = source
    characters = Array(source.text)
  }

  /// Returns all words, the end last.
  static func tokens(of source: ExpressionSource) throws(FormatError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(source)
    var tokens: [ExpressionToken] = []
    repeat { tokens.append(try lexer.token()) } while tokens.last?.content != .end
    return tokens
  }

  private var peek: Character? { next < characters.count ? characters[next] : nil }

  private mutating func token() throws(FormatError) -> ExpressionToken {
    while let character = peek, character.isWhitespace { next += 1 }
    let start = next
    return ExpressionToken(content: try content(), position: start)
  }

  private mutating func content() throws(FormatError) -> ExpressionToken.Content {
    guard let character = peek else { return .end }
    switch character {
    case "'": return .text(try quoted("'"))
    case "\"": return .name(try quoted("\""))
    case "0"..."9", ".", "-", "+": return try number()
    case "(", ")", ",", "=", "<", ">", "!": return try symbol()
    default:
      guard character.isLetter || character == "_" else {
        throw unexpected(character)
      }
      return .word(take { $0.isLetter || $0.isNumber || $0 == "_" || $0.isMark })
    }
  }

  private mutating func take(while isPart: (Character) -> Bool) -> String {
    let start = next
    while let character = peek, isPart(character) { next += 1 }
    return String(characters[start..<next])
  }

  /// Reads text up to the closing quote; a quote inside is written twice.
  private mutating func quoted(_ quote: Character) throws(FormatError) -> String {
    let start = next
    var content = ""
    next += 1
    while let character = peek {
      next += 1
      if character == quote {
        guard peek == quote else { return content }
        next += 1
      }
      content.append(character)
    }
    throw source.error(
      "the quote is never closed", at: start,
      help: quote == "'" ? "close it; a quote inside text is written ''" : "close the name")
  }

  private mutating func number() throws(FormatError) -> ExpressionToken.Content {
    let start = next
    var last: Character = " "
    let digits = take { character in
      defer { last = character }
      let isSign = character == "-" || character == "+"
      return ("0"..."9").contains(character) || character == "." || character == "e"
        || character == "E" || isSign && (last == " " || last == "e" || last == "E")
    }
    if let whole = Int64(digits) { return .number(.integer(whole)) }
    guard let number = Double(digits), number.isFinite else {
      throw source.error(
        "'\(digits)' is no number", at: start,
        help: "write numbers like -12, 3.5 or 1e-3")
    }
    return .number(.real(number))
  }

  private mutating func symbol() throws(FormatError) -> ExpressionToken.Content {
    for symbol in ["==", "!=", "<>", "<=", ">=", "(", ")", ",", "=", "<", ">"]
    where characters[next...].starts(with: symbol) {
      next += symbol.count
      return .symbol(symbol)
    }
    throw unexpected(characters[next])
  }

  private func unexpected(_ character: Character) -> FormatError {
    source.error(
      "unexpected '\(character)'", at: next,
      help: "text stands in single quotes, names with other signs in double quotes")
  }
}

extension Character {
  /// Whether it is a combining mark that stands alone.
  fileprivate var isMark: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .nonspacingMark }
  }
}
