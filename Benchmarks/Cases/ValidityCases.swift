import GEOSBridge
import Geometry

/// Whether ranges are valid, against `GEOSisValidDetail_r`.
struct ValidityCases {
  private let data: DataFolder

  /// Prepares the cases.
  init(_ data: DataFolder) { self.data = data }

  /// Runs the cases; GEOS slows down with the number of holes.
  func run(on scoreboard: inout Scoreboard) async throws {
    try await run(.middle, size: .small, least: nil, on: &scoreboard)
    try await run(.fine, size: .all, least: 15, on: &scoreboard)
  }

  private func run(
    _ tier: OverlayCases.Tier, size: BenchmarkOptions.Size, least: Double?,
    on scoreboard: inout Scoreboard
  ) async throws {
    let name = "validity/\(tier.rawValue)"
    guard scoreboard.wants(name, size: size) else { return }
    let ranges = try await data.ranges(tier.vertices)
    let geos = GEOSContext()
    let geometries = try (0..<ranges.count).map {
      try GEOSShared(geos.makePolygon(row: $0, of: ranges))
    }
    var contest = Contest(name, unit: "vertex", items: ranges.rings.vertexCount)
    contest.add("kulan") {
      Findings(counts: (0..<ranges.count).map { ranges.validity(ofRow: $0).isValid ? 1 : 0 })
    }
    contest.add("isValid") {
      Findings(counts: try geometries.map { try $0.handle.invalidity() == nil ? 1 : 0 })
    }
    if let least { contest.require(least, against: "isValid") }
    try await scoreboard.run(contest, size: size, runs: 3)
  }
}
