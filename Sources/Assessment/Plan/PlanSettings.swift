public import Formats
internal import Landscape
public import Permeability

/// The words that engineers use for what they plan, beside those of the closed lists.
public enum PlanSettings {
  /// Reads words such as `class=railway` or `fenced=true`.
  ///
  /// - Parameter words: A word for each attribute; of two for one attribute the last counts.
  /// - Returns: The attributes in the words of the closed lists.
  /// - Throws: `usage` for an attribute that barriers do not have, or a value that it cannot have.
  public static func parse(_ words: [String]) throws(FormatError) -> DesignSettings {
    try DesignSettings(words.map(translated))
  }

  /// Translates one word; what is no alias stays as it is.
  private static func translated(_ word: String) -> String {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return word }
    let name = parts[0].trimmed.lowercased()
    return "\(name)=\(translated(parts[1].trimmed, of: name))"
  }

  /// Translates the value of an attribute.
  static func translated(_ value: String, of name: String) -> String {
    let key = searchKey(value)
    return switch name {
    case "class": classes[key] ?? canonicalClass(key) ?? value
    case "fenced": fencing[key] ?? value
    case "status": BarrierStatus(reading: value)?.rawValue ?? value
    case "country": Country.named(value)?.alpha2 ?? value
    default:
      CanonicalField.named(name, for: .barrier)?.kind == .boolean ? value.lowercased() : value
    }
  }

  /// The class of the closed list that is spelt alike: case, spaces and hyphens do not count.
  private static func canonicalClass(_ key: String) -> String? {
    BarrierClass.allCases.first { searchKey($0.rawValue) == key }?.rawValue
  }

  /// What is planned under a word, of which nothing else is known: fences along a line are told apart
  /// by `fenced`, the lining of a canal by `lining`.
  private static let classes: [String: String] = {
    let synonyms: [(BarrierClass, [String])] = [
      (.railUnfenced, ["railway", "rail", "railroad", "high speed railway", "железная дорога"]),
      (.roadPaved, ["road", "highway", "motorway", "expressway", "автодорога", "дорога"]),
      (.fenceLivestock, ["fence", "ограждение", "забор"]),
      (.borderFenceSingle, ["border fence"]), (.pipelineBuried, ["pipeline", "трубопровод"]),
      (.canalEarth, ["canal", "channel", "канал"]),
      (.powerline, ["power line", "transmission line", "лэп"]),
    ]
    return synonyms.reduce(into: [:]) { table, row in
      for word in row.1 { table[word] = row.0.rawValue }
    }
  }()

  private static let fencing: [String: String] = {
    let synonyms: [(Fencing, [String])] = [
      (.both, ["both", "yes", "true", "both sides", "да"]), (.one, ["one", "one side"]),
      (.none, ["none", "no", "false", "нет"]),
    ]
    return synonyms.reduce(into: [:]) { table, row in
      for word in row.1 { table[word] = row.0.rawValue }
    }
  }()
}
