internal import Formats

/// What a profile did with the attributes of a layer: nothing that it took for granted, left out or
/// did not understand stays hidden.
public struct ProfileReport: Sendable, Equatable {
  /// A canonical attribute that a column of the source filled.
  public struct Mapping: Sendable, Hashable {
    /// The canonical attribute.
    public let field: String
    /// The column, as the source spells it.
    public let column: String
    /// In how many features.
    public let count: Int
  }

  /// A value that the source does not have and that was taken for granted.
  public struct Default: Sendable, Hashable {
    /// The canonical attribute.
    public let field: String
    /// The value.
    public let value: String
    /// Why this value.
    public let reason: String
    /// In how many features.
    public let count: Int
  }

  /// A value that the profile has no meaning for.
  public struct Unknown: Sendable, Hashable {
    /// The column, as the source spells it.
    public let column: String
    /// The value.
    public let value: String
    /// In how many features.
    public let count: Int
    /// A word that was perhaps meant.
    public let suggestion: String?
  }

  /// Features that are left out by default.
  public struct Exclusion: Sendable, Hashable {
    /// Why.
    public let reason: String
    /// How many.
    public let count: Int
  }

  /// The name of the profile.
  public let profile: String
  /// What the layer holds, as far as its columns tell.
  public let content: String
  /// The columns that the profile does not read.
  public let unreadColumns: [String]
  /// How many features were mapped.
  public private(set) var featureCount = 0
  private var roleCounts: [FeatureRole: Int] = [:]
  private var mappingCounts: [[String]: Int] = [:]
  private var defaultCounts: [[String]: Int] = [:]
  private var unknownCounts: [[String]: Int] = [:]
  private var exclusionCounts: [String: Int] = [:]

  init(profile: String, content: String, unreadColumns: [String]) {
    self.profile = profile
    self.content = content
    self.unreadColumns = unreadColumns
  }

  /// How many features are in each role, those that are left out among them.
  public var roles: [(role: FeatureRole, count: Int)] {
    FeatureRole.allCases.compactMap { role in roleCounts[role].map { (role, $0) } }
  }

  /// What was mapped from what, in the order of the names.
  public var mapped: [Mapping] {
    mappingCounts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Mapping(field: $0.key[0], column: $0.key[1], count: $0.value) }
  }

  /// What was taken for granted, in the order of the names.
  public var defaulted: [Default] {
    defaultCounts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { Default(field: $0.key[0], value: $0.key[1], reason: $0.key[2], count: $0.value) }
  }

  /// What was not understood, the most frequent first.
  public var unknown: [Unknown] {
    unknownCounts.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.map { key, count in
      Unknown(
        column: key[0], value: key[1], count: count,
        suggestion: key.count > 2 ? SpeciesRegistry.bundled.suggestion(for: key[1]) : nil)
    }
  }

  /// What is left out by default and why, the most frequent first.
  public var excluded: [Exclusion] {
    exclusionCounts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { Exclusion(reason: $0.key, count: $0.value) }
  }

  mutating func countFeature(_ role: FeatureRole, exclusion: String?) {
    featureCount += 1
    roleCounts[role, default: 0] += 1
    if let exclusion { exclusionCounts[exclusion, default: 0] += 1 }
  }

  mutating func countMapping(of field: String, from column: String) {
    mappingCounts[[field, column], default: 0] += 1
  }

  mutating func countDefault(of field: String, _ value: String, _ reason: String) {
    defaultCounts[[field, value, reason], default: 0] += 1
  }

  mutating func countUnknown(_ value: String, in column: String, isSpecies: Bool = false) {
    unknownCounts[[column, value] + (isSpecies ? ["species"] : []), default: 0] += 1
  }
}
