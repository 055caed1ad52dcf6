public import Permeability

/// What one line of a plan lets through for a species, where it runs through its range.
public struct PlanPermeability: Sendable, Hashable {
  /// The id of the species.
  public let species: String
  /// The id of the season, or `annual`.
  public let season: String
  /// The number of the line in its plan.
  public let line: Int
  /// The length of the line in the range or on its boundary, in metres.
  public let length: Double
  /// The mean permeability there by length, structures included.
  public let permeability: Estimate
  /// The permeability of the line itself, without its structures.
  public let withoutStructures: Estimate
  /// The least permeable stretch there; its permeability changes by no more than 0.05 along it.
  public let least: PlanStretch
  /// The score of the whole line: where its number comes from, what decides, how well it is known, what was
  /// taken for granted.
  public let score: Score
  /// The acceptance of every structure of the line, in their order: the share of animals that come to it
  /// and use it.
  public let acceptances: [Double]
  /// The longest way along the line in the range without a structure that the species uses, in metres along
  /// the line.
  public let longestGap: ClosedRange<Double>
  /// The mean distance between usable structures in the range, in metres: its length there over their
  /// number; nil without any.
  public let spacing: Double?

  /// How many structures in the range the species uses at all.
  public let usable: Int

  /// The permeability in words.
  public var reading: Reading { Reading(permeability.central) }
}

/// A stretch of a planned line along which its permeability hardly changes.
public struct PlanStretch: Sendable, Hashable {
  /// Where along the line, in metres.
  public let stretch: ClosedRange<Double>
  /// The mean permeability along it.
  public let permeability: Estimate
}

/// What a plan makes together with a line beside it, for a species: one obstacle after the other.
public struct PlanBundle: Sendable, Hashable {
  /// The id of the species.
  public let species: String
  /// The number of the line in its plan.
  public let line: Int
  /// Where along it, in metres.
  public let stretch: ClosedRange<Double>
  /// What readers call what runs beside it.
  public let others: [String]
  /// The permeability of the others together, before the plan.
  public let before: Double
  /// The permeability of all, with the plan.
  public let after: Double
}
