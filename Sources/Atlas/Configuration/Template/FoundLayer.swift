internal import Landscape

/// A layer that lies in a folder, and what it can be for an atlas.
package struct FoundLayer: Sendable, Hashable {
  /// What a configuration writes to name it, from the folder on.
  package let source: String
  /// The list of `sources` that it belongs to; nil where it cannot be used.
  package let list: String?
  /// The profile that reads it, where there is one.
  package let profile: String?
  /// Why it is there or not used, for a reader.
  package let reason: String
  /// Whether its features say that they are schematic.
  package let isSchematic: Bool

  /// Describes a layer that is used.
  init(_ source: String, as role: FeatureRole, profile: String, reason: String, isSchematic: Bool) {
    (self.source, self.profile, self.reason) = (source, profile, reason)
    self.isSchematic = isSchematic
    list = role.sourceList?.name
  }

  /// Describes a layer that is not used.
  init(_ source: String, unused reason: String) {
    (self.source, self.reason) = (source, reason)
    (list, profile, isSchematic) = (nil, nil, false)
  }
}

extension FeatureRole {
  /// The list of `sources` for features in the role; nil for what an atlas has no use for.
  var sourceList: ConfigurationKey? {
    switch self {
    case .barrier: SourceKeys.barriers
    case .range: SourceKeys.ranges
    case .region, .protectedArea: SourceKeys.regions
    case .country: SourceKeys.countries
    case .passage: SourceKeys.passages
    case .context: nil
    }
  }
}
