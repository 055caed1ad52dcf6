internal import Connectivity
package import Formats
internal import Foundation
internal import Geometry

/// The results of work units on the disk, under the hash of what they depend on.
///
/// Every result is a GeoPackage that is complete or absent, beside a small JSON file that says what it
/// was made from. Any number of processes may fill one store at once: who computes the same unit writes
/// the same bytes.
package struct UnitStore: Sendable {
  /// Where results are looked for; the first is the one to write to.
  private let folders: [String]

  /// The folder to write to.
  package var folder: String { folders[0] }

  /// Names a store; its folder is made when something is stored.
  ///
  /// - Parameter folders: Where results are looked for, at least one; the first is written to.
  package init(folders: [String]) {
    precondition(!folders.isEmpty, "a store needs a folder")
    self.folders = folders
  }

  /// The time that all results carry: what was computed from the same has the same bytes.
  private static let timestamp = "2000-01-01T00:00:00.000Z"

  /// What is known of a stored unit beside its results.
  package struct Note: Sendable, Codable, Equatable {
    let slug: String
    let data: String
    let parameters: String
    let program: Int
    /// How much work it was, in segments.
    let size: Int
    /// How long it took.
    let seconds: Double

    /// What it was made from.
    package var identity: UnitIdentity {
      UnitIdentity(data: data, parameters: parameters, program: program)
    }
  }

  private func name(_ unit: WorkUnit, _ suffix: String) -> String {
    "\(unit.slug)-\(unit.identity.key.prefix(16)).\(suffix)"
  }

  private func path(_ unit: WorkUnit, _ suffix: String) -> String {
    "\(folder)/\(name(unit, suffix))"
  }

  /// The file of a unit, if it is there.
  private func file(_ unit: WorkUnit) -> String? {
    folders.map { "\($0)/\(name(unit, "gpkg"))" }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether a unit is there, complete.
  package func holds(_ unit: WorkUnit) -> Bool { file(unit) != nil }

  /// All notes of the store, in the order of their names.
  package func notes() -> [Note] {
    folders.flatMap { folder in
      Self.names(in: folder).filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
        FileManager.default.contents(atPath: "\(folder)/\(name)").flatMap {
          try? JSONDecoder().decode(Note.self, from: $0)
        }
      }
    }
  }

  /// The names in a folder; none where there is no folder yet.
  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Stores the result of a unit.
  ///
  /// - Throws: `cannotWrite` where the disk refuses.
  package func store(_ result: UnitResult, of unit: WorkUnit, seconds: Double) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FormatError(
        .cannotWrite, "cannot create the folder \(folder): \(error.localizedDescription)",
        help: "check the permissions of the folder above it, or name another with --units")
    }
    let note = Note(
      slug: unit.slug, data: unit.identity.data, parameters: unit.identity.parameters,
      program: unit.identity.program, size: unit.size, seconds: seconds)
    try write(note, to: path(unit, "json"))
    let writer = try GeoPackageWriter(
      path: path(unit, "gpkg"), overwrite: true, timestamp: Self.timestamp)
    do {
      for table in AtlasTable.allCases {
        guard let rows = result.tables[table] else { continue }
        try writer.addLayer(table.header(named: table.rawValue)).append(rows.numbered(from: 1))
      }
      try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
  }

  private func write(_ note: Note, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try PendingFile.write(encoder.encode(note), to: path, overwrite: true)
  }

  /// Reads a table of a stored unit; no rows where the unit has none of it.
  ///
  /// - Throws: `badData` where the file is broken.
  package func rows(of table: AtlasTable, _ unit: WorkUnit) throws(FormatError) -> FeatureBatch {
    let dataset = try GeoPackageReader(path: file(unit) ?? path(unit, "gpkg"))
    var all = FeatureBatch(fields: table.fields)
    guard dataset.layers.contains(where: { $0.name == table.rawValue }) else { return all }
    let layer = try dataset.open(layer: table.rawValue)
    while let batch = try layer.next(limit: 8192) { all.append(batch) }
    return all
  }

  /// Whether a file is a result, a note, or what SQLite leaves beside a result whose writer was killed.
  private static func isOurs(_ name: String) -> Bool {
    [".gpkg", ".json", ".gpkg-journal"].contains { name.hasSuffix($0) }
  }

  /// Removes what none of some units needs, and what builds left that were killed.
  ///
  /// - Returns: The number of results that were removed.
  @discardableResult
  package func prune(keeping units: [WorkUnit]) -> Int {
    let kept = Set(units.flatMap { [path($0, "gpkg"), path($0, "json")] })
    let stale = Self.names(in: folder).filter {
      Self.isOurs($0) && !kept.contains("\(folder)/\($0)")
    }
    for name in stale { try? FileManager.default.removeItem(atPath: "\(folder)/\(name)") }
    return stale.count { $0.hasSuffix(".gpkg") && !$0.hasPrefix(".") }
  }
}

extension AtlasTable {
  /// What a layer of the table says of itself.
  func header(named name: String) -> LayerHeader {
    LayerHeader(
      name: name, geometryType: geometry, crs: geometry == .none ? nil : "EPSG:4326",
      fields: fields)
  }
}
