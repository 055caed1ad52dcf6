import Geometry
import Overlay

/// Long lines through fractal ranges: lengths inside and crossings, against GEOS.
struct OverlayCases {
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Runs the cases; results agree when all counts do, and lengths within 1e-9.
  func run(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("overlay/lines-in-polygons") else { return }
    let lines = lines(options.scaled(20_000))
    let ranges = RangeGenerator.ranges(count: 20, vertices: 5_000, seed: 7)
    scoreboard.note(
      "overlay/lines-in-polygons: \(lines.count) lines, \(lines.paths.vertexCount) vertices; "
        + "\(ranges.count) ranges, \(ranges.partCount) parts, \(ranges.rings.count) rings, "
        + "\(ranges.rings.vertexCount) vertices")
    var contest = Contest(
      "overlay/lines-in-polygons", unit: "segment",
      items: lines.paths.vertexCount - lines.paths.count, tolerance: 1e-9)
    contest.add("kulan") { try await Self.kulan(lines, ranges) }
    contest.add("geos-tile") { try GEOSTiled(ranges).overlay(lines) }
    contest.add("geos-prepared") { try GEOSPreparedRanges(ranges).overlay(lines) }
    try await scoreboard.run(contest, runs: min(options.runs, 3))
  }

  private func lines(_ count: Int) -> LineColumn {
    var generator = RoadGenerator(seed: 8)
    var column = GeometryColumn()
    for _ in 0..<count {
      generator.appendLine(vertices: generator.longVertexCount(), to: &column)
    }
    return column.lines
  }

  /// Ours in one task, as the baselines are: preparing the ranges, cutting and adding up.
  private static func kulan(_ lines: LineColumn, _ ranges: PolygonColumn) async throws -> Findings {
    let overlay = try await PolygonOverlay(ranges, measuredBy: .geodesic)
    var totals = RangeTotals(count: ranges.count)
    for meeting in try await overlay.cut(lines).meetings {
      totals.add(
        length: meeting.insideLength, crossings: meeting.crossings, toRange: meeting.polygon)
    }
    return totals.findings
  }
}
