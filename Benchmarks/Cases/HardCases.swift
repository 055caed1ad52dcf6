import Geometry

/// Where indexes and predicates have it hard, against the better of the GEOS programs for each.
struct HardCases {
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    try await lattice(on: &scoreboard)
    try await bay(on: &scoreboard)
    try await oneLine(on: &scoreboard)
    try await regions(on: &scoreboard)
  }

  /// Lines along the edges of raster cells: `tile` is wrong here, so `prep` is the baseline.
  private func lattice(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("overlay/lattice") else { return }
    let polygons = LatticeGenerator.polygons(count: 3, size: 192, seed: 51)
    let lines = LatticeGenerator.lines(count: options.scaled(1500), size: 192, seed: 52)
    var contest = Self.contest("overlay/lattice", lines)
    contest.add("kulan") {
      try await KulanOverlay(ranges: polygons, reading: .closed).overlay(Self.source(lines))
    }
    contest.add("prep") { try await GEOSPreparedRanges(polygons).overlay(Self.source(lines)) }
    contest.require(40, against: "prep")
    try await scoreboard.run(contest, runs: 3)
  }

  /// Nearly all vertices of a wide polygon in a small bay, and all lines there.
  private func bay(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("overlay/bay", size: .medium) else { return }
    let polygon = BayGenerator.polygon(vertices: options.scaled(450_000), seed: 53)
    let lines = BayGenerator.lines(count: options.scaled(20_000), seed: 54)
    var contest = Self.contest("overlay/bay", lines)
    contest.add("kulan") { try await KulanOverlay(ranges: polygon).overlay(Self.source(lines)) }
    contest.add("tile") { try await GEOSTiled(polygon).overlay(Self.source(lines)) }
    contest.require(40, against: "tile")
    try await scoreboard.run(contest, size: .medium, runs: 3)
  }

  /// One line and a polygon of a million vertices: an index of all of it would not pay.
  private func oneLine(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("overlay/one-line", size: .medium) else { return }
    let polygon = BayGenerator.polygon(vertices: options.scaled(1_000_000), seed: 53)
    let lines = BayGenerator.lines(count: 1, seed: 55)
    var contest = Contest(
      "overlay/one-line", unit: "vertex", items: polygon.rings.vertexCount, tolerance: 1e-9)
    contest.add("kulan") { try await KulanOverlay(ranges: polygon).overlay(Self.source(lines)) }
    contest.add("prep") { try await GEOSPreparedRanges(polygon).overlay(Self.source(lines)) }
    try await scoreboard.run(contest, size: .medium)
  }

  /// Simple polygons, which leave nothing to gain but the walk along the lines.
  private func regions(on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants("overlay/regions") else { return }
    let regions = RegionGenerator.regions(count: 13, seed: 21)
    var lines: [LineBatch] = []
    try await LineLayer.draw(count: options.scaled(20_000), jobs: options.jobs) {
      lines.append($0)
    }
    let source = LineSource.loaded(lines)
    var contest = Contest(
      "overlay/regions", unit: "segment", items: lines.reduce(0) { $0 + $1.segmentCount },
      tolerance: 1e-9)
    contest.add("kulan") { try await KulanOverlay(ranges: regions).overlay(source) }
    contest.add("tile") { try await GEOSTiled(regions).overlay(source) }
    contest.add("prep") { try await GEOSPreparedRanges(regions).overlay(source) }
    try await scoreboard.run(contest, runs: 3)
  }

  private static func contest(_ name: String, _ lines: LineColumn) -> Contest {
    Contest(
      name, unit: "segment", items: lines.paths.vertexCount - lines.paths.count, tolerance: 1e-9)
  }

  /// Lines of one class.
  private static func source(_ lines: LineColumn) -> LineSource {
    .loaded([LineBatch(lines, classes: Array(repeating: 0, count: lines.count))])
  }
}
