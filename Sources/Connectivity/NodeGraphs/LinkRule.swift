internal import Foundation

/// What a distance means for those who move: how likely it is covered, or whether it is at all.
public enum LinkRule: Sendable, Hashable {
  /// The chance falls with distance, exponentially: p is the chance to cover the distance D. Its sum
  /// over pairs is that of the probability of connectivity, PC.
  ///
  ///     pᵢⱼ = exp(dᵢⱼ · ln p / D),  0 < p < 1
  ///
  /// The chance of a path is the product of those of its links.
  ///
  /// - SeeAlso: Saura & Pascual-Hortal (2007), *Landscape and Urban Planning* 83, 91–103.
  case probability(Double, at: Double)

  /// Nodes are linked or not: they are where d < D, strictly. Its sum over pairs is that of the
  /// integral index of connectivity, IIC, where a path of nl links counts 1 / (1 + nl).
  ///
  /// - SeeAlso: Pascual-Hortal & Saura (2006), *Landscape Ecology* 21, 959–967.
  case steps(below: Double)

  /// The distance D of the rule.
  public var distance: Double {
    switch self {
    case .probability(_, let distance), .steps(let distance): distance
    }
  }

  /// What a link of this distance counts by itself, 0 … 1.
  public func chance(over distance: Double) -> Double {
    length(of: distance).map { chance(ofPath: $0) } ?? 0
  }

  /// Whether the numbers of the rule make sense.
  var isValid: Bool {
    switch self {
    case .probability(let p, let distance): 0 < p && p < 1 && 0 < distance && distance.isFinite
    case .steps(let distance): 0 < distance && distance.isFinite
    }
  }

  /// −ln p beyond which a chance is less than the smallest number and counts 0.
  private static let greatestResistance = 746.0
  /// The whole numbers in a resistance of 1.
  private static let unit = 0x1p52

  /// The length of a link, which adds up along a path: the number of links, or −ln p in units of
  /// 2⁻⁵², which is as fine as numbers near 1 are. nil where there is no link.
  ///
  /// Whole numbers add up to the same sum in any order, so that two ways to find the best path never
  /// disagree: what a removal does not touch does not change by a single bit.
  func length(of distance: Double) -> Int64? {
    switch self {
    case .steps(let limit): return distance < limit ? 1 : nil
    case .probability(let p, let reach):
      let resistance = -(distance * log(p) / reach)
      return resistance < Self.greatestResistance
        ? Int64((resistance * Self.unit).rounded()) : nil
    }
  }

  /// What a path of this length counts; 1 for none at all, exactly 0 where no path leads.
  func chance(ofPath length: Int64) -> Double {
    if length == PathTable.unreachable { return 0 }
    switch self {
    case .steps: return 1 / Double(1 + length)
    case .probability: return exp(-Double(length) / Self.unit)
    }
  }
}
