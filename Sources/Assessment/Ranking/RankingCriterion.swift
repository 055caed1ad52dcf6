/// What alternatives are compared by, in the order in which they decide.
public enum RankingCriterion: String, Sendable, Hashable, CaseIterable {
  /// What is lost of the equivalent connected area (ECA) of all ranges that any alternative meets: the mean
  /// over these ranges of the relative loss.
  case connectedArea = "eca_loss"
  /// What random movements lose: the mean over the same ranges of the fall of their permeability.
  case movements = "chord_loss"
  /// The area that is cut off from the largest part of its patch, over all ranges, in km².
  case cutOff = "cut_off_km2"
  /// The length inside ranges and regions, each metre once for each of them, in km.
  case length = "length_inside_km"

  /// Differences up to this count as none.
  var tolerance: Double {
    switch self {
    case .connectedArea, .movements: 1e-4
    case .cutOff, .length: 0.1
    }
  }
}

/// How an alternative stands by one criterion; less is better.
public struct CriterionValue: Sendable, Hashable {
  /// With all permeabilities at their low ends, at central values and at their high ends; all equal for
  /// criteria that no permeability enters.
  public let change: Change

  /// Whether the intervals of two alternatives have values in common.
  public func overlaps(_ other: CriterionValue) -> Bool {
    change.least <= other.change.most && other.change.least <= change.most
  }
}
