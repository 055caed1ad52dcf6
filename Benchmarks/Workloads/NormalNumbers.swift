import Foundation
import TestSupport

/// Seeded random numbers of the shapes that the workloads need.
struct NormalNumbers {
  /// The source of all numbers.
  var generator: SeededGenerator

  /// Starts the sequence of a seed.
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Returns a number in a range, all equally likely.
  mutating func uniform(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  /// Returns a whole number in a range, all equally likely.
  mutating func uniform(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }

  /// Returns a number of the normal distribution with mean 0 and deviation 1 (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot()
    return radius * cos(uniform(0...2 * .pi))
  }

  /// Returns a number of the exponential distribution.
  mutating func exponential(mean: Double) -> Double {
    -mean * log(1 - Double.random(in: 0..<1, using: &generator))
  }

  /// Returns a number of the gamma distribution of shape 1½: an exponential number and half a
  /// squared normal one.
  mutating func gamma(scale: Double) -> Double {
    let number = normal()
    return exponential(mean: scale) + scale * number * number / 2
  }
}
