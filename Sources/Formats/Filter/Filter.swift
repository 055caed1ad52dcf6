/// A condition bound to the columns of a layer.
public struct Filter: Sendable {
  /// True, false, or neither: the logic of SQL.
  ///
  /// The order no < unknown < yes makes AND the least, OR the greatest and NOT the reflection.
  enum Truth: Int8 {
    case no = -1
    case unknown = 0
    case yes = 1

    init(_ isTrue: Bool?) {
      self =
        switch isTrue {
        case true: .yes
        case false: .no
        default: .unknown
        }
    }

    var negated: Truth { Truth(rawValue: -rawValue) ?? .unknown }
  }

  /// A column or a value.
  enum Operand: Sendable {
    case column(Int)
    case value(Value)
  }

  /// A condition with columns in place of fields.
  indirect enum Condition: Sendable {
    case truth(Operand)
    case comparison(Operand, ExpressionComparison, Operand)
    case isNull(Operand)
    case isIn(Operand, [Operand])
    case isLike(Operand, TextPattern)
    case isBetween(Operand, Operand, Operand)
    case not(Condition)
    case all([Condition])
    case any([Condition])
  }

  let root: Condition

  /// Returns for every row whether the condition is true.
  ///
  /// - Parameter batch: Features whose columns match the fields that the condition was bound to.
  /// - Returns: As many values as the batch has rows, for ``FeatureBatch/filtered(_:)``.
  public func matches(_ batch: FeatureBatch) -> [Bool] {
    (0..<batch.count).map { Row(batch: batch, index: $0).truth(of: root) == .yes }
  }
}

extension Filter {
  /// One row, on which a condition is true or not.
  private struct Row {
    let batch: FeatureBatch
    let index: Int

    func truth(of condition: Condition) -> Truth {
      switch condition {
      case .truth(let operand):
        guard case .boolean(let isTrue) = value(of: operand) else { return .unknown }
        return Truth(isTrue)
      case .comparison(let a, let comparison, let b):
        return truth(of: comparison, value(of: a), value(of: b))
      case .isNull(let operand): return Truth(value(of: operand) == .null)
      case .isIn(let operand, let items): return membership(of: value(of: operand), in: items)
      case .isLike(let operand, let pattern):
        guard case .text(let text) = value(of: operand) else { return .unknown }
        return Truth(pattern.matches(text))
      case .isBetween(let operand, let low, let high):
        let value = value(of: operand)
        return least(
          truth(of: .greaterOrEqual, value, self.value(of: low)),
          truth(of: .lessOrEqual, value, self.value(of: high)))
      case .not(let condition): return truth(of: condition).negated
      case .all(let conditions):
        var result = Truth.yes
        for condition in conditions where result != .no {
          result = least(result, truth(of: condition))
        }
        return result
      case .any(let conditions):
        var result = Truth.no
        for condition in conditions where result != .yes {
          result = greatest(result, truth(of: condition))
        }
        return result
      }
    }

    private func value(of operand: Operand) -> Value {
      switch operand {
      case .column(let column): batch.columns[column][index]
      case .value(let value): value
      }
    }

    private func truth(of comparison: ExpressionComparison, _ a: Value, _ b: Value) -> Truth {
      Truth(a.order(to: b).map(comparison.holds(for:)))
    }

    private func membership(of value: Value, in items: [Operand]) -> Truth {
      var result = Truth.no
      for item in items where result != .yes {
        result = greatest(result, truth(of: .equal, value, self.value(of: item)))
      }
      return result
    }

    private func least(_ a: Truth, _ b: Truth) -> Truth { a.rawValue < b.rawValue ? a : b }

    private func greatest(_ a: Truth, _ b: Truth) -> Truth { a.rawValue > b.rawValue ? a : b }
  }
}
