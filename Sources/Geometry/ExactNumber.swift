/// A number that is added, subtracted and multiplied without rounding.
protocol ExactNumber {
  /// The exact difference of two doubles.
  init(_ a: Double, minus b: Double)

  /// −1, 0 or 1.
  var sign: Int { get }

  /// The exact negative.
  static prefix func - (a: Self) -> Self

  /// The exact sum.
  static func + (a: Self, b: Self) -> Self

  /// The exact product.
  static func * (a: Self, b: Self) -> Self

  /// Returns a / (a + b), but for the last bits, for two numbers that are not negative nor both 0.
  static func share(of a: Self, beside b: Self) -> Double
}

extension ExactNumber {
  /// The exact difference.
  static func - (a: Self, b: Self) -> Self { a + -b }
}
