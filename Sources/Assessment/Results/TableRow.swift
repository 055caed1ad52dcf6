internal import Formats
internal import Permeability

/// One row of a table, by the names of its columns.
struct TableRow: Sendable {
  private let values: [String: Value]

  /// Takes a row of a batch.
  init(_ row: Int, of batch: FeatureBatch) {
    self.init(batch.columns.map(\.field), batch.columns.map { $0[row] })
  }

  /// Takes the values of some columns.
  init(_ fields: [Field], _ values: [Value]) {
    self.values = Dictionary(
      zip(fields.map(\.name), values), uniquingKeysWith: { first, _ in first })
  }

  /// The text of a column; nil where there is none.
  func text(_ name: String) -> String? { values[name]?.filled }

  /// The number in a column; nil where there is none.
  func number(_ name: String) -> Double? {
    switch values[name] {
    case .integer(let number): Double(number)
    case .real(let number): number
    case .null, .boolean, .text, nil: nil
    }
  }

  /// A number with its bounds; nil where any of the three is missing. Rounding may have moved a bound past
  /// the number: it counts as the number then.
  func estimate(_ low: String, _ central: String, _ high: String) -> Estimate? {
    guard let low = number(low), let central = number(central), let high = number(high) else {
      return nil
    }
    return Estimate(low: min(low, central), central: central, high: max(high, central))
  }
}
