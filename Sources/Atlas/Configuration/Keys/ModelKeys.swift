internal import Formats
internal import Permeability

/// The keys of the numbers of the model.
enum ModelKeys {
  static let parameters = ConfigurationKey(
    "parameters", .oneOrMore(.pattern(.notEmpty)),
    "CSV files of rows that replace those of `kulan registry parameters`", defaultNote: "none",
    example: .array(["parameters.csv"]))
  static let overrides = ConfigurationKey(
    "overrides", .pattern(.notEmpty), "a CSV file of permeabilities that are known better, and win",
    defaultNote: "none", example: "overrides.csv")
  static let fenceProfiles = ConfigurationKey(
    "fence_profiles", .pattern(.notEmpty), "a CSV file of fence profiles of your own",
    defaultNote: "none", example: "fence-profiles.csv")
  static let seasons = ConfigurationKey(
    "seasons", .list(.pattern(.notEmpty), atLeast: 1),
    "the seasons of the year and their shares of encounters; with :snow and :frozen where these are",
    default: .array(["snow:0.5:snow", "snow_free:0.5"]))
  static let season = ConfigurationKey(
    "season", .pattern(.notEmpty), "annual, or the id of the season that is scored",
    default: .text(Season.annual))
  static let migrationFront = ConfigurationKey(
    "migration_front", .flag,
    "whether whole migrations arrive at once and ask for more openness of passages",
    default: .boolean(false))

  static let all = [parameters, overrides, fenceProfiles, seasons, season, migrationFront]
}
