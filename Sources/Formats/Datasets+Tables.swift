extension Datasets {
  /// Writes rows without their geometry as a file of one table, complete or not at all.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - name: The name of the table.
  ///   - path: The file; its extension says the format.
  /// - Throws: `cannotWrite` where the disk refuses.
  package static func writeTable(
    _ rows: FeatureBatch, named name: String, to path: String
  ) throws(FormatError) {
    let writer = try create(path, overwrite: true)
    do throws(FormatError) {
      let header = LayerHeader(
        name: name, geometryType: .none, crs: nil, fields: rows.columns.map(\.field))
      try writer.addLayer(header).append(rows)
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }
}
