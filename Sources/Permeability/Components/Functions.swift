internal import Foundation

/// 1 / (1 + e⁻ᶻ); 0 and 1 far out, never outside.
func logistic(_ z: Double) -> Double { 1 / (1 + exp(-z)) }

/// Keeps a probability a probability.
func probability(_ p: Double) -> Double { min(max(p, 0), 1) }

/// The share that still accepts a flow of vehicles or trains:
///
///     1 / (1 + (T / T50)^(k / ln 10))
///
/// a logistic in log₁₀ T with slope k: 1 without traffic, ½ at T50.
func acceptance(of flow: Double, half: Double, slope: Double) -> Double {
  if flow <= 0 { return 1 }
  return 1 / (1 + pow(flow / half, slope / log(10)))
}

/// Combines two or three obstacles that must all be passed, as ``bundled(_:dependence:)`` does.
func bundled(_ a: Double, _ b: Double, _ c: Double = 1, dependence gamma: Double) -> Double {
  let least = min(a, b, c)
  let rest = least == a ? b * c : (least == b ? a * c : a * b)
  return gamma == 0 ? least : probability(least * pow(rest, gamma))
}

/// Combines obstacles that must all be passed:
///
///     P₁ · (P₂ · P₃ …)^γ, P₁ the smallest
///
/// γ = 1: independent obstacles; γ = 0: the smallest decides. Symmetric, and never more than the
/// smallest. No part at all makes 1.
func bundled(_ parts: [Double], dependence gamma: Double) -> Double {
  guard let least = parts.indices.min(by: { parts[$0] < parts[$1] }) else { return 1 }
  // Sorted, so that the order of the parts does not change a bit.
  let rest = parts.indices.filter { $0 != least }.map { parts[$0] }.sorted()
  if gamma == 0 || rest.isEmpty { return parts[least] }
  return probability(parts[least] * pow(rest.reduce(1, *), gamma))
}
