import Geometry

@testable import Formats

extension LayerReader {
  /// Reads the rest of the layer in small batches, so that their borders are crossed.
  func readAll(limit: Int = 100) throws -> FeatureBatch {
    var whole = FeatureBatch(fields: header.fields, idKind: header.idKind)
    while let batch = try next(limit: limit) {
      whole.rejected += batch.rejected
      for row in 0..<batch.count {
        whole.ids.append(batch.ids[row])
        whole.geometry.append(row, of: batch.geometry)
        for column in batch.columns.indices {
          whole.columns[column].append(batch.columns[column][row])
        }
      }
    }
    return whole
  }
}
