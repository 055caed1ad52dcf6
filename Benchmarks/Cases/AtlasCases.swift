import Foundation
import TestSupport

/// Whole atlases: from the example on real roads and railways to an edition.
struct AtlasCases {
  private let folder: URL
  private let kulan = ChildProcess.ownFolder.appendingPathComponent("kulan").path

  /// Prepares the cases, whose files go to `folder`.
  init(_ folder: URL) { self.folder = folder }

  /// Runs the cases, where the data and the command line are there.
  func run(on scoreboard: inout Scoreboard) async throws {
    if canRun("atlas/central-asia", &scoreboard) { try await runAtlas(on: &scoreboard) }
    if canRun("check/central-asia", &scoreboard) { try await runCheck(on: &scoreboard) }
  }

  private func canRun(_ name: String, _ scoreboard: inout Scoreboard) -> Bool {
    guard scoreboard.wants(name, size: .medium) else { return false }
    guard TestFiles.hasSharedData else {
      scoreboard.note("\(name): \(TestFiles.needsSharedData)")
      return false
    }
    guard FileManager.default.isExecutableFile(atPath: kulan) else {
      scoreboard.note("\(name): build the command line first: swift build -c release")
      return false
    }
    return true
  }

  private func runAtlas(on scoreboard: inout Scoreboard) async throws {
    let name = "atlas/central-asia"
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

  /// A planned railway of 496 km with 24 structures against an atlas that was built, and against one that
  /// was not.
  private func runCheck(on scoreboard: inout Scoreboard) async throws {
    let name = "check/central-asia"
    _ = try build(noting: "before", in: StageNotes())
    var contest = Contest(name, unit: "plan", items: 1)
    contest.add("kulan, atlas built") { try check(units: units) }
    let empty = folder.appendingPathComponent("check-units")
    contest.add("kulan, from nothing") {
      try? FileManager.default.removeItem(at: empty)
      return try check(units: empty)
    }
    try await scoreboard.run(contest, size: .medium, runs: 1)
  }

  /// Checks the plan; what it found is the connected area of every range and region, before and after.
  private func check(units: URL) throws -> Findings {
    let report = folder.appendingPathComponent("check-report")
    try? FileManager.default.removeItem(at: report)
    _ = try ChildProcess(
      program: kulan,
      arguments: [
        "check", TestFiles.shared("synthetic-cami/planned_railway.kml"), "--atlas", configuration,
        "--units", units.path, "--set", "class=railway", "--passages",
        TestFiles.shared("synthetic-cami/planned_railway_structures.csv"), "--passage-length",
        "15", "--out", report.path, "--jobs", "2", "--json", "--quiet",
      ]
    ).output()
    return try Self.values(in: report.appendingPathComponent("effects.csv"), columns: [4, 7])
  }

  private var configuration: String {
    TestFiles.examples.appendingPathComponent("central-asia.json").path
  }

  private var units: URL { folder.appendingPathComponent("atlas-units") }

  /// Builds an edition; what it found are the measures of all ranges.
  private func build(noting what: String, in stages: StageNotes) throws -> Findings {
    let edition = folder.appendingPathComponent("atlas-edition")
    try? FileManager.default.removeItem(at: edition)
    let text = try ChildProcess(
      program: kulan,
      arguments: [
        "atlas", "build", configuration, "--out", edition.path, "--units", units.path, "--jobs",
        "2", "--json", "--quiet",
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
    var findings = try Self.values(
      in: edition.appendingPathComponent("connectivity.csv"), columns: [4])
    findings.peak = times["peak_mb"]
    return findings
  }

  /// The numbers in some columns of a table.
  private static func values(in file: URL, columns: [Int]) throws -> Findings {
    let rows = String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    return Findings(
      counts: [UInt64(rows.count)],
      sums: rows.flatMap { row in columns.compactMap { Double(row[$0]) } })
  }
}

/// What the last run of every kind said of its stages.
private final class StageNotes {
  private var notes: [String: String] = [:]

  func note(_ kind: String, _ text: String) { notes[kind] = text }

  var lines: [String] { notes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } }
}
