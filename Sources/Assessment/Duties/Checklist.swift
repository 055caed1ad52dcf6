internal import Landscape

/// What a reviewer must establish of an alternative, and what the input supplied of it.
///
/// A topic is supplied where nothing of it is missing, missing where nothing of it was supplied, and
/// partly supplied else.
struct Checklist {
  let alternative: Alternative
  /// The number of plans that are compared.
  let count: Int
  let atlas: LoadedAtlas
  let settings: AssessmentSettings
  /// The names of the countries that the plan lies in and in which the atlas has no fence.
  let withoutFences: [String]

  init(
    _ alternative: Alternative, among count: Int, _ atlas: LoadedAtlas,
    _ settings: AssessmentSettings, withoutFences: [String]
  ) {
    (self.alternative, self.count, self.atlas) = (alternative, count, atlas)
    (self.settings, self.withoutFences) = (settings, withoutFences)
  }

  /// What was supplied of a topic and what was not.
  struct Account {
    private(set) var supplied: [String] = []
    private(set) var missing: [String] = []

    /// Notes something that was supplied.
    mutating func has(_ text: String) { supplied.append(text) }

    /// Notes something that is missing.
    mutating func lacks(_ text: String) { missing.append(text) }

    /// Notes what was supplied of something; nil for nothing.
    mutating func note(_ text: String?, orLacks missing: String) {
      if let text { has(text) } else { lacks(missing) }
    }

    /// How much was supplied.
    var supply: ChecklistItem.Supply {
      missing.isEmpty ? .supplied : supplied.isEmpty ? .missing : .partly
    }
  }

  /// The items, one for each topic.
  var items: [ChecklistItem] {
    ChecklistTopic.allCases.map { topic in
      var account = account(of: topic)
      for text in topic.always { account.lacks(text) }
      return ChecklistItem(
        number: topic.rawValue, topic: topic.title, supply: account.supply,
        supplied: account.supplied, missing: account.missing)
    }
  }

  private func account(of topic: ChecklistTopic) -> Account {
    switch topic {
    case .project: project
    case .species: species
    case .areas: areas
    case .alternatives: alternatives
    case .impact: impact
    case .cumulative: cumulative
    case .mitigation: mitigation
    case .residual: residual
    case .monitoring: Account()
    case .consultation: consultation
    case .uncertainty: uncertainty
    case .reproducibility: reproducibility
    }
  }
}

extension Sequence where Element: Hashable {
  /// Every element once, where it first stands.
  var once: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
