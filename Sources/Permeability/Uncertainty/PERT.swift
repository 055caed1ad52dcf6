internal import Foundation
public import Geometry

/// The PERT distribution of a number with bounds: a Beta distribution stretched over them.
///
///     α = 1 + 4 (c − l) / (h − l),  β = 1 + 4 (h − c) / (h − l),  θ = l + (h − l) · Beta(α, β)
///
/// Its mean is (l + 4 c + h) / 6. Where l = h it is constant.
public struct PERT: Sendable, Hashable {
  /// The bounds and the mode.
  public let estimate: Estimate
  /// Whether it is drawn on the scale of logarithms.
  public let isLogarithmic: Bool

  /// Makes the distribution of an estimate; on the logarithmic scale `low` must be above 0.
  public init(_ estimate: Estimate, isLogarithmic: Bool = false) {
    self.estimate = estimate
    self.isLogarithmic = isLogarithmic && estimate.low > 0
  }

  /// Draws a number.
  public func draw(using random: inout SeededGenerator) -> Double {
    if estimate.low == estimate.high { return estimate.low }
    let (low, central, high) =
      isLogarithmic
      ? (log(estimate.low), log(estimate.central), log(estimate.high))
      : (estimate.low, estimate.central, estimate.high)
    let a = gamma(1 + 4 * (central - low) / (high - low), using: &random)
    let b = gamma(1 + 4 * (high - central) / (high - low), using: &random)
    let value = low + (high - low) * a / (a + b)
    return min(max(isLogarithmic ? exp(value) : value, estimate.low), estimate.high)
  }

  /// A Gamma variate of unit scale, for shapes of 1 and more.
  ///
  /// - SeeAlso: Marsaglia & Tsang (2000), *ACM Transactions on Mathematical Software* 26:363–372.
  private func gamma(_ shape: Double, using random: inout SeededGenerator) -> Double {
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(using: &random)
      let v = 1 + c * x
      if v <= 0 { continue }
      let cube = v * v * v
      let u = Double.random(in: Double.leastNormalMagnitude..<1, using: &random)
      if log(u) < 0.5 * x * x + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  /// A standard normal variate (Box and Muller).
  private func normal(using random: inout SeededGenerator) -> Double {
    let u = Double.random(in: Double.leastNormalMagnitude..<1, using: &random)
    let v = Double.random(in: 0..<1, using: &random)
    return (-2 * log(u)).squareRoot() * cos(2 * Double.pi * v)
  }
}
