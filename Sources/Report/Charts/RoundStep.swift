/// A round length: 1, 2 or 5 times a power of ten.
struct RoundStep {
  /// The length.
  let value: Double
  /// The digits after the point that it needs.
  let decimals: Int

  /// Finds the longest round length that is not above `most`, a positive number.
  init(atMost most: Double) {
    precondition(most > 0 && most.isFinite, "a round length is positive")
    var (power, decimals) = (1.0, 0)
    while power > most {
      power /= 10
      decimals += 1
    }
    while power * 10 <= most { power *= 10 }
    value = power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1)
    self.decimals = decimals
  }

  /// The multiples of the length from `start` through `end`.
  func multiples(from start: Double, through end: Double) -> [Double] {
    // The last place of a range is there in spite of rounding.
    let slack = 1e-9
    let (first, last) = ((start / value - slack).rounded(.up), (end / value + slack).rounded(.down))
    return first <= last ? stride(from: first, through: last, by: 1).map { $0 * value } : []
  }
}
