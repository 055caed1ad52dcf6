internal import Connectivity
internal import Formats
internal import Permeability

/// The keys of `settings`: how ranges are divided and measured.
enum SettingsKeys {
  static let section = ConfigurationKey(
    "settings", .object(all), "how ranges are divided and measured")

  static let bridgedGaps = ConfigurationKey(
    "bridge_gaps_m", .integer(1...2000),
    "metres: ends of barriers are carried on to a line of their kind that is so near",
    defaultNote: "none; a warning counts them", example: .integer(50))
  static let cutsBelow = ConfigurationKey(
    "cuts_below", .number(NumberRule(above: 0, atMost: 1)),
    "the permeability below which barriers cut", default: .plain(usual.cutsBelow))
  static let leastPatch = ConfigurationKey(
    "least_patch_km2", .number(NumberRule(atLeast: 0)),
    "km²: smaller patches are slivers, whose area counts for a neighbour",
    default: .plain(usual.leastArea))
  static let edge = ConfigurationKey(
    "edge", .word(PatchRule.Edge.allCases.map(\.rawValue)),
    "what of several barriers between two patches counts: the most permeable, or their mean",
    defaultNote: "what the model says of each species", example: "max")
  static let movements = ConfigurationKey(
    "movements", .integer(0...1_000_000),
    "random straight movements in every range and region; 0 for none",
    default: .integer(usual.chords))
  static let samples = ConfigurationKey(
    "samples", .integer(1...10_000), "how often all numbers of the model are drawn",
    defaultNote: "never", example: .integer(200))
  static let ranking = ConfigurationKey(
    "ranking", .word(RangeSettings.Ranking.allCases.map(\.rawValue)),
    "what lines are ranked for: nothing, the range, or every region as well",
    default: .text(usual.ranking.rawValue))
  static let passageDistance = ConfigurationKey(
    "passage_distance_m", .integer(1...5000),
    "metres: a passage belongs to every barrier so near to it",
    default: .plain(PassageInput.usualDistance))
  static let passageLength = ConfigurationKey(
    "passage_length_m", .integer(1...500),
    "metres: the way through a passage where the source does not say it",
    defaultNote: "none; such a passage counts nothing", example: .integer(12))
  static let gapSpacing = ConfigurationKey(
    "gap_spacing_m", .integer(100...1_000_000),
    "metres: openings at grade in all fences, so far apart, of which no more is known",
    defaultNote: "none", example: .integer(5000))
  static let year = ConfigurationKey(
    "year", .integer(1900...2200), "the year that is scored: passages built in it are new",
    defaultNote: "none", example: .integer(2026))

  private static let usual = RangeSettings()

  static let all = [
    bridgedGaps, cutsBelow, leastPatch, edge, movements, samples, ranking, passageDistance,
    passageLength, gapSpacing, year,
  ]
}
