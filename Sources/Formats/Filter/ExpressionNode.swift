/// A condition as it was parsed, with the names of fields.
indirect enum ExpressionNode: Sendable, Equatable {
  case operand(ExpressionOperand)
  case comparison(ExpressionOperand, ExpressionComparison, ExpressionOperand)
  case isNull(ExpressionOperand)
  case isIn(ExpressionOperand, [ExpressionOperand])
  case isLike(ExpressionOperand, pattern: String, ignoresCase: Bool)
  case isBetween(ExpressionOperand, ExpressionOperand, ExpressionOperand)
  case not(ExpressionNode)
  case all([ExpressionNode])
  case any([ExpressionNode])
}

/// A field or a value, and where it stands.
struct ExpressionOperand: Sendable, Equatable {
  /// What it is.
  enum Content: Sendable, Equatable {
    case field(String)
    case value(Value)
  }

  let content: Content
  /// The character at which it starts, from 0.
  let position: Int
}

/// How two values are compared.
enum ExpressionComparison: Sendable, Equatable {
  case equal, unequal, less, lessOrEqual, greater, greaterOrEqual

  /// Whether it holds for two values that are ordered as `order` says: negative, 0 or positive.
  func holds(for order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .unequal: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }
}
