internal import Formats
internal import Landscape

/// The words of the map.
extension AtlasWords {
  static let species = "Species"
  static let countries = "Countries"
  static let regionsTitle = "Regions"
  static let rangeTitle = "Range, divided into patches"
  static let barriersTitle = "Barriers in the range"

  static func mapTitle(_ scenario: String) -> String {
    "Barriers in ranges by how permeable they are, scenario \(scenario)"
  }

  /// The layer of what a scenario adds.
  static func added(_ scenario: String) -> String { "Only in the scenario \(scenario)" }

  /// What stands below the map.
  static func map(_ hasAdded: Bool) -> Prose {
    "Dark and wide lines stop more animals"
      + (hasAdded ? "; dashed are those that another scenario adds. " : ". ")
      + "All scenarios are layers of " + .link("atlas.gpkg", to: "atlas.gpkg") + "."
  }

  /// The name of a country; nil where there is only a code that the registry does not know.
  static func name(ofCountry country: String) -> String? {
    if let known = Country.named(country) { return known.name }
    let isCode = country.count <= 3 && country.allSatisfy { $0.isASCII && $0.isUppercase }
    return isCode ? nil : country
  }

  /// What is told of a patch.
  static func patch(_ row: ResultRow, of species: String) -> String {
    "\(species), patch \(row.text("patch")): \(grouped(row.number("area_km2"), decimals: 0)) km²"
  }

  /// What is told of a piece of a barrier.
  static func piece(_ row: ResultRow) -> String {
    let status = row.text("status")
    let isPlain = status.isEmpty || status == "existing"
    return """
      \(line(row.text("line"), class: row.text("class")))
      \(words(row.text("class")))\(isPlain ? "" : ", \(words(status))")
      P \(bounded("p", "p_low", "p_high", of: row, decimals: 2))
      """
  }

  /// The name of a line; one without a name is called by its class and its id.
  static func line(_ label: String, class kind: String) -> String {
    label.hasPrefix(kind + " ") ? "without name, \(label.dropFirst(kind.count + 1))" : label
  }

  /// A word of a closed list as readers write it.
  static func words(_ word: String) -> String {
    String(word.map { $0 == "_" ? " " : $0 })
  }

  /// A number with its low and high end.
  static func bounded(
    _ name: String, _ low: String, _ high: String, of row: ResultRow, decimals: Int
  ) -> String {
    func text(_ name: String) -> String { grouped(row.number(name), decimals: decimals) }
    if row[low] == .null || row[high] == .null { return text(name) }
    return "\(text(name)) (\(text(low)) – \(text(high)))"
  }
}
