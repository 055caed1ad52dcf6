import Geometry
import Overlay

/// How soon work that is cancelled ends, wherever it is.
struct CancellationCases {
  private let data: DataFolder

  /// Prepares the case.
  init(_ data: DataFolder) { self.data = data }

  /// Cancels the preparing and cutting of huge ranges at twenty moments, and keeps the longest wait.
  func run(on scoreboard: inout Scoreboard) async throws {
    let name = "cancel/overlay"
    guard scoreboard.wants(name, size: .all) else { return }
    let ranges = try await data.ranges(OverlayCases.Tier.fine.vertices)
    let lines = try await LineSource.loaded(data.lines(.small)).collected().lines
    var longest = Duration.zero
    for moment in 1...20 {
      // One job, so that there is a thread left to cancel from.
      let task = Task {
        _ = try await PolygonOverlay(ranges, measuredBy: .geodesic).cut(lines)
      }
      try await Task.sleep(for: .milliseconds(25 * moment))
      task.cancel()
      let wait = await ContinuousClock().measure { _ = await task.result }
      longest = max(longest, wait)
    }
    let seconds = Double(longest.components.attoseconds) * 1e-18
    scoreboard.observe(
      Observation(
        name: name, value: Double(longest.components.seconds) + seconds, unit: "s", limit: 0.1))
  }
}
