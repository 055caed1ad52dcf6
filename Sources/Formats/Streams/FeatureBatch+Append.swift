internal import Geometry

extension FeatureBatch {
  /// Appends the features and rejections of another batch of the same layer.
  public mutating func append(_ other: FeatureBatch) {
    precondition(other.columns.count == columns.count, "batches of one layer have the same columns")
    if count == 0 {
      let before = rejected
      self = other
      rejected = before + other.rejected
      return
    }
    rejected += other.rejected
    for row in 0..<other.count {
      ids.append(other.ids[row])
      geometry.append(row, of: other.geometry)
      for column in columns.indices { columns[column].append(other.columns[column][row]) }
    }
  }
}
