internal import Formats

/// The words of what an edition says at a glance, and of licences.
extension AtlasWords {
  static let leastConnectedLabel =
    "Chance that two points of the least connected range are connected"

  static func leastConnectedRemark(_ range: ResultRow) -> Prose {
    func text(_ name: String) -> String { grouped(range.number(name), decimals: 2) }
    return "\(name(range.text("species"))), \(text("c_mesh_low")) – \(text("c_mesh_high")), grade "
      + Prose(range.text("grade"))
  }

  static let noRegions: Prose = "No region holds a part of a range."

  static func contact(_ contact: String) -> Prose { "Whom to ask: \(contact)." }

  static func leastConnected(_ range: ResultRow, _ scenario: String) -> Prose {
    "In the scenario \(scenario) the range of " + .strong(name(range.text("species")))
      + " is the least connected: two random points of it are connected with a chance of "
      + Prose(bounded("c_mesh", "c_mesh_low", "c_mesh_high", of: range, decimals: 2))
      + Prose(", grade \(range.text("grade")). ")
      + "Parts of a range that lie apart count as not connected, whatever barriers there are."
  }

  static func greatestGain(_ line: ResultRow, _ range: ResultRow) -> Prose {
    let kind = line.text("class")
    return "Most would be gained from " + .strong(self.line(line.text("label"), class: kind))
      + Prose(" (\(words(kind))) in the range of \(name(range.text("species"))): were it open by ")
      + Prose(
        "itself, ECA would grow by \(grouped(line.number("delta_eca_km2"), decimals: 0)) km² from ")
      + Prose(bounded("eca_km2", "eca_low_km2", "eca_high_km2", of: range, decimals: 0))
      + Prose(" km², grade \(range.text("grade")). The gain follows from the best estimates of P; ")
      + "it has no bounds of its own."
  }

  static func change(_ change: ScenarioChange) -> Prose {
    let start: Prose = "The scenario " + .strong(change.scenario)
    if change.changedCount == 0 { return start + " changes the ECA of no range." }
    let after = change.after
    let (low, high) = (change.part("eca_low_km2"), change.part("eca_high_km2"))
    return start
      + Prose(
        " changes the ECA of \(change.changedCount) of \(counted(change.rangeCount, "range"))")
      + Prose(" against \(change.other), most that of \(name(after.text("species"))): ")
      + .strong("\(percent(change.part("eca_km2"))) %")
      + Prose(" (\(percent(low)) % with all P at their low ends, \(percent(high)) % at their high ")
      + Prose("ends), from \(ecaText(change.before)) to \(ecaText(after)) km², ")
      + Prose("grade \(after.text("grade")).")
  }

  private static func ecaText(_ row: ResultRow) -> String {
    bounded("eca_km2", "eca_low_km2", "eca_high_km2", of: row, decimals: 0)
  }

  /// A part as signed percents.
  private static func percent(_ part: Double) -> String {
    let text = grouped(abs(part) * 100, decimals: 1)
    return text == "0.0" ? text : "\(part < 0 ? "−" : "+")\(text)"
  }

  static func licence(_ licence: String) -> Prose { "Licence of this edition: \(licence)." }

  /// Whether a licence asks that databases made from the data stay under it.
  static func isDatabaseLicence(_ licence: String) -> Bool {
    licence.lowercased().contains("odbl") || licence.contains("Open Database")
  }

  static func database(_ licences: [String]) -> String {
    "the layers and tables contain geometry of sources under \(licences.joined(separator: ", ")). "
      + "They are a derivative database: whoever passes them on does so under the ODbL, with the "
      + "credits of their sources. Pictures and figures made from them need the credits alone."
  }
}

/// The words of tables.
extension AtlasWords {
  static func shortened(_ first: String) -> String {
    ", of other scenarios what differs from \(first)"
  }

  static let kind =
    "as in the data; rail unfenced and road paved also where a source does not say whether there are fences"
  static let country = "by the code of ISO 3166; both sides of a border with a slash between them"
  static let eca = "equivalent connected area: the size of one undivided patch as well connected"
  static let connected = "the chance that two random points are connected"
  static let passable =
    "the mean over random straight movements of the product of P of what they cross"
  static let grade =
    "the worst grade of evidence: A measured on the species, B on a similar one, C judged"
  static let prior =
    "the part of the length of barriers of which nothing is known but the class"

  static func linesTitle(_ count: Int) -> String {
    "What opening one line by itself would bring, the first \(count) of each range"
  }
}
