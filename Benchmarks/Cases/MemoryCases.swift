import Foundation

/// The greatest memory of a process that reads a layer of lines batch by batch, and of `tile`,
/// which holds the whole layer.
struct MemoryCases {
  private let data: DataFolder
  private let options: BenchmarkOptions

  /// Prepares the case.
  init(_ data: DataFolder, _ options: BenchmarkOptions) {
    self.data = data
    self.options = options
  }

  /// Runs the case: every contender is a process of its own.
  func run(on scoreboard: inout Scoreboard) async throws {
    let name = "memory/50k"
    guard scoreboard.wants(name, size: .all) else { return }
    // So that no child has to draw them, which takes memory too.
    for layer in [LineLayer.small, .large] { _ = try await data.path(of: layer) }
    _ = try await data.path(ofRanges: OverlayCases.Tier.middle.vertices)
    var contest = Contest(name, unit: "process", items: 1)
    for (contender, job, own) in [
      ("kulan-L", "overlay/L/50k", "kulan"), ("kulan-S", "overlay/S/50k/stream", "kulan"),
      ("tile-L", "overlay/L/50k", "tile"), ("tile-S", "overlay/S/50k/stream", "tile"),
    ] {
      contest.add(contender) {
        let arguments = [
          job, "--only", own, "--runs", "0", "--data", options.data, "--scale", "\(options.scale)",
        ]
        let child = ChildProcess(program: ChildProcess.ownPath.path, arguments: arguments)
        let report = try JSONDecoder().decode(Report.self, from: Data(try child.output().utf8))
        return Findings(peak: report.peak_mb)
      }
    }
    contest.require(20, of: "kulan-L", against: "tile-L", in: .memory)
    // The same for S and L within 20 %.
    contest.require(1 / 1.2, of: "kulan-L", against: "kulan-S", in: .memory)
    try await scoreboard.run(contest, size: .all, runs: 0)
  }

  /// What a child says of itself.
  private struct Report: Decodable {
    // The name is that of the output.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let peak_mb: Double
  }
}
