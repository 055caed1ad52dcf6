/// A category of the IUCN Red List.
public enum RedListCategory: String, Sendable, Hashable, CaseIterable {
  /// Extinct.
  case extinct = "EX"
  /// Extinct in the wild.
  case extinctInTheWild = "EW"
  /// Critically endangered.
  case criticallyEndangered = "CR"
  /// Endangered.
  case endangered = "EN"
  /// Vulnerable.
  case vulnerable = "VU"
  /// Near threatened.
  case nearThreatened = "NT"
  /// Of least concern.
  case leastConcern = "LC"
  /// Not enough data for any other category.
  case dataDeficient = "DD"
  /// Not evaluated.
  case notEvaluated = "NE"
}

/// What the user says of a species for the critical-habitat screening.
///
/// Categories change and shares depend on the area that is looked at, so that both are inputs with a date
/// and nothing is bundled.
public struct RedListEntry: Sendable, Hashable {
  /// The category.
  public let category: RedListCategory
  /// When it was assessed, as ISO 8601 text: a year, a month or a day.
  public let assessed: String
  /// The share of the world population in the area of analysis, in percent, `0...100`; nil where nobody
  /// knows.
  public let populationShare: Double?

  /// Describes what is known of a species.
  public init(_ category: RedListCategory, assessed: String, populationShare: Double? = nil) {
    (self.category, self.assessed) = (category, assessed)
    self.populationShare = populationShare
  }
}
