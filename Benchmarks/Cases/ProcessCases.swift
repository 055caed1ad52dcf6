import Formats
import Foundation
import Geometry

/// Whole processes, from GeoPackages to a table: the command line against programs in other
/// languages that do the same job.
struct ProcessCases {
  /// A script beside this file that does the job; see `Benchmarks/peers/README.md`.
  private struct Peer {
    let name: String
    let script: String
    /// The argument that only asks whether everything is installed.
    static let probe = "--probe"

    static let geopandas = Peer(name: "geopandas", script: "overlay_geopandas.py")
    static let shapely = Peer(name: "shapely", script: "overlay_shapely.py")
    static let postgis = Peer(name: "postgis", script: "overlay_postgis.py")
  }

  private let data: DataFolder
  private let options: BenchmarkOptions
  private let folder: URL
  private let kulan = ChildProcess.ownFolder.appendingPathComponent("kulan").path

  /// Prepares the cases, whose files go to `folder`.
  init(_ data: DataFolder, _ options: BenchmarkOptions, _ folder: URL) {
    self.data = data
    self.options = options
    self.folder = folder
  }

  /// Runs the cases for which everything is there.
  func run(on scoreboard: inout Scoreboard) async throws {
    let names = ["process/start", "process/S/50k", "process/M/50k", "process/M/50k/postgis"]
    guard names.contains(where: { scoreboard.wants($0, size: .all) }) else { return }
    guard FileManager.default.isExecutableFile(atPath: kulan) else {
      scoreboard.note("process/…: build the command line first: swift build -c release")
      return
    }
    try await start("process/start", on: &scoreboard)
    try await overlay(
      "process/S/50k", .small, [(.geopandas, 500, false), (.shapely, nil, false)], size: .all,
      on: &scoreboard)
    try await overlay(
      "process/M/50k", .medium, [(.shapely, 100, true)], size: .all, on: &scoreboard)
    try await overlay(
      "process/M/50k/postgis", .medium, [(.postgis, nil, false)], size: .all, on: &scoreboard)
  }

  /// A hundred lines and one region: little more than the start of the process.
  private func start(_ name: String, on scoreboard: inout Scoreboard) async throws {
    guard scoreboard.wants(name, size: .medium) else { return }
    let lines = folder.appendingPathComponent("hundred.gpkg").path
    let regions = folder.appendingPathComponent("region.gpkg").path
    var column = GeometryColumn()
    let all = GeometryColumn(try await data.lines(.small)[0].lines)
    for row in 0..<min(100, all.count) { column.append(row, of: all) }
    try Self.write(column, .lineString, to: lines)
    try Self.write(
      GeometryColumn(RegionGenerator.regions(count: 1, seed: 21)), .polygon, to: regions)
    var contest = Contest(name, unit: "process", items: 1)
    contest.add("kulan") {
      _ = try ChildProcess(
        program: kulan,
        arguments: ["overlay", "--lines", lines, "--polygons", regions, "--summary", "-"]
      ).output()
      return Findings()
    }
    let importing = ChildProcess(
      program: Self.python, arguments: ["-c", "import geopandas, pyogrio"])
    if importing.succeeds {
      contest.add("import geopandas") {
        _ = try importing.output()
        return Findings()
      }
      contest.require(10, against: "import geopandas", in: .wall)
    } else {
      scoreboard.note("\(name): \(Self.python) has no geopandas")
    }
    try await scoreboard.run(contest, size: .medium)
  }

  private static func write(
    _ column: GeometryColumn, _ type: GeometryType, to path: String
  ) throws {
    let writer = try GeoPackageWriter(path: path, overwrite: false)
    let layer = try writer.addLayer(
      LayerHeader(name: "layer", geometryType: type, crs: "EPSG:4326", fields: []))
    var batch = FeatureBatch(fields: [])
    batch.geometry = column
    for row in 0..<column.count { batch.ids.append(Int64(row + 1)) }
    try layer.append(batch)
    try writer.finish()
  }

  /// Lengths, and crossings where all count them, by range and class.
  private func overlay(
    _ name: String, _ layer: LineLayer,
    _ peers: [(peer: Peer, least: Double?, countsCrossings: Bool)],
    size: BenchmarkOptions.Size, on scoreboard: inout Scoreboard
  ) async throws {
    guard scoreboard.wants(name, size: size) else { return }
    let lines = try await data.path(of: layer)
    let ranges = try await data.path(ofRanges: OverlayCases.Tier.middle.vertices)
    let counts = peers.allSatisfy(\.countsCrossings)
    var contest = Contest(
      name, unit: "line", items: options.scaled(layer.count), tolerance: 1e-9)
    contest.add("kulan") {
      try Self.findings(
        ChildProcess(
          program: kulan,
          arguments: [
            "overlay", "--lines", lines, "--polygons", ranges, "--by", "polygons.rid", "--by",
            "lines.cls", "--keep-repeats", "--summary", "-", "--jobs", "2", "--quiet",
          ]), counts: counts)
    }
    for (peer, least, _) in peers {
      let script = Self.script(peer.script)
      guard ChildProcess(program: Self.python, arguments: [script, Peer.probe]).succeeds else {
        scoreboard.note("\(name): \(peer.name) is not installed; see Benchmarks/peers")
        continue
      }
      contest.add(peer.name) {
        try Self.findings(
          ChildProcess(program: Self.python, arguments: [script, lines, ranges]), counts: counts)
      }
      if let least { contest.require(least, against: peer.name, in: .wall) }
    }
    try await scoreboard.run(contest, size: size, runs: 3)
  }

  private static func findings(_ child: ChildProcess, counts: Bool) throws -> Findings {
    var findings = try SummaryTable(child.output(), ranges: 20).totals.findings
    if !counts { findings.counts = [] }
    return findings
  }

  /// The Python that has the peers.
  private static var python: String {
    ProcessInfo.processInfo.environment["KULAN_BENCH_PYTHON"] ?? "python3"
  }

  private static func script(_ name: String) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("peers").appendingPathComponent(name).path
  }
}
