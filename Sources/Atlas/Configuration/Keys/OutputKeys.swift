internal import Formats

/// The keys of `outputs`.
enum OutputKeys {
  static let section = ConfigurationKey("outputs", .object(all), "what is written, and where")

  static let folder = ConfigurationKey(
    "folder", .pattern(.notEmpty), "the folder of the edition",
    defaultNote: "NAME-edition for NAME.json", example: "atlas-edition")
  static let units = ConfigurationKey(
    "units", .pattern(.notEmpty),
    "the folder of what was computed, so that a rebuild computes only what changed",
    defaultNote: "NAME-units for NAME.json", example: "atlas-units")
  static let html = ConfigurationKey(
    "html", .flag, "whether pages for a browser are written", default: .boolean(true))
  static let csv = ConfigurationKey(
    "csv", .flag, "whether tables are written as CSV too", default: .boolean(true))

  static let all = [folder, units, html, csv]
}
