public import Formats

/// A profile that a user writes: which columns of a layer say what, in which words and units.
///
/// Names of columns and words in them are compared without regard to case; blanks and underscores
/// are the same. A layer must have every column that is named, of alternatives at least one.
public struct ProfileDefinition: Sendable, Hashable {
  /// Where a word of a closed list comes from.
  public enum Choice<Word: Hashable & Sendable>: Hashable, Sendable {
    /// All features have it.
    case always(Word)
    /// A column says it: what its words mean, and what every other word and none at all mean. Where
    /// nothing is said of others, they are counted and listed.
    case column(String, words: [String: Word], otherwise: Word?)
  }

  /// Where a canonical attribute comes from.
  public struct Attribute: Sendable, Hashable {
    /// The attribute.
    public let field: CanonicalField
    /// The columns, the best first.
    public let columns: [String]
    /// The unit of numbers in them that carry none; nil for the unit of the attribute.
    public let unit: MeasureUnit?
    /// What words in them stand for. Of attributes that are any text, other words mean nothing; of
    /// numbers, truth values, species and states they are read as they are.
    public let words: [String: Value]

    /// Describes an attribute.
    public init(
      _ field: CanonicalField, columns: [String], unit: MeasureUnit? = nil,
      words: [String: Value] = [:]
    ) {
      (self.field, self.columns, self.unit, self.words) = (field, columns, unit, words)
    }
  }

  /// Words that leave a feature out.
  public struct Exclusion: Sendable, Hashable {
    /// The column.
    public let column: String
    /// The words.
    public let words: [String]
    /// Why, for a reader.
    public let reason: String

    /// Describes features that are left out.
    public init(column: String, words: [String], reason: String) {
      (self.column, self.words, self.reason) = (column, words, reason)
    }
  }

  /// The name.
  public var name: String
  /// What it is for, for a reader.
  public var summary: String
  /// What the features are.
  public var role: FeatureRole
  /// What class barriers are of; nil where nobody knows.
  public var barrierClass: Choice<BarrierClass>?
  /// What state barriers are in; nil for what a column `status` says, else existing.
  public var status: Choice<BarrierStatus>?
  /// Where canonical attributes come from.
  public var attributes: [Attribute] = []
  /// What is left out.
  public var exclusions: [Exclusion] = []

  /// Describes a profile that reads nothing yet.
  public init(name: String, summary: String, role: FeatureRole) {
    (self.name, self.summary, self.role) = (name, summary, role)
  }
}

extension Profile {
  /// Makes the profile that a user described.
  ///
  /// Ranges with codes of presence, origin and season are filtered by ``RangeFilter/core``.
  public init(_ definition: ProfileDefinition) {
    self.init(
      name: definition.name, summary: definition.summary, schemas: [Schema(definition)])
  }
}

extension Schema {
  fileprivate init(_ definition: ProfileDefinition) {
    self.init(
      title: definition.summary, needs: definition.needs, kinds: definition.role.geometryKinds,
      role: definition.role)
    attributes = definition.attributes.map { $0.rule(in: definition.role) }
    filters =
      definition.exclusions.map(\.filter) + definition.attributes.compactMap(\.rangeFilter)
    guard definition.role == .barrier else { return }
    var usual = Meaning(role: .barrier)
    switch definition.status {
    case nil: break
    case .always(let status): usual.status = status
    case .column(let column, let words, let otherwise):
      statusColumn = column.lowercased()
      statusWords = words.byWord
      otherStatus = otherwise
    }
    switch definition.barrierClass {
    case nil: break
    case .always(let barrierClass): usual.barrierClass = barrierClass
    case .column(let column, let words, let otherwise):
      rules = words.byWord.sorted { $0.key < $1.key }.map { word, barrierClass in
        .barrier(column.lowercased(), [word], barrierClass, status: usual.status)
      }
      guard let otherwise else { break }
      openColumns = [column.lowercased()]
      usual.barrierClass = otherwise
      usual.assumption = "\(column) has no value that the profile lists"
    }
    self.usual = usual
  }
}

extension ProfileDefinition {
  /// The columns that a layer must have, in lower case.
  fileprivate var needs: [[String]] {
    var groups: [[String]] = []
    if case .column(let column, _, _) = barrierClass { groups.append([column]) }
    if case .column(let column, _, _) = status { groups.append([column]) }
    groups += attributes.map(\.columns) + exclusions.map { [$0.column] }
    return groups.map { $0.map { $0.lowercased() } }
  }
}

extension ProfileDefinition.Attribute {
  /// How the attribute is read, words first.
  fileprivate func rule(in role: FeatureRole) -> AttributeRule {
    let plain = unit?.reading(for: field) ?? Profile.canonicalReading(of: field, in: role)
    let others: AttributeRule.Reading? = if case .text = plain { nil } else { plain }
    return AttributeRule(
      field.name, from: columns.map { $0.lowercased() },
      words.isEmpty ? plain : .listed(words.byWord, otherwise: others))
  }

  /// The filter of codes of the Red List.
  fileprivate var rangeFilter: Filter? {
    RangeFilter.Code(rawValue: field.name).map { code in
      let codes = words.byWord.compactMapValues { value -> Int? in
        if case .integer(let number) = value { Int(number) } else { nil }
      }
      return RangeFilter.core.filter(code, columns: columns.map { $0.lowercased() }, words: codes)
    }
  }
}

extension ProfileDefinition.Exclusion {
  fileprivate var filter: Filter {
    Filter(
      columns: [column.lowercased()],
      reasons: Dictionary(words.map { ($0.word, reason) }, uniquingKeysWith: { first, _ in first }),
      isClosed: false)
  }
}

extension Dictionary where Key == String {
  /// The table by words as data are compared; of two spellings of one word the first in order stays.
  fileprivate var byWord: [String: Value] {
    let sorted = sorted { $0.key < $1.key }.map { ($0.key.word, $0.value) }
    return Dictionary(sorted, uniquingKeysWith: { first, _ in first })
  }
}
