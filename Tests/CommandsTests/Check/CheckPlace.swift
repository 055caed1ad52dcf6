import Foundation
import TestSupport
import Testing

@testable import Commands

/// An atlas in a folder of its own, and the reports on plans against it.
struct CheckPlace {
  let place: Workplace
  /// The configuration of the atlas.
  let configuration: String

  /// The small atlas of ``AtlasPlace``.
  static func small(_ place: Workplace) throws -> CheckPlace {
    CheckPlace(place: place, configuration: try AtlasPlace(place).configuration(movements: 20))
  }

  /// The schematic ranges, regions and border fences of the shared data.
  static func ustyurt(_ place: Workplace) throws -> CheckPlace {
    func source(_ name: String) -> String { TestFiles.shared("synthetic-cami/\(name)") }
    let text = """
      {
        title: "A schematic Ustyurt", date: "2026-11-22",
        sources: {
          barriers: [{ file: "\(source("border_fences_schematic.geojson"))", schematic: true }],
          ranges: [
            { file: "\(source("ranges_iucn_schema.shp"))", profile: "iucn", schematic: true },
          ],
          regions: [{ file: "\(source("ptcr_schematic.gpkg"))", schematic: true }],
        },
        settings: { movements: 20 },
      }
      """
    return CheckPlace(place: place, configuration: try place.write(text, "atlas.json"))
  }

  /// A fenced railway through both ranges of the small atlas.
  static let across = "[[57.4, 43.9], [57.45, 44.5], [57.4, 45.1]]"

  /// Writes a plan of one fenced railway and returns its path.
  func plan(_ coordinates: String, _ name: String = "plan") throws -> String {
    try place.write(
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
      "properties": {"class": "rail_fenced_both"},
      "geometry": {"type": "LineString", "coordinates": \(coordinates)}}]}
      """, "\(name).geojson")
  }

  /// Runs `kulan check` for a day that is always the same.
  func check(
    _ plans: [String], _ more: [String] = [], out: String = "report", mitigate: Int = 0
  ) async -> CommandRun {
    await CommandRun(
      ["check"] + plans + [
        "--atlas", configuration, "--mitigate", "\(mitigate)", "--date", "2026-11-22", "--out",
        place.path(out),
      ] + more, in: place.folder)
  }

  /// Runs `kulan check` and fails where it does not end well.
  func report(
    _ plans: [String], _ more: [String] = [], out: String = "report", mitigate: Int = 0
  ) async throws {
    let run = await check(plans, more, out: out, mitigate: mitigate)
    try #require(run.code == .done, "\(run.err)")
  }

  /// The rows of a table of a report by the names of columns.
  func rows(_ table: String, of report: String = "report") throws -> [[String: String]] {
    try place.rows("\(report)/\(table).csv")
  }

  /// `report.json` of a report.
  func json(of report: String = "report") throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: place.bytes("\(report)/report.json"))
    return try #require(object as? [String: Any])
  }

  /// A file of a report as text.
  func text(_ name: String, of report: String = "report") throws -> String {
    String(decoding: try place.bytes("\(report)/\(name)"), as: UTF8.self)
  }

  /// Whether there is a file or folder.
  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: place.path(name))
  }
}

/// Runs a test with plans against the small atlas.
func withCheck<Result>(_ body: (CheckPlace) async throws -> Result) async throws -> Result {
  try await withWorkplace { try await body(CheckPlace.small($0)) }
}

/// Runs a test with plans against the schematic data.
func withUstyurt(_ body: (CheckPlace) async throws -> Void) async throws {
  try await withWorkplace { try await body(CheckPlace.ustyurt($0)) }
}
