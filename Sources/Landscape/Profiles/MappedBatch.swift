public import Formats

/// What a profile makes of a batch: row by row, in the order of the batch.
public struct MappedBatch: Sendable {
  /// What every feature is.
  public internal(set) var roles: [FeatureRole] = []
  /// Why a feature is left out by default; nil for those that stay.
  public internal(set) var exclusions: [String?] = []
  /// The canonical attributes, one column for each field of ``ProfileMapper/fields``.
  public internal(set) var columns: [Column]

  init(fields: [Field]) { columns = fields.map { Column($0) } }

  /// The number of features.
  public var count: Int { roles.count }

  /// Returns which features are in a role and not left out, for `FeatureBatch.filtered(_:)`.
  public func isKept(as role: FeatureRole) -> [Bool] {
    zip(roles, exclusions).map { $0 == role && $1 == nil }
  }

  /// Returns the canonical attribute with a name; nil if the profile never fills it.
  public func column(named name: String) -> Column? { columns.first { $0.field.name == name } }
}
