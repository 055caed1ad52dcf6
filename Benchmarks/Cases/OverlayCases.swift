import Geometry

/// Long lines through fractal ranges: lengths inside and crossings by range and class, against GEOS.
struct OverlayCases {
  /// One layer of lines with ranges of one size.
  private struct Case {
    let lines: LineLayer
    let tier: Tier
    let size: BenchmarkOptions.Size
    /// The least ratio to `tile`, where one is required.
    var tile: Double?
    /// Whether `prep` takes part, which may take minutes.
    var hasPrepared = true

    var name: String { "overlay/\(lines.rawValue)/\(tier.rawValue)" }
  }

  /// The sizes of ranges.
  enum Tier: String {
    case coarse = "5k"
    case middle = "50k"
    case fine = "500k"

    /// The number of vertices of a range.
    var vertices: Int {
      switch self {
      case .coarse: 5_000
      case .middle: 50_000
      case .fine: 500_000
      }
    }
  }

  private static let cases = [
    Case(lines: .small, tier: .coarse, size: .small),
    Case(lines: .small, tier: .middle, size: .small, hasPrepared: false),
    Case(lines: .small, tier: .fine, size: .all, hasPrepared: false),
    Case(lines: .medium, tier: .coarse, size: .medium, tile: 16),
    Case(lines: .medium, tier: .middle, size: .medium, tile: 24, hasPrepared: false),
    Case(lines: .medium, tier: .fine, size: .all, tile: 45, hasPrepared: false),
  ]

  /// One layer of lines with the middle ranges, read from GeoPackages.
  private struct FileCase {
    let name: String
    let lines: LineLayer
    let size: BenchmarkOptions.Size
    /// Whether we keep pieces and crossings in memory, or let them go batch by batch.
    let keepsPieces: Bool
    /// The least ratio to `tile`, where one is required.
    var tile: Double?
    /// The least ratio of one thread to two, where one is required.
    var speedUp: Double?
  }

  private static let fileCases = [
    FileCase(name: "overlay/S/50k/file", lines: .small, size: .small, keepsPieces: true, tile: 14),
    FileCase(name: "overlay/S/50k/stream", lines: .small, size: .all, keepsPieces: false),
    FileCase(
      name: "overlay/L/50k", lines: .large, size: .all, keepsPieces: false, tile: 30, speedUp: 1.7),
  ]

  private let data: DataFolder
  private let options: BenchmarkOptions

  /// Prepares the cases.
  init(_ data: DataFolder, _ options: BenchmarkOptions) {
    self.data = data
    self.options = options
  }

  /// Runs the cases; results agree when all counts do, and lengths within 1e-9.
  func run(on scoreboard: inout Scoreboard) async throws {
    for item in Self.cases where scoreboard.wants(item.name, size: item.size) {
      try await scoreboard.run(contest(item), size: item.size, runs: 3)
    }
    try await runPrepared(.small, size: .medium, least: nil, on: &scoreboard)
    try await runPrepared(.medium, size: .all, least: 120, on: &scoreboard)
    for item in Self.fileCases where scoreboard.wants(item.name, size: item.size) {
      try await scoreboard.run(fileContest(item), size: item.size, runs: 3)
    }
  }

  /// Lines and ranges in memory.
  private func contest(_ item: Case) async throws -> Contest {
    let ranges = try await data.ranges(item.tier.vertices)
    let lines = try await data.lines(item.lines)
    var contest = Self.contest(item.name, lines, ranges)
    contest.add("tile") { try await GEOSTiled(ranges).overlay(.loaded(lines)) }
    if let tile = item.tile { contest.require(tile, against: "tile") }
    if item.hasPrepared {
      contest.add("prep") { try await GEOSPreparedRanges(ranges).overlay(.loaded(lines)) }
    }
    return contest
  }

  /// Against `prep`, which takes long where lines meet ranges of many vertices.
  private func runPrepared(
    _ layer: LineLayer, size: BenchmarkOptions.Size, least: Double?,
    on scoreboard: inout Scoreboard
  ) async throws {
    let name = "overlay/\(layer.rawValue)/50k/prep"
    guard scoreboard.wants(name, size: size) else { return }
    let ranges = try await data.ranges(Tier.middle.vertices)
    let lines = try await data.lines(layer)
    var contest = Self.contest(name, lines, ranges)
    contest.add("prep") { try await GEOSPreparedRanges(ranges).overlay(.loaded(lines)) }
    if let least { contest.require(least, against: "prep") }
    try await scoreboard.run(contest, size: size, runs: 3)
  }

  /// A contest in which we take part with one thread and with two.
  private static func contest(
    _ name: String, _ lines: [LineBatch], _ ranges: PolygonColumn
  ) -> Contest {
    var contest = Contest(
      name, unit: "segment", items: lines.reduce(0) { $0 + $1.segmentCount }, tolerance: 1e-9)
    contest.add("kulan") { try await KulanOverlay(ranges: ranges).overlay(.loaded(lines)) }
    contest.add("kulan-2") {
      try await KulanOverlay(ranges: ranges, jobs: 2).overlay(.loaded(lines))
    }
    return contest
  }

  /// From GeoPackages to totals; `tile` holds all lines and pieces, as programs on GEOS do.
  private func fileContest(_ item: FileCase) async throws -> Contest {
    let path = try await data.path(of: item.lines)
    let rangePath = try await data.path(ofRanges: Tier.middle.vertices)
    var contest = Contest(
      item.name, unit: "line", items: options.scaled(item.lines.count), tolerance: 1e-9)
    for (contender, jobs) in [("kulan", 1), ("kulan-2", 2)] {
      contest.add(contender) {
        let ranges = try DataFolder.polygons(in: rangePath)
        return try await KulanOverlay(ranges: ranges, jobs: jobs, keepsPieces: item.keepsPieces)
          .overlay(.file(path))
      }
    }
    contest.add("tile") {
      try await GEOSTiled(try DataFolder.polygons(in: rangePath)).overlay(.file(path))
    }
    if let tile = item.tile { contest.require(tile, against: "tile") }
    if let speedUp = item.speedUp {
      contest.require(speedUp, of: "kulan-2", against: "kulan", in: .wall)
    }
    return contest
  }
}
