public import Geometry

/// A run of features of one layer: geometry and attributes as columns of equal length.
public struct FeatureBatch: Sendable {
  /// The ids of the features in their source: whole numbers or text.
  public var ids: Column
  /// The geometries.
  public var geometry: GeometryColumn
  /// The attributes, in the order of the fields of the layer.
  public var columns: [Column]
  /// The features that could not be read, which have no row here.
  public var rejected: [Rejection]

  /// Creates a batch without rows.
  public init(fields: [Field], idKind: Field.Kind = .integer) {
    ids = Column(Field("id", idKind))
    geometry = GeometryColumn()
    columns = fields.map { Column($0) }
    rejected = []
  }

  /// The number of features.
  public var count: Int { geometry.count }

  /// The number of vertices from which on a reader ends a batch, so that features of many vertices
  /// come in batches of few: 4 MiB of coordinates.
  static let vertexLimit = 1 << 18

  /// Returns a batch of the rows for which `isKept` is true.
  public func filtered(_ isKept: [Bool]) -> FeatureBatch {
    if isKept.allSatisfy(\.self) { return self }
    var result = FeatureBatch(fields: columns.map(\.field), idKind: ids.field.kind)
    result.rejected = rejected
    for row in isKept.indices where isKept[row] {
      result.ids.append(ids[row])
      result.geometry.append(row, of: geometry)
      for column in columns.indices { result.columns[column].append(columns[column][row]) }
    }
    return result
  }
}

/// A feature that cannot be used, and why.
public struct Rejection: Sendable, Hashable {
  /// The id of the feature in its source.
  public let id: String
  /// Why it cannot be used, for a reader.
  public let reason: String

  /// Records a feature that cannot be used.
  public init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }
}
