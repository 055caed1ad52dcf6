import Formats
import Geometry

/// A whole layer in memory, for comparing.
struct WholeLayer {
  var header: LayerHeader
  var batch: FeatureBatch

  /// Reads the only layer of a dataset, in batches of `limit`.
  init(_ dataset: some DatasetReader, limit: Int = 3) throws {
    header = dataset.layers[0]
    let reader = try dataset.open(layer: header.name)
    batch = FeatureBatch(fields: header.fields, idKind: header.idKind)
    while let next = try reader.next(limit: limit) {
      precondition(next.count + next.rejected.count > 0 && next.count <= limit)
      batch.rejected += next.rejected
      for row in 0..<next.count {
        batch.ids.append(next.ids[row])
        batch.geometry.append(row, of: next.geometry)
        for column in batch.columns.indices {
          batch.columns[column].append(next.columns[column][row])
        }
      }
    }
  }

  /// The values of one field.
  func values(_ name: String) -> [Value]? {
    guard let index = header.fields.firstIndex(where: { $0.name == name }) else { return nil }
    return (0..<batch.count).map { batch.columns[index][$0] }
  }

  /// The kind of one field.
  func kind(_ name: String) -> Field.Kind? { header.fields.first { $0.name == name }?.kind }

  /// The ids of the features.
  var ids: [Value] { (0..<batch.count).map { batch.ids[$0] } }
}

extension WholeLayer {
  /// Reads GeoJSON from a text.
  init(geoJSON text: String) throws {
    try self.init(GeoJSONReader(bytes: Array(text.utf8), name: "test.geojson"))
  }
}
