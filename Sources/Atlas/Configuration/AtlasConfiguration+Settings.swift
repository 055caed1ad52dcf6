public import Connectivity

extension AtlasConfiguration {
  /// How ranges are divided and measured.
  public struct Settings: Sendable, Hashable {
    /// The widest gap between barriers that is closed, in metres; nil for none.
    public let bridgedGaps: Double?
    /// The permeability below which barriers cut, above 0 and up to 1.
    public let cutsBelow: Double
    /// The area below which patches are slivers, in km².
    public let leastPatch: Double
    /// What of several barriers between two patches counts; nil for what the model says.
    public let edge: PatchRule.Edge?
    /// The number of random movements in every range and region.
    public let movements: Int
    /// How often all numbers of the model are drawn; nil for never.
    public let samples: Int?
    /// What lines are ranked for.
    public let ranking: Ranking
    /// A passage belongs to every barrier so near to it, in metres.
    public let passageDistance: Double
    /// The way through a passage where the source does not say it, in metres.
    public let passageLength: Double?
    /// The distance of openings at grade in all fences, in metres.
    public let gapSpacing: Double?
    /// The year that is scored.
    public let year: Int?
  }

  /// What lines are ranked for.
  public enum Ranking: String, Sendable, Hashable, CaseIterable {
    /// Nothing.
    case none
    /// The range.
    case range
    /// The range and every region.
    case regions
  }
}

extension AtlasConfiguration.Settings {
  init(_ item: ConfigurationItem) {
    bridgedGaps = item.number(SettingsKeys.bridgedGaps)
    cutsBelow = item.certainNumber(SettingsKeys.cutsBelow)
    leastPatch = item.certainNumber(SettingsKeys.leastPatch)
    edge = item.text(SettingsKeys.edge).flatMap(PatchRule.Edge.init(rawValue:))
    movements = item.certainInteger(SettingsKeys.movements)
    samples = item.integer(SettingsKeys.samples)
    ranking =
      AtlasConfiguration.Ranking(rawValue: item.certainText(SettingsKeys.ranking)) ?? .range
    passageDistance = item.certainNumber(SettingsKeys.passageDistance)
    passageLength = item.number(SettingsKeys.passageLength)
    gapSpacing = item.number(SettingsKeys.gapSpacing)
    year = item.integer(SettingsKeys.year)
  }
}
