/// What is computed of ranges, and by which rules.
package struct RangeSettings: Sendable, Hashable {
  /// What lines are ranked for.
  package enum Ranking: String, Sendable, CaseIterable {
    case none, range, regions
  }

  /// The id of a season; nil for the year.
  package var season: String?
  /// The widest gap between barriers that is closed, in metres; nil for none.
  package var bridgedGaps: Double?
  /// Barriers cut where they let through less, above 0 and up to 1.
  package var cutsBelow = 1.0
  /// The area of the least patch, in km².
  package var leastArea = 1.0
  /// What counts of several barriers between two patches; nil for what the model says of a species.
  package var edge: PatchRule.Edge?
  /// The number of random movements in every range and region.
  package var chords = 2000
  /// What random numbers come from.
  package var seed: UInt64 = 1
  /// The number of draws of the model; nil for none.
  package var samples: Int?
  /// What lines are ranked for.
  package var ranking = Ranking.range

  /// The gaps between lines that are more likely flaws of the source than real, in metres.
  package static let usualGap = 50.0

  /// The usual settings.
  package init() {}
}
