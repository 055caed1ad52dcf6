/// A number with its bounds.
public struct Estimate: Sendable, Hashable {
  /// The lower bound.
  public let low: Double
  /// The value to use where one number is wanted.
  public let central: Double
  /// The upper bound.
  public let high: Double

  /// Makes an estimate; nil unless low ≤ central ≤ high and all are finite.
  public init?(low: Double, central: Double, high: Double) {
    guard low <= central, central <= high, low.isFinite, high.isFinite else { return nil }
    (self.low, self.central, self.high) = (low, central, high)
  }

  /// A number that is known.
  public init(_ value: Double) { (low, central, high) = (value, value, value) }

  init(unchecked low: Double, _ central: Double, _ high: Double) {
    (self.low, self.central, self.high) = (low, central, high)
  }
}
