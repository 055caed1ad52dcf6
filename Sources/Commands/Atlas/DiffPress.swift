internal import Atlas
internal import Formats
internal import Report

/// Writes what changed between two editions into a folder: tables, a layer, a page, the dictionary.
struct DiffPress {
  private static let barriers = "barriers.csv"
  private static let layer = "changes.gpkg"
  private static let page = EditionFile.page.rawValue
  private static let dictionary = EditionFile.dictionary.rawValue

  /// The names of all files.
  static let files =
    Set(ComparedTable.allCases.map(file) + [barriers, layer, page, dictionary])

  private let diff: EditionDiff

  init(_ diff: EditionDiff) { self.diff = diff }

  private static func file(_ table: ComparedTable) -> String { "\(table.rawValue).csv" }

  /// Writes everything.
  func print(into folder: OutputFolder) throws {
    try Datasets.writeTable(
      ChangeTable.rows(diff.barriers), named: "changes", to: folder.file(Self.barriers))
    for table in ComparedTable.allCases {
      try Datasets.writeTable(
        table.rows(diff.changes(of: table)), named: "changes", to: folder.file(Self.file(table)))
    }
    try writeLayer(to: folder.file(Self.layer))
    try folder.write(DiffPage(diff).page().html(), as: Self.page)
    try folder.write(AtlasDictionary.markdown(ChangeTable.definitions), as: Self.dictionary)
  }

  /// Carries the date of the new edition, so that the same editions give the same bytes.
  private func writeLayer(to path: String) throws {
    let writer = try GeoPackageWriter(
      path: path, overwrite: true, timestamp: "\(diff.new.record.date)T00:00:00.000Z")
    do {
      let name = ChangeTable.layer
      let header = LayerHeader(
        name: name, geometryType: .multiLineString, crs: "EPSG:4326",
        fields: ChangeTable.layerFields)
      try writer.addLayer(header).append(ChangeTable.layerRows(diff.barriers))
      for (number, style) in DiffStyles.styles(of: name).enumerated() {
        try writer.addStyle(style, to: name, isDefault: number == 0)
      }
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }
}
