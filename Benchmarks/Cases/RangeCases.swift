import Connectivity
import GEOSBridge
import Geometry
import Overlay

/// Ranges that barriers divide: how fast, and how fast lines are ranked.
struct RangeCases {
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    try await mesh(on: &scoreboard)
    try await importance("connectivity/importance/400", (400, 80), .small, on: &scoreboard)
    try await importance("connectivity/importance/5000", (5000, 1000), .medium, on: &scoreboard)
  }

  /// A range of a million vertices and 20,000 roads, in the plane: faces, by the number.
  private func mesh(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("connectivity/mesh", size: .medium) else { return }
    let range = try await RangeGenerator.ranges(
      count: 1, vertices: options.scaled(1_000_000), seed: 81, jobs: options.jobs)
    let roads = PatchworkGenerator.roads(
      count: options.scaled(20_000), in: range.box(of: 0), seed: 82)
    let lines = LineColumn(
      (0..<range.rings.count).map { [range.rings.positions(of: $0)] }
        + (0..<roads.count).map { [roads.paths.positions(of: $0)] })
    var contest = Contest("connectivity/mesh", unit: "vertex", items: lines.paths.vertexCount)
    contest.add("kulan") { try await Self.faces(of: lines, jobs: 1) }
    contest.add("kulan-2") { try await Self.faces(of: lines, jobs: 2) }
    contest.add("polygonize") {
      let noded = try GEOSContext().makeLine(
        row: 0, of: LineColumn([(0..<lines.paths.count).map { lines.paths.positions(of: $0) }])
      ).unaryUnion()
      var faces = GeometryColumn()
      try faces.append(noded.polygonized(), only: .polygon)
      return Findings(counts: [UInt64(faces.polygons.partCount)])
    }
    contest.require(5, against: "polygonize")
    try await scoreboard.run(contest, size: .medium, runs: 3)
  }

  private static func faces(of lines: LineColumn, jobs: Int) async throws -> Findings {
    Findings(counts: [UInt64(try await Subdivision(lines, jobs: jobs).faceCount - 1)])
  }

  /// What opening each line brings; anew for every line, where that is to be had.
  private func importance(
    _ name: String, _ counts: (patches: Int, objects: Int), _ size: BenchmarkOptions.Size,
    on scoreboard: inout Scoreboard
  ) async throws {
    guard scoreboard.wants(name, size: size) else { return }
    let grid = try await PatchworkGenerator.Grid(
      patches: counts.patches, objects: counts.objects, seed: 83)
    var contest = Contest(
      name, unit: "line", items: Set(grid.lines).count, tolerance: 1e-6)
    contest.add("kulan") { try await Self.importance(grid, jobs: 1) }
    contest.add("kulan-2") { try await Self.importance(grid, jobs: 2) }
    if size == .small {
      contest.add("each-anew") { try await Self.anew(grid) }
      contest.require(5, against: "each-anew")
    }
    try await scoreboard.run(contest, size: size, runs: 3)
  }

  private static func importance(
    _ grid: PatchworkGenerator.Grid, jobs: Int
  ) async throws -> Findings {
    let found = try await grid.study.importance(
      in: grid.scenario, ofLines: grid.lines, jobs: jobs)
    return Findings(
      counts: [UInt64(found.count)],
      sums: found.sorted { $0.line < $1.line }.map(\.gain))
  }

  /// The patches without each line, and all ways between them.
  private static func anew(_ grid: PatchworkGenerator.Grid) async throws -> Findings {
    func equivalentArea(without line: Int?) async throws -> Double {
      let scenario = RangeScenario("", isPresent: grid.lines.map { $0 != line })
      let graph = grid.study.patches(grid.study.walls(in: scenario))
      return graph.connectedArea(try await graph.reach()).equivalentArea
    }
    let lines = Set(grid.lines).sorted()
    let before = try await equivalentArea(without: nil)
    var findings = Findings(counts: [UInt64(lines.count)])
    for line in lines {
      findings.sums.append(try await equivalentArea(without: line) - before)
    }
    return findings
  }
}
