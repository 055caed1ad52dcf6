internal import Connectivity
internal import Formats
internal import Permeability

extension RangeSettings {
  /// Reads what a configuration says of ranges.
  init(_ root: ConfigurationItem, season: String) {
    let item = root.section(SettingsKeys.section)
    self.init()
    self.season = season == Season.annual ? nil : season
    bridgedGaps = item.number(SettingsKeys.bridgedGaps)
    cutsBelow = item.certainNumber(SettingsKeys.cutsBelow)
    leastArea = item.certainNumber(SettingsKeys.leastPatch)
    edge = item.text(SettingsKeys.edge).flatMap(PatchRule.Edge.init(rawValue:))
    chords = item.certainInteger(SettingsKeys.movements)
    seed = UInt64(root.certainInteger(AtlasKeys.seed))
    samples = item.integer(SettingsKeys.samples)
    ranking = Ranking(rawValue: item.certainText(SettingsKeys.ranking)) ?? ranking
  }
}

extension PassageInput {
  /// Reads what a configuration says of passages; nil where it wants none.
  init?(_ root: ConfigurationItem, _ sources: [AtlasConfiguration.Source]) {
    let item = root.section(SettingsKeys.section)
    let spacing = item.number(SettingsKeys.gapSpacing)
    if sources.isEmpty, spacing == nil { return nil }
    self.init(
      sources.flatMap { source in
        source.queries(of: nil).map { Source($0, profile: source.profile) }
      },
      distance: item.certainNumber(SettingsKeys.passageDistance),
      usualLength: item.number(SettingsKeys.passageLength), gapSpacing: spacing,
      year: item.integer(SettingsKeys.year))
  }
}
