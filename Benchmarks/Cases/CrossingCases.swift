import Geometry
import Overlay

/// Tracks of animals across fences: all places where they cross, against GEOS.
struct CrossingCases {
  private let data: DataFolder
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ data: DataFolder, _ options: BenchmarkOptions) {
    self.data = data
    self.options = options
  }

  /// Runs the cases; results agree when every track crosses equally often.
  func run(on scoreboard: inout Scoreboard) async throws {
    try await run(.small, size: .small, least: nil, on: &scoreboard)
    try await run(.medium, size: .medium, least: 9, on: &scoreboard)
  }

  private func run(
    _ layer: LineLayer, size: BenchmarkOptions.Size, least: Double?,
    on scoreboard: inout Scoreboard
  ) async throws {
    let name = "crossings/tracks/\(layer.rawValue)"
    guard scoreboard.wants(name, size: size) else { return }
    let fenceClass = LineBatch.classes.firstIndex(of: "fence") ?? 1
    var column = GeometryColumn()
    for batch in try await data.lines(layer) {
      let fences = GeometryColumn(batch.only(class: fenceClass))
      for row in 0..<fences.count { column.append(row, of: fences) }
    }
    let fences = column.lines
    let tracks = TrackGenerator.tracks(count: options.scaled(300), seed: 41)
    var contest = Contest(
      name, unit: "segment", items: fences.paths.vertexCount - fences.paths.count)
    for (contender, jobs) in [("kulan", 1), ("kulan-2", 2)] {
      contest.add(contender) {
        let overlay = LineOverlay(tracks, measuredBy: .geodesic)
        var counts = [UInt64](repeating: 0, count: tracks.count)
        for contact in try await overlay.contacts(of: fences, jobs: jobs) {
          counts[contact.other] += 1
        }
        return Findings(counts: counts)
      }
    }
    contest.add("cross") { try GEOSCross(fences).crossings(of: tracks) }
    if let least { contest.require(least, against: "cross") }
    try await scoreboard.run(contest, size: size, runs: 3)
  }
}
