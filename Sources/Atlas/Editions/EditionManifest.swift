internal import Connectivity
package import Formats
internal import Foundation
internal import Landscape

/// What an edition was made from, and the hashes of its files: `manifest.json`.
package struct EditionManifest: Sendable {
  private let plan: AtlasPlan
  private let inputs: [(source: AtlasSourceRecord, hash: FileHash)]
  /// The names and versions of the libraries that were used; nil for what is not built in.
  private let libraries: [(name: String, version: String?)]

  /// Takes the hashes of all inputs.
  ///
  /// - Parameters:
  ///   - plan: What the edition is made of.
  ///   - libraries: The names and versions of the libraries that were used.
  /// - Throws: `missingInput` where a file is gone; `CancellationError`.
  package init(_ plan: AtlasPlan, libraries: [(name: String, version: String?)]) throws {
    (self.plan, self.libraries) = (plan, libraries)
    inputs = try plan.data.sources.map { ($0, try FileHash(of: $0.source.path)) }
  }

  /// What tells this edition from others: the hash of what all its units were made from.
  package var edition: String {
    var print = Fingerprint()
    print.add([plan.configuration.title, plan.configuration.date])
    print.add(plan.units.map(\.identity.key))
    return String(print.text.prefix(16))
  }

  /// Writes it into a folder, with the hashes of all files that are there.
  ///
  /// - Throws: `cannotWrite` where the disk refuses; `CancellationError`.
  package func write(into folder: String) throws {
    var files: [(String, FileHash)] = []
    for file in EditionFile.allCases where file != .manifest {
      let path = "\(folder)/\(file.rawValue)"
      if FileManager.default.fileExists(atPath: path) {
        files.append((file.rawValue, try FileHash(of: path)))
      }
    }
    let path = "\(folder)/\(EditionFile.manifest.rawValue)"
    try PendingFile.write((json(files).text + "\n").utf8, to: path, overwrite: true)
  }

  private func json(_ files: [(name: String, hash: FileHash)]) -> JSONValue {
    let configuration = plan.configuration
    return [
      "schema_version": .integer(1), "title": .text(configuration.title),
      "date": .text(configuration.date), "edition": .text(edition), "model": "PM-1",
      "kulan": .text(AtlasProgram.version), "revision": .integer(AtlasProgram.revision),
      "libraries": .object(
        libraries.map { ($0.name.lowercased(), $0.version.map(JSONValue.text) ?? .null) }),
      "species": .list(plan.species, JSONValue.text),
      "regions": .list(plan.regions.map(\.name), JSONValue.text),
      "scenarios": .list(plan.data.scenarios) {
        ["name": .text($0.name), "description": .text($0.description)]
      },
      "settings": settings,
      "inputs": inputsJSON,
      "parameters": .list(parameterFiles, JSONValue.text),
      "units": .list(plan.units) { unit in
        [
          "unit": .text(unit.slug), "subject": .text(unit.subject.label),
          "scenario": .text(unit.scenario), "data": .text(unit.identity.data),
          "parameters": .text(unit.identity.parameters),
          "program": .integer(unit.identity.program),
        ]
      },
      "outputs": .list(files) {
        [
          "file": .text($0.name), "bytes": .integer($0.hash.bytes), "sha256": .text($0.hash.text),
        ]
      },
    ]
  }

  /// What every source held, with its hash.
  package var inputsJSON: JSONValue { .list(inputs) { input($0.source, $0.hash) } }

  /// The rules and numbers of what is computed of ranges.
  package var settings: JSONValue {
    let ranges = plan.configuration.ranges
    return [
      "seed": .integer(Int(ranges.seed)), "season": .text(ranges.season ?? "annual"),
      "bridge_gaps_m": number(ranges.bridgedGaps), "cuts_below": .number(ranges.cutsBelow),
      "least_patch_km2": .number(ranges.leastArea),
      "edge": .text(ranges.edge?.rawValue ?? "model"), "movements": .integer(ranges.chords),
      "samples": .integer(ranges.samples ?? 0), "ranking": .text(ranges.ranking.rawValue),
      "migration_front": .boolean(plan.configuration.model.isOnMigrationFront),
    ]
  }

  private func number(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }

  /// The files of numbers that stand in place of bundled ones.
  private var parameterFiles: [String] {
    let model = plan.configuration.model
    return
      (model.parameterFiles + [model.overridesFile, model.fenceProfilesFile].compactMap(\.self))
      .map(relative)
  }

  private func input(_ source: AtlasSourceRecord, _ hash: FileHash) -> JSONValue {
    let record = source.record
    return [
      "key": .text(source.key), "role": .text(source.role),
      "file": .text(relative(source.source.path)),
      "layer": record.map { .text($0.layer) } ?? .null,
      "format": record.map { .text($0.format) } ?? .null,
      "crs": record.map { .text($0.crs) } ?? .null, "bytes": .integer(hash.bytes),
      "sha256": .text(hash.text),
      "features_read": record.map { .integer($0.read) } ?? .null,
      "features_used": record.map { .integer($0.used) } ?? .null,
      "repaired": record.map { .integer($0.cleaning.repairs.count) } ?? .null,
      "rejected": record.map { .integer($0.cleaning.rejections.count) } ?? .null,
      "credit": source.credit.map(JSONValue.text) ?? .null,
      "licence": source.licence.map(JSONValue.text) ?? .null,
      "schematic": .boolean(source.isSchematic),
    ]
  }

  /// A path as it goes on from the folder of the configuration, so that the place of that folder on a
  /// machine makes no difference.
  private func relative(_ path: String) -> String {
    let folder = plan.configuration.folder
    return !folder.isEmpty && path.hasPrefix(folder + "/")
      ? String(path.dropFirst(folder.count + 1)) : path
  }
}
