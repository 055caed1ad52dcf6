internal import Formats
internal import Foundation
internal import Geometry

/// Looks at an edition as a stranger would: whether its files are those of its manifest, and whether
/// what they say can be.
package struct EditionCheck: Sendable {
  /// What was looked at, with what was wrong about it.
  package struct Finding: Sendable {
    /// What should hold.
    package let law: String
    /// How many things were looked at.
    package let count: Int
    /// What does not hold, in one line each.
    package let faults: [String]
  }

  /// All that was looked at.
  package let findings: [Finding]

  /// Whether everything is as it should be.
  package var isSound: Bool { findings.allSatisfy(\.faults.isEmpty) }

  /// The part of a manifest that names the files.
  private struct Manifest: Decodable {
    struct Output: Decodable {
      let file: String
      let sha256: String
    }
    let outputs: [Output]
  }

  /// Checks the edition in a folder.
  ///
  /// - Throws: `missingInput` where the folder holds no edition, `badData` where a file cannot be
  ///   read; `CancellationError`.
  package init(of folder: String) throws {
    let path = "\(folder)/\(EditionFile.manifest.rawValue)"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FormatError(
        .missingInput, "\(folder) holds no edition: there is no \(path)",
        help: "name a folder that kulan atlas build has written")
    }
    let manifest: Manifest
    do {
      manifest = try JSONDecoder().decode(Manifest.self, from: data)
    } catch {
      throw FormatError(
        .badData, "\(path) is no manifest of an edition", help: "build the edition anew")
    }
    var findings = [try Self.hashes(manifest, folder)]
    let dataset = try GeoPackageReader(path: "\(folder)/\(EditionFile.geoPackage.rawValue)")
    findings.append(try Self.measures(Self.rows(.connectivity, dataset)))
    findings.append(try Self.permeabilities(Self.rows(.summary, dataset)))
    findings.append(try Self.lengths(dataset))
    self.findings = findings
  }

  private static func hashes(_ manifest: Manifest, _ folder: String) throws -> Finding {
    var faults: [String] = []
    for output in manifest.outputs {
      let path = "\(folder)/\(output.file)"
      if !FileManager.default.fileExists(atPath: path) {
        faults.append("\(output.file) is missing")
      } else if try FileHash(of: path).text != output.sha256 {
        faults.append("\(output.file) was changed after the edition was made")
      }
    }
    return Finding(
      law: "files are those of the manifest", count: manifest.outputs.count, faults: faults)
  }

  private static func rows(
    _ table: AtlasTable, _ dataset: GeoPackageReader
  ) throws(FormatError) -> FeatureBatch {
    try rows(ofLayer: table.rawValue, table.fields, dataset)
  }

  private static func rows(
    ofLayer name: String, _ fields: [Field], _ dataset: GeoPackageReader
  ) throws(FormatError) -> FeatureBatch {
    var all = FeatureBatch(fields: fields)
    let layer = try dataset.open(layer: name)
    while let batch = try layer.next(limit: 8192) { all.append(batch) }
    return all
  }

  /// Low, central and high ECA are in order, and none is larger than the range.
  private static func measures(_ rows: FeatureBatch) -> Finding {
    var faults: [String] = []
    for row in 0..<rows.count {
      let values = ["eca_low_km2", "eca_km2", "eca_high_km2", "range_km2"].map {
        rows.number($0, row)
      }
      // The range itself is a sum of as many rounded parts.
      let isOrdered = zip(values, values.dropFirst()).allSatisfy { $0 <= $1 * (1 + 1e-9) + 1e-6 }
      if !isOrdered {
        faults.append("\(rows.place(row)): low, central, high ECA and range are \(values)")
      }
    }
    return Finding(
      law: "low ≤ central ≤ high ECA ≤ range", count: rows.count, faults: faults)
  }

  /// Permeabilities are chances, and lengths of readings add up.
  private static func permeabilities(_ rows: FeatureBatch) -> Finding {
    let readings = ["absolute_m", "severe_m", "moderate_m", "slight_m", "minor_m"]
    var faults: [String] = []
    for row in 0..<rows.count where rows.column("p")?[row] != .null {
      let p = ["p_low", "p", "p_high"].map { rows.number($0, row) }
      let length = rows.number("inside_m", row) + rows.number("boundary_m", row)
      let sum = readings.reduce(0) { $0 + rows.number($1, row) }
      if p != p.sorted() || p[0] < 0 || p[2] > 1 {
        faults.append("\(rows.place(row)): the bounds of P are \(p)")
      }
      // Each number is rounded to the millimetre.
      if abs(length - sum) > 0.005 {
        faults.append("\(rows.place(row)): readings have \(sum) m of \(length) m")
      }
    }
    return Finding(
      law: "0 ≤ low P ≤ P ≤ high P ≤ 1, readings add up", count: rows.count, faults: faults)
  }

  /// The pieces of a range have the length that the summary says of the whole of it.
  private static func lengths(_ dataset: GeoPackageReader) throws(FormatError) -> Finding {
    var sums: [String: Double] = [:]
    let summary = try rows(.summary, dataset)
    for row in 0..<summary.count
    where summary.column("region")?[row] == .null && summary.column("species")?[row] != .null {
      sums[summary.place(row), default: 0] +=
        summary.number("inside_m", row) + summary.number("boundary_m", row)
        + summary.number("repeated_m", row)
    }
    var (found, count): ([String: Double], Int) = ([:], 0)
    for layer in dataset.layers where layer.name.hasPrefix("\(AtlasTable.pieces.rawValue)_") {
      let pieces = try rows(ofLayer: layer.name, AtlasTable.pieces.fields, dataset)
      for row in 0..<pieces.count {
        found[pieces.place(row), default: 0] += pieces.number("length_m", row)
      }
      count += pieces.count
    }
    // Every piece and every sum is rounded to the millimetre.
    let faults = sums.keys.sorted().filter {
      abs((found[$0] ?? 0) - (sums[$0] ?? 0)) > 0.001 * Double(count + summary.count)
    }.map { "\($0): pieces have \(found[$0] ?? 0) m, the summary \(sums[$0] ?? 0) m" }
    return Finding(law: "pieces add up to the summary", count: count, faults: faults)
  }
}

extension FeatureBatch {
  /// The number in a column; 0 where there is none.
  fileprivate func number(_ name: String, _ row: Int) -> Double {
    switch column(name)?[row] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: 0
    }
  }

  /// What a row is about.
  fileprivate func place(_ row: Int) -> String {
    ["species", "scenario"].compactMap { column($0)?[row].filled }.joined(separator: ", ")
  }
}
