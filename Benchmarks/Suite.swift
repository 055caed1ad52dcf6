import Foundation
import TestSupport

/// All cases, in order.
enum Suite {
  /// Runs the cases that `options` names and prints their results.
  static func run(_ options: BenchmarkOptions) async throws {
    var scoreboard = Scoreboard(options)
    #if !GDAL
      scoreboard.note("built without GDAL: its readers and writers are not measured")
    #endif
    let data = try DataFolder(options)
    try await TestFiles.withFolder { folder in
      try await OverlayCases(data, options).run(on: &scoreboard)
      try await HardCases(options).run(on: &scoreboard)
      try await RealCases().run(on: &scoreboard)
      try await CrossingCases(data, options).run(on: &scoreboard)
      try await LengthCases(data).run(on: &scoreboard)
      try await ValidityCases(data).run(on: &scoreboard)
      try await ScoreCases(data).run(on: &scoreboard)
      try await NodeCases().run(on: &scoreboard)
      try await RangeCases(options).run(on: &scoreboard)
      try await ProcessCases(data, options, folder).run(on: &scoreboard)
      try await AtlasCases(folder).run(on: &scoreboard)
      try await CancellationCases(data).run(on: &scoreboard)
      try await MemoryCases(data, options).run(on: &scoreboard)
      try await GeoPackageCases(folder, options).run(on: &scoreboard)
      try await GeoJSONCases(folder, options).run(on: &scoreboard)
      try await GeometryCases(options).run(on: &scoreboard)
    }
    try report(scoreboard, options)
  }

  /// Prints the table, writes what the user asked for, and compares with what was recorded.
  private static func report(_ scoreboard: Scoreboard, _ options: BenchmarkOptions) throws {
    let table = ResultsTable(scoreboard)
    scoreboard.note("\n" + table.text)
    if let path = options.page {
      try Data(table.page.utf8).write(to: URL(fileURLWithPath: path))
    }
    let run = Expectations(scoreboard)
    if let path = options.record { try run.write(to: path) }
    guard let path = options.expected else { return }
    let complaints = try Expectations(path: path).complaints(about: run)
    if !complaints.isEmpty { throw Shortfall(complaints: complaints) }
    scoreboard.note("checksums and ratios are as recorded in \(path)")
  }
}

/// A run that falls short of what was recorded.
struct Shortfall: Error, CustomStringConvertible {
  /// In what, in words.
  let complaints: [String]

  var description: String {
    complaints.joined(separator: "\n") + "\n help: if this is meant, record anew: make bench-record"
  }
}
