import TestSupport

/// All cases, in order.
enum Suite {
  /// Runs the cases that `options` names and prints their results.
  static func run(_ options: BenchmarkOptions) async throws {
    var scoreboard = Scoreboard(options)
    #if !GDAL
      scoreboard.note("built without GDAL: its readers and writers are not measured")
    #endif
    try await TestFiles.withFolder { folder in
      try await GeoPackageCases(folder, options).run(on: &scoreboard)
      try await GeoJSONCases(folder, options).run(on: &scoreboard)
      try await GeometryCases(options).run(on: &scoreboard)
      try await OverlayCases(options).run(on: &scoreboard)
    }
    scoreboard.printTable()
  }
}
