import Geometry
import Synchronization
import TestSupport
import Testing

private struct Failure: Error, Equatable { let chunk: Int }

/// How many bodies have started, and how many ran at once at most.
private final class Load: Sendable {
  private let count = Atomic(0)
  private let running = Atomic(0)
  private let greatest = Atomic(0)

  var started: Int { count.load(ordering: .relaxed) }
  var most: Int { greatest.load(ordering: .relaxed) }

  func during<Result>(_ body: () throws -> Result) rethrows -> Result {
    count.add(1, ordering: .relaxed)
    let now = running.add(1, ordering: .relaxed).newValue
    greatest.max(now, ordering: .relaxed)
    defer { running.subtract(1, ordering: .relaxed) }
    return try body()
  }
}

@Suite("Mapping chunks")
struct ParallelMapTests {
  @Test(.timeLimit(.minutes(20)), arguments: [-1, 1, 2, 8, 1000])
  func `chunks cover every item once and come back in order`(jobs: Int) async throws {
    for (count, size) in [(0, 5), (1, 5), (5, 5), (6, 5), (1003, 10), (64, 1)] {
      let parts = try await mapChunks(of: count, size: size, jobs: jobs) { range in
        // The first chunks take longest, so that they end last.
        for _ in 0..<(count - range.lowerBound) * 20 { withExtendedLifetime(range) {} }
        return Array(range)
      }
      #expect(parts.flatMap(\.self) == Array(0..<count))
      #expect(parts.dropLast().allSatisfy { $0.count == size })
      #expect(parts.count == (count + size - 1) / size)
    }
  }

  @Test func `a sum of doubles has the same bits for any number of jobs`() async throws {
    var random = SeededGenerator(seed: 11)
    let values = (0..<20_000).map { _ in Double.random(in: -1...1e9, using: &random) }
    var sums: Set<UInt64> = []
    for jobs in [1, 2, 8] {
      let parts = try await mapChunks(of: values.count, size: 97, jobs: jobs) { range in
        values[range].reduce(0, +)
      }
      sums.insert(parts.reduce(0, +).bitPattern)
    }
    #expect(sums.count == 1)
  }

  @Test(.timeLimit(.minutes(20)), arguments: [1, 2, 3])
  func `no more chunks than jobs are in work at once`(jobs: Int) async throws {
    let load = Load()
    _ = try await mapChunks(of: 60, size: 1, jobs: jobs) { _ in
      load.during { for _ in 0..<20_000 { withExtendedLifetime(load) {} } }
    }
    #expect(1...jobs ~= load.most)
  }

  @Test(.timeLimit(.minutes(20)), arguments: [1, 8])
  func `what a chunk throws ends the whole, and no further chunk starts`(jobs: Int) async throws {
    let load = Load()
    await #expect(throws: Failure(chunk: 3)) {
      _ = try await mapChunks(of: 10_000, size: 1, jobs: jobs) { range in
        try load.during { if range.lowerBound == 3 { throw Failure(chunk: 3) } }
      }
    }
    #expect(4...3 + 2 * jobs ~= load.started)
  }

  @Test(.timeLimit(.minutes(20)), arguments: [1, 8])
  func `a cancelled task starts no further chunk and throws`(jobs: Int) async throws {
    let load = Load()
    let button = CancelButton()
    let task = Task {
      try await mapChunks(of: 1_000_000, size: 1, jobs: jobs) { range in
        load.during { if range.lowerBound == 10 { button.press() } }
      }
    }
    button.action.withLock { $0 = { task.cancel() } }
    await #expect(throws: CancellationError.self) { _ = try await task.value }
    #expect(load.started < 1_000_000)
    if jobs == 1 { #expect(load.started == 11) }
  }
}

/// Cancels a task from inside its own work.
private final class CancelButton: Sendable {
  let action = Mutex<(@Sendable () -> Void)?>(nil)

  /// Cancels as soon as it is known what.
  func press() {
    while true {
      if let action = action.withLock(\.self) { return action() }
    }
  }
}
