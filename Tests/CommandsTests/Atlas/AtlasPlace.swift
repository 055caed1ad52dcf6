import Foundation
import TestSupport
import Testing

@testable import Commands

/// A small atlas in a folder of its own: seven barriers, the ranges of two species, two regions.
struct AtlasPlace {
  let place: Workplace

  init(_ place: Workplace) throws {
    self.place = place
    for name in ["barriers", "ranges", "regions", "passages"] {
      try Data(
        contentsOf: URL(fileURLWithPath: TestFiles.fixture("input/connectivity-\(name).geojson"))
      )
      .write(to: place.folder.appendingPathComponent("\(name).geojson"))
    }
  }

  /// Writes a configuration and returns its path.
  func configuration(
    _ more: String = "", movements: Int = 50, settings: String = "ranking: \"regions\"",
    name: String = "atlas.json"
  ) throws -> String {
    try place.write(
      """
      {
        title: "A small atlas", date: "2026-11-22",
        sources: {
          barriers: [{ file: "barriers.geojson", credit: "nobody" }],
          ranges: [{ file: "ranges.geojson", schematic: true }],
          regions: [{ file: "regions.geojson" }],
          passages: [{ file: "passages.geojson" }],
        },
        settings: { movements: \(movements), \(settings) },
        \(more)
      }
      """, name)
  }

  /// Changes the text of a layer.
  func change(_ layer: String, _ old: String, to new: String) throws {
    let text = String(decoding: try place.bytes("\(layer).geojson"), as: UTF8.self)
    try #require(text.contains(old))
    _ = try place.write(text.replacing(old, with: new), "\(layer).geojson")
  }

  /// Runs a command of `kulan atlas` and returns what it says as JSON.
  @discardableResult
  func json(_ words: String..., code: ExitCode = .done) async throws -> [String: Any] {
    let run = await CommandRun(["atlas"] + words + ["--json"])
    #expect(run.code == code, "\(run.err)")
    return try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any] ?? [:]
  }

  /// Builds an edition and returns the units that were computed.
  func build(_ configuration: String, out: String, units: String, _ more: String...) async throws
    -> [String]
  {
    let run = await CommandRun(
      ["atlas", "build", configuration, "--out", place.path(out), "--units", place.path(units)]
        + more + ["--json"])
    try #require(run.code == .done, "\(run.err)")
    let object = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any]
    let found = try #require(object?["units"] as? [[String: Any]])
    return found.filter { $0["computed"] as? Bool == true }.compactMap { $0["unit"] as? String }
  }

  /// The bytes of all files of an edition by name.
  func bytes(ofEdition name: String) throws -> [String: Data] {
    let folder = place.folder.appendingPathComponent(name)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) {
      $0[$1] = try Data(contentsOf: folder.appendingPathComponent($1))
    }
  }

  /// Fails where two editions differ.
  func expectSame(_ one: String, _ other: String) throws {
    let (first, second) = (try bytes(ofEdition: one), try bytes(ofEdition: other))
    #expect(first.keys.sorted() == second.keys.sorted())
    for name in first.keys.sorted() { #expect(first[name] == second[name], "\(name) differs") }
  }

  /// The rows of a table of an edition.
  func table(_ name: String, of edition: String) throws -> [[String: String]] {
    let text = String(decoding: try place.bytes("\(edition)/\(name).csv"), as: UTF8.self)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let names = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
  }
}

/// Runs a test with a small atlas.
func withAtlas(_ body: (AtlasPlace) async throws -> Void) async throws {
  try await withWorkplace { try await body(AtlasPlace($0)) }
}
