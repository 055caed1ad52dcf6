package import Formats
internal import Foundation
internal import Geometry

/// An edition on the disk, as `kulan atlas build` made it.
package struct Edition: Sendable {
  /// The folder as the user named it.
  package let folder: String
  /// What it was made from.
  package let record: EditionRecord

  /// Reads the manifest.
  ///
  /// - Parameter folder: The folder of the edition.
  /// - Throws: `missingInput` where the folder is no edition, `badData` where its manifest is broken or
  ///   of another version.
  package init(_ folder: String) throws(FormatError) {
    self.folder = folder
    let path = "\(folder)/\(EditionFile.manifest.rawValue)"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw FormatError(
        .missingInput,
        "\(folder) is no edition: there is no \(EditionFile.manifest.rawValue) in it",
        help: "name a folder that `kulan atlas build` made")
    }
    record = try Self.record(bytes, path)
  }

  private static func record(_ bytes: Data, _ path: String) throws(FormatError) -> EditionRecord {
    do {
      let decoder = JSONDecoder()
      let version = try decoder.decode(EditionRecordVersion.self, from: bytes).schemaVersion
      if version == EditionRecordVersion.current {
        return try decoder.decode(EditionRecord.self, from: bytes)
      }
      throw FormatError(
        .badData,
        "\(path) is of version \(version), and this program reads \(EditionRecordVersion.current)",
        help: "build the edition again with `kulan atlas build`")
    } catch let error as FormatError {
      throw error
    } catch {
      throw FormatError(
        .badData, "\(path) is not the manifest of an edition",
        help: "build the edition again with `kulan atlas build`")
    }
  }

  /// How messages call it: its date and what tells it from others.
  package var label: String { "\(record.date) (\(record.edition))" }

  /// Reads a table of numbers.
  ///
  /// - Throws: `missingInput` or `badData` where the layers cannot be read.
  package func rows(of table: AtlasTable) throws(FormatError) -> FeatureBatch {
    try rows(of: table.rawValue, table.fields)
  }

  /// Reads the barriers.
  ///
  /// - Throws: `missingInput` or `badData` where the layers cannot be read.
  package func barriers() throws(FormatError) -> EditionBarriers {
    EditionBarriers(try rows(of: BarrierTable.layer, BarrierTable.fields))
  }

  /// Reads the regions; no rows where the edition has none.
  ///
  /// - Throws: `missingInput` or `badData` where the layers cannot be read.
  package func regions() throws(FormatError) -> FeatureBatch {
    if record.regions.isEmpty { return FeatureBatch(fields: RegionTable.fields) }
    return try rows(of: RegionTable.layer, RegionTable.fields)
  }

  private func rows(of name: String, _ fields: [Field]) throws(FormatError) -> FeatureBatch {
    let path = "\(folder)/\(EditionFile.geoPackage.rawValue)"
    let layer = try GeoPackageReader(path: path).open(layer: name)
    let found = Set(layer.header.fields.map(\.name))
    if let missing = fields.first(where: { !found.contains($0.name) }) {
      throw FormatError(
        .badData, "the layer \(name) of \(path) has no column \(missing.name)",
        help: "build the edition again with `kulan atlas build`")
    }
    var all = FeatureBatch(fields: layer.header.fields)
    while let batch = try layer.next(limit: 8192) { all.append(batch) }
    return all
  }
}
