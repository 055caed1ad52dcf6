/// How permeable a barrier is for a species, and why.
public struct Score: Sendable, Hashable {
  /// The species.
  public let species: String
  /// The season, or `annual`.
  public let season: String
  /// The permeability with its bounds.
  public let p: Estimate
  /// Where it comes from.
  public let mode: Mode
  /// The part of the barrier that decides.
  public let driver: Driver
  /// How well it is known.
  public let grade: EvidenceGrade
  /// The share of the attributes that its model needs and that are known; nil for classes whose
  /// model needs none.
  public let completeness: Double?
  /// What was taken for attributes that are not known.
  public let defaults: [Default]
  /// The numbers that move it most, at most three, the largest swing first.
  public let swings: [Swing]
  /// What kills at it, beside what it stops.
  public let mortality: Mortality
  /// What its passages make of it; nil for a line without passages.
  public let passages: PassageEffect?

  /// What the number means in words.
  public var reading: Reading { Reading(p.central) }

  /// Where a permeability comes from.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// The user gave it.
    case override
    /// The parts of the barrier were computed from attributes.
    case component
    /// Nothing is known but the class.
    case prior
  }
}

/// What kills at a barrier.
public struct Mortality: Sendable, Hashable {
  /// Barbed wire, in which animals are entangled; nil where nobody knows.
  public let hasBarbs: Bool?
  /// The share of what does not get across that is killed by traffic; nil where none runs.
  public let trafficShare: Double?
}

/// A permeability in words.
public enum Reading: String, Sendable, Hashable, CaseIterable {
  /// Below 0.05.
  case absolute
  /// From 0.05.
  case severe
  /// From 0.25.
  case moderate
  /// From 0.60.
  case slight
  /// From 0.85.
  case minor

  /// Reads a permeability.
  public init(_ p: Double) {
    self =
      switch p {
      case ..<0.05: .absolute
      case ..<0.25: .severe
      case ..<0.60: .moderate
      case ...0.85: .slight
      default: .minor
      }
  }
}
