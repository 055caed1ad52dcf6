public import Formats
public import Landscape
public import Permeability

extension AtlasConfiguration {
  /// A set of barriers that others are compared with.
  public struct Scenario: Sendable {
    /// Its name, of letters, digits, `-` and `_`.
    public let name: String
    /// What it is, for a reader.
    public let description: String?
    /// The barriers that are there, by their status.
    public let statuses: Set<BarrierStatus>
    /// What becomes of some barriers, one after the other.
    public let changes: [Change]

    /// What conditions of changes can speak of: `id` as text, and the canonical attributes of
    /// barriers, in the order of `CanonicalField.all(for:)`.
    public static let fields =
      [Field("id", .text)] + CanonicalField.all(for: .barrier).map(\.field)
  }

  /// What becomes of some barriers in a scenario.
  public struct Change: Sendable {
    /// What becomes of them.
    public enum Action: Sendable {
      /// They are taken away.
      case remove
      /// They get attributes.
      case set(DesignSettings)
      /// Their fences are rebuilt.
      case rebuild(DesignProfile)
    }

    /// Which barriers, over ``Scenario/fields``; nil for all.
    public let condition: Expression?
    /// What becomes of them.
    public let action: Action
    /// What the file says of it, in one line, for a reader and to tell one change from another.
    public let summary: String
  }
}

extension AtlasConfiguration.Scenario {
  /// What is there unless a scenario says otherwise.
  static let usualStatuses = Set(BarrierStatus.allCases).subtracting([.planned])

  /// Reads the list of scenarios; nil where there is none.
  static func all(
    _ item: ConfigurationItem?, fences: [DesignProfile]
  ) throws(FormatError) -> [Self]? {
    guard let item else { return nil }
    var scenarios: [Self] = []
    for one in item.items {
      let scenario = try Self(one, fences)
      if scenarios.contains(where: { $0.name == scenario.name }) {
        throw (one[ScenarioKeys.name] ?? one).fault(
          "is the name of two scenarios", help: "give each a name of its own")
      }
      scenarios.append(scenario)
    }
    return scenarios
  }

  private init(_ item: ConfigurationItem, _ fences: [DesignProfile]) throws(FormatError) {
    name = item.certainText(ScenarioKeys.name)
    description = item.text(ScenarioKeys.description)
    let words = item.texts(ScenarioKeys.statuses)
    statuses =
      words.isEmpty ? Self.usualStatuses : Set(words.compactMap(BarrierStatus.init(rawValue:)))
    var changes: [AtlasConfiguration.Change] = []
    for change in item[ScenarioKeys.changes]?.items ?? [] {
      changes.append(try AtlasConfiguration.Change(change, fences))
    }
    self.changes = changes
  }
}

extension AtlasConfiguration.Change {
  fileprivate init(
    _ item: ConfigurationItem, _ fences: [DesignProfile]
  ) throws(FormatError) {
    condition = try item.condition(
      ScenarioKeys.condition, on: AtlasConfiguration.Scenario.fields)
    let what: String
    if let name = item[ScenarioKeys.fence] {
      action = .rebuild(
        try name.located { () throws(FormatError) in
          try DesignProfile.named(name.text ?? "", among: fences)
        })
      what = "fence \(name.word)"
    } else if item[ScenarioKeys.set] != nil {
      let words = try item.settings(ScenarioKeys.set)
      action = .set(try DesignSettings(words))
      what = "set \(words.joined(separator: " "))"
    } else {
      if let remove = item[ScenarioKeys.remove], !item.flag(ScenarioKeys.remove) {
        throw remove.fault(
          "is false, which does nothing", help: "write true, or leave out the change")
      }
      action = .remove
      what = "remove"
    }
    summary = what + (condition.map { " where \($0.text)" } ?? "")
  }
}
