/// A part of the year and how much of the encounters with barriers fall into it.
public struct Season: Sendable, Hashable {
  /// The word that stands for it.
  public let id: String
  /// The share of the year's encounters, before winter exposure is allowed for.
  public let weight: Double
  /// Whether snow lies: fences are lower over drifts, and traffic is that of the yearly mean.
  public let hasSnow: Bool
  /// Whether canals are frozen.
  public let isFrozen: Bool

  /// Makes a season.
  public init(_ id: String, weight: Double, hasSnow: Bool, isFrozen: Bool = false) {
    (self.id, self.weight, self.hasSnow, self.isFrozen) = (id, weight, hasSnow, isFrozen)
  }

  /// November to March, and the rest of the year, with equal weights.
  public static let usual = [
    Season("snow", weight: 0.5, hasSnow: true), Season("snow_free", weight: 0.5, hasSnow: false),
  ]

  /// What rows say that stand for the whole year.
  public static let annual = "annual"

  /// The species that come near barriers more often in winter.
  static let comeNearInWinter: Set<String> = ["mongolian_gazelle", "asiatic_wild_ass", "saiga"]
}
