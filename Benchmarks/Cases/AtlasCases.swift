import Foundation
import TestSupport

/// Whole atlases: from the example on real roads and railways to an edition.
struct AtlasCases {
  private let folder: URL
  private let kulan = ChildProcess.ownFolder.appendingPathComponent("kulan").path

  /// Prepares the cases, whose files go to `folder`.
  init(_ folder: URL) { self.folder = folder }

  /// Runs the case, where the data and the command line are there.
  func run(on scoreboard: inout Scoreboard) async throws {
    let name = "atlas/central-asia"
    guard scoreboard.wants(name, size: .medium) else { return }
    guard TestFiles.hasSharedData else {
      return scoreboard.note("\(name): \(TestFiles.needsSharedData)")
    }
    guard FileManager.default.isExecutableFile(atPath: kulan) else {
      return scoreboard.note("\(name): build the command line first: swift build -c release")
    }
    let stages = StageNotes()
    var contest = Contest(name, unit: "atlas", items: 1)
    contest.add("kulan") {
      try? FileManager.default.removeItem(at: units)
      return try build(noting: "from nothing", in: stages)
    }
    contest.add("kulan, nothing changed") { try build(noting: "nothing changed", in: stages) }
    try await scoreboard.run(contest, size: .medium, runs: 1)
    for line in stages.lines { scoreboard.note("\(name), \(line)") }
  }

  private var units: URL { folder.appendingPathComponent("atlas-units") }

  /// Builds an edition; what it found are the measures of all ranges.
  private func build(noting what: String, in stages: StageNotes) throws -> Findings {
    let edition = folder.appendingPathComponent("atlas-edition")
    try? FileManager.default.removeItem(at: edition)
    let text = try ChildProcess(
      program: kulan,
      arguments: [
        "atlas", "build", TestFiles.examples.appendingPathComponent("central-asia.json").path,
        "--out", edition.path, "--units", units.path, "--jobs", "2", "--json", "--quiet",
      ]
    ).output()
    let result = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let times = (result?["times"] as? [String: Any] ?? [:]).compactMapValues { $0 as? Double }
    let total = times.filter { $0.key.hasSuffix("_s") }.values.reduce(0, +)
    stages.note(
      what,
      times.sorted { $0.key < $1.key }.map { key, value in
        key.hasSuffix("_s")
          ? "\(key.dropLast(2)) \(value) s (\(Int((100 * value / total).rounded())) %)"
          : "\(key) \(value)"
      }.joined(separator: ", "))
    var findings = try Self.measures(
      in: edition.appendingPathComponent("connectivity.csv"))
    findings.peak = times["peak_mb"]
    return findings
  }

  /// The ECA of every range and region.
  private static func measures(in file: URL) throws -> Findings {
    let rows = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return Findings(counts: [UInt64(rows.count)], sums: rows.compactMap { Double($0[4]) })
  }
}

/// What the last run of every kind said of its stages.
private final class StageNotes {
  private var notes: [String: String] = [:]

  func note(_ kind: String, _ text: String) { notes[kind] = text }

  var lines: [String] { notes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } }
}
