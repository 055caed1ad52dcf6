/// Turns the words of a condition into a tree.
struct ExpressionParser {
  private let source: ExpressionSource
  private let tokens: [ExpressionToken]
  private var next = 0
  private var depth = 0

  private static let depthLimit = 100
  private static let keywords: Set<String> = [
    "AND", "OR", "NOT", "IN", "LIKE", "ILIKE", "BETWEEN", "IS", "NULL", "TRUE", "FALSE",
  ]

  private init(_ source: ExpressionSource) throws(FormatError) {
    self.source = source
    tokens = try ExpressionLexer.tokens(of: source)
  }

  /// Parses a whole condition.
  static func parse(_ source: ExpressionSource) throws(FormatError) -> ExpressionNode {
    var parser = try ExpressionParser(source)
    let node = try parser.disjunction()
    guard parser.peek.content == .end else { throw parser.unexpected("AND, OR or the end") }
    return node
  }

  private var peek: ExpressionToken { tokens[next] }

  /// The next word in capitals, if it is a keyword.
  private var keyword: String? {
    guard case .word(let word) = peek.content else { return nil }
    let capitals = word.uppercased()
    return Self.keywords.contains(capitals) ? capitals : nil
  }

  private mutating func accept(_ word: String) -> Bool {
    guard keyword == word else { return false }
    next += 1
    return true
  }

  private mutating func accept(symbol: String) -> Bool {
    guard peek.content == .symbol(symbol) else { return false }
    next += 1
    return true
  }

  private func unexpected(_ expected: String) -> FormatError {
    source.error(
      "expected \(expected), found \(peek.description)", at: peek.position,
      help: "a condition looks like: class = 'rail' AND height > 1.5")
  }

  private mutating func disjunction() throws(FormatError) -> ExpressionNode {
    var terms = [try conjunction()]
    while accept("OR") { terms.append(try conjunction()) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func conjunction() throws(FormatError) -> ExpressionNode {
    var terms = [try negation()]
    while accept("AND") { terms.append(try negation()) }
    return terms.count == 1 ? terms[0] : .all(terms)
  }

  private mutating func negation() throws(FormatError) -> ExpressionNode {
    var isNegated = false
    while accept("NOT") { isNegated.toggle() }
    let node = try predicate()
    return isNegated ? .not(node) : node
  }

  private mutating func predicate() throws(FormatError) -> ExpressionNode {
    let node = try primary()
    guard case .operand(let operand) = node else { return node }
    if let comparison = acceptComparison() {
      return .comparison(operand, comparison, try self.operand())
    }
    if accept("IS") {
      let isNegated = accept("NOT")
      guard accept("NULL") else { throw unexpected("NULL") }
      return isNegated ? .not(.isNull(operand)) : .isNull(operand)
    }
    let isNegated = accept("NOT")
    guard let test = try test(of: operand) else {
      if isNegated { throw unexpected("IN, LIKE or BETWEEN") }
      return node
    }
    return isNegated ? .not(test) : test
  }

  /// Parses what follows a field and an optional NOT; nil if nothing does.
  private mutating func test(of operand: ExpressionOperand) throws(FormatError) -> ExpressionNode? {
    if accept("IN") { return .isIn(operand, try list()) }
    if accept("BETWEEN") {
      let low = try self.operand()
      guard accept("AND") else { throw unexpected("AND") }
      return .isBetween(operand, low, try self.operand())
    }
    let ignoresCase = keyword == "ILIKE"
    guard ignoresCase || keyword == "LIKE" else { return nil }
    next += 1
    guard case .text(let pattern) = peek.content else { throw unexpected("a pattern in quotes") }
    next += 1
    return .isLike(operand, pattern: pattern, ignoresCase: ignoresCase)
  }

  private mutating func list() throws(FormatError) -> [ExpressionOperand] {
    guard accept(symbol: "(") else { throw unexpected("'('") }
    var items: [ExpressionOperand] = []
    repeat { items.append(try operand()) } while accept(symbol: ",")
    guard accept(symbol: ")") else { throw unexpected("',' or ')'") }
    return items
  }

  private mutating func acceptComparison() -> ExpressionComparison? {
    guard case .symbol(let symbol) = peek.content else { return nil }
    let comparison: ExpressionComparison
    switch symbol {
    case "=", "==": comparison = .equal
    case "<>", "!=": comparison = .unequal
    case "<": comparison = .less
    case "<=": comparison = .lessOrEqual
    case ">": comparison = .greater
    case ">=": comparison = .greaterOrEqual
    default: return nil
    }
    next += 1
    return comparison
  }

  private mutating func primary() throws(FormatError) -> ExpressionNode {
    guard accept(symbol: "(") else { return .operand(try operand()) }
    depth += 1
    guard depth <= Self.depthLimit else {
      throw source.error(
        "parentheses are nested more than \(Self.depthLimit) deep", at: peek.position,
        help: "write the condition with fewer of them")
    }
    let node = try disjunction()
    guard accept(symbol: ")") else { throw unexpected("')'") }
    depth -= 1
    return node
  }

  private mutating func operand() throws(FormatError) -> ExpressionOperand {
    let content: ExpressionOperand.Content
    switch peek.content {
    case .text(let text): content = .value(.text(text))
    case .number(let value): content = .value(value)
    case .name(let name): content = .field(name)
    case .word(let word):
      switch keyword {
      case nil: content = .field(word)
      case "TRUE": content = .value(.boolean(true))
      case "FALSE": content = .value(.boolean(false))
      case "NULL": content = .value(.null)
      default: throw unexpected("a field or a value")
      }
    case .symbol, .end: throw unexpected("a field or a value")
    }
    defer { next += 1 }
    return ExpressionOperand(content: content, position: peek.position)
  }
}
