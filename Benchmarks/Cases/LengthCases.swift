import Foundation
import Geometry
import Overlay
import PROJBridge

/// Lengths on the ellipsoid, against `geod_inverse`: how fast, and how far off.
struct LengthCases {
  private let data: DataFolder

  /// Prepares the cases.
  init(_ data: DataFolder) { self.data = data }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    if scoreboard.wants("length/segments") {
      let lines = try await LineSource.loaded(data.lines(.small)).collected()
      try await scoreboard.run(contest(lines))
    }
    for (name, metres, limit) in [("500 m", 500.0, 1e-8), ("10 km", 10_000, 1e-8)]
    where scoreboard.wants("length/error/\(name)") {
      scoreboard.observe(
        Observation(
          name: "length/error/\(name)", value: Self.greatestError(upTo: metres), unit: "m",
          limit: limit))
    }
  }

  private func contest(_ batch: LineBatch) -> Contest {
    let lines = batch.lines
    var contest = Contest(
      "length/segments", unit: "segment", items: batch.segmentCount, tolerance: 1e-9)
    contest.add("kulan") {
      Findings(sums: [Chainage(lines, by: .geodesic).lengths.reduce(0, +)])
    }
    contest.add("geod_inverse") {
      Findings(
        sums: [(0..<lines.count).reduce(0) { $0 + Geodesic.wgs84.length(ofRow: $1, of: lines) }])
    }
    contest.require(40, against: "geod_inverse")
    return contest
  }

  /// The greatest difference over a million edges of all directions below 70 degrees.
  private static func greatestError(upTo metres: Double) -> Double {
    var numbers = NormalNumbers(seed: 61)
    var column = GeometryColumn()
    while column.count < 1_000_000 {
      let start = Position(numbers.uniform(-180...180), numbers.uniform(-69.8...69.8))
      let (length, azimuth) = (numbers.uniform(0...metres), numbers.uniform(0...2 * .pi))
      column.lines.paths.append(x: start.x, y: start.y)
      column.lines.paths.append(
        x: start.x + length * sin(azimuth) / (111_412 * cos(start.y * .pi / 180)),
        y: start.y + length * cos(azimuth) / 111_694)
      column.lines.paths.endPath()
      column.endRow(.line)
    }
    let lines = column.lines
    let lengths = Chainage(lines, by: .geodesic).lengths
    return lengths.indices.reduce(0) {
      max($0, abs(lengths[$1] - Geodesic.wgs84.length(ofRow: $1, of: lines)))
    }
  }
}
