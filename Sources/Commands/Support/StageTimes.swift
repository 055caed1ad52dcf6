internal import Formats
internal import Foundation

/// How long the stages of a long job took, and how much memory it needed at most.
struct StageTimes {
  private(set) var stages: [(name: String, seconds: Double)] = []

  /// Runs one stage and keeps its time.
  mutating func measure<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await body()
    stages.append((name, (clock.now - start) / .seconds(1)))
    return result
  }

  /// The most memory that the process had so far, in MB; nil where the system does not tell.
  private static var peakMegabytes: Double? {
    let status = FileManager.default.contents(atPath: "/proc/self/status").map {
      String(decoding: $0, as: UTF8.self)
    }
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return kilobytes.map { $0 / 1024 }
  }

  private var total: Double { stages.reduce(0) { $0 + $1.seconds } }

  /// The stages with their shares, in one line.
  var text: String {
    let parts = stages.map { stage in
      "\(stage.name) \(grouped(stage.seconds, decimals: 1)) s "
        + "(\(grouped(100 * stage.seconds / max(total, 1e-9), decimals: 0)) %)"
    }
    let memory = Self.peakMegabytes.map { "; at most \(grouped($0, decimals: 0)) MB" } ?? ""
    return parts.joined(separator: ", ") + memory
  }

  /// The stages in seconds, and the memory.
  var json: JSONValue {
    .object(
      stages.map { ("\($0.name)_s", .number(($0.seconds * 1000).rounded() / 1000)) }
        + [("peak_mb", Self.peakMegabytes.map { .number($0.rounded()) } ?? .null)])
  }
}
