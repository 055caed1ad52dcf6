/// Finds the fields of a condition in a layer and checks that types fit.
struct ExpressionBinder {
  let fields: [Field]
  let source: ExpressionSource

  /// What can be compared with what.
  private enum Family: String {
    case number = "numbers"
    case text = "text"
    case boolean = "truth values"
  }

  /// Binds a condition.
  func bind(_ node: ExpressionNode) throws(FormatError) -> Filter.Condition {
    switch node {
    case .operand(let operand): return try bindCondition(operand)
    case .comparison(let a, let comparison, let b):
      try require(a, b)
      try requireOrder(of: a, b, comparison)
      return .comparison(try bind(a), comparison, try bind(b))
    case .isNull(let operand): return .isNull(try bind(operand))
    case .isIn(let operand, let items):
      for item in items { try require(operand, item) }
      return .isIn(try bind(operand), try items.map { item throws(FormatError) in try bind(item) })
    case .isBetween(let operand, let low, let high):
      try require(operand, low)
      try require(operand, high)
      try requireOrder(of: operand, low, .lessOrEqual)
      return .isBetween(try bind(operand), try bind(low), try bind(high))
    case .isLike(let operand, let pattern, let ignoresCase):
      try requireText(operand)
      return .isLike(
        try bind(operand), TextPattern(pattern, ignoresCase: ignoresCase))
    case .not(let node): return .not(try bind(node))
    case .all(let nodes): return .all(try nodes.map { node throws(FormatError) in try bind(node) })
    case .any(let nodes): return .any(try nodes.map { node throws(FormatError) in try bind(node) })
    }
  }

  private func bindCondition(_ operand: ExpressionOperand) throws(FormatError) -> Filter.Condition {
    let family = try family(of: operand)
    guard family == nil || family == .boolean else {
      throw error(
        "\(try description(of: operand)) is no condition", operand,
        help: "compare it with a value, for instance with = or IS NOT NULL")
    }
    return .truth(try bind(operand))
  }

  private func bind(_ operand: ExpressionOperand) throws(FormatError) -> Filter.Operand {
    switch operand.content {
    case .value(let value): return .value(value)
    case .field(let name): return .column(try index(of: name, operand))
    }
  }

  private func index(of name: String, _ operand: ExpressionOperand) throws(FormatError) -> Int {
    if let index = fields.firstIndex(where: { $0.name == name }) { return index }
    let alike = fields.indices.filter { fields[$0].name.lowercased() == name.lowercased() }
    if let index = alike.first, alike.count == 1 { return index }
    if alike.count > 1 {
      throw error(
        "the field '\(name)' could be \(alike.map { fields[$0].name }.joined(separator: " or "))",
        operand, help: "write the name as the layer does")
    }
    let names = fields.map(\.name)
    let hint = nearest(to: name, in: names).map { "did you mean '\($0)'? " } ?? ""
    throw error(
      "there is no field '\(name)'", operand,
      help: hint
        + (names.isEmpty ? "the layer has no fields" : "fields: \(names.joined(separator: ", "))"))
  }

  /// The family of an operand; nil for null, which goes with all.
  private func family(of operand: ExpressionOperand) throws(FormatError) -> Family? {
    switch operand.content {
    case .value(.null): return nil
    case .value(.integer), .value(.real): return .number
    case .value(.boolean): return .boolean
    case .value(.text): return .text
    case .field(let name):
      switch fields[try index(of: name, operand)].kind {
      case .integer, .real: return .number
      case .boolean: return .boolean
      case .text, .date, .dateTime: return .text
      }
    }
  }

  private func description(of operand: ExpressionOperand) throws(FormatError) -> String {
    switch operand.content {
    case .value(.text(let text)): return "the text '\(text)'"
    case .value(let value): return "the value \(value == .null ? "NULL" : value.description)"
    case .field(let name):
      let field = fields[try index(of: name, operand)]
      return "the field '\(field.name)' (\(field.kind.rawValue))"
    }
  }

  /// Refuses to compare different families.
  private func require(_ a: ExpressionOperand, _ b: ExpressionOperand) throws(FormatError) {
    guard let first = try family(of: a), let second = try family(of: b), first != second else {
      return
    }
    let help =
      switch first {
      case .number: "write a number without quotes"
      case .text: "write text in single quotes"
      case .boolean: "write TRUE or FALSE"
      }
    throw error(
      "\(try description(of: a)) holds \(first.rawValue) and cannot be compared with "
        + (try description(of: b)), b, help: help)
  }

  /// Refuses to order truth values.
  private func requireOrder(
    of a: ExpressionOperand, _ b: ExpressionOperand, _ comparison: ExpressionComparison
  ) throws(FormatError) {
    if comparison == .equal || comparison == .unequal { return }
    let first = try family(of: a)
    let second = try family(of: b)
    guard first == .boolean || second == .boolean else { return }
    throw error("truth values have no order", b, help: "compare them with = or <>")
  }

  private func requireText(_ operand: ExpressionOperand) throws(FormatError) {
    guard let family = try family(of: operand), family != .text else { return }
    throw error(
      "\(try description(of: operand)) holds \(family.rawValue), and LIKE takes text", operand,
      help: "compare it with =, < or BETWEEN")
  }

  private func error(
    _ problem: String, _ operand: ExpressionOperand, help: String
  ) -> FormatError {
    source.error(problem, at: operand.position, help: help)
  }
}
