import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// What the steps of a pipeline did.
private final class Log: Sendable {
  struct State {
    var read = 0
    var taken: [Int] = []
    var running = 0
    var mostRunning = 0
    var mostBetween = 0
    var isReading = false
    var isTaking = false
    var overlaps = 0
  }

  let state = Mutex(State())

  func begin(_ note: (inout State) -> Void = { _ in }) {
    state.withLock {
      $0.running += 1
      $0.mostRunning = max($0.mostRunning, $0.running)
      note(&$0)
    }
  }

  func end(_ note: (inout State) -> Void = { _ in }) {
    state.withLock {
      $0.running -= 1
      $0.mostBetween = max($0.mostBetween, $0.read - $0.taken.count)
      note(&$0)
    }
  }
}

private struct Failure: Error, Equatable {
  let place: String
}

@Suite(.timeLimit(.minutes(20)))
struct PipelineTests {
  private let log = Log()

  /// Squares numbers, with steps that take differently long, and fails where it is told to.
  private func pipeline(
    count: Int, seed: UInt64, failing: (step: String, number: Int)? = nil
  ) -> Pipeline<Int, (number: Int, square: Int)> {
    @Sendable func work(_ step: String, _ number: Int) async throws {
      var random = SeededGenerator(seed: seed &+ UInt64(number) &+ UInt64(step.count))
      try await Task.sleep(for: .microseconds(Int.random(in: 0...800, using: &random)))
      if let failing, failing == (step, number) { throw Failure(place: step) }
    }
    let log = log
    return Pipeline {
      let number = log.state.withLock { $0.read }
      if number == count { return nil }
      log.begin {
        $0.overlaps += $0.isReading ? 1 : 0
        $0.isReading = true
      }
      try await work("read", number)
      log.end {
        $0.isReading = false
        $0.read += 1
      }
      return number
    } work: { number in
      log.begin()
      try await work("work", number)
      log.end()
      return (number, number * number)
    } take: { product in
      log.begin {
        $0.overlaps += $0.isTaking ? 1 : 0
        $0.isTaking = true
      }
      try await work("take", product.number)
      log.end {
        $0.isTaking = false
        $0.taken.append(product.square)
      }
    }
  }

  @Test(arguments: [0, 1, 2, 30], [1, 2, 5])
  func `everything is taken once and in order, and little is in between`(
    count: Int, jobs: Int
  ) async throws {
    try await pipeline(count: count, seed: UInt64(jobs)).run(jobs: jobs)
    log.state.withLock {
      #expect($0.taken == (0..<count).map { $0 * $0 })
      #expect($0.overlaps == 0)
      #expect($0.mostRunning <= jobs)
      #expect($0.mostBetween <= jobs + 2)
    }
  }

  @Test(arguments: ["read", "work", "take"], [1, 3])
  func `the error of a step is the error of all, and nothing behind it is taken`(
    step: String, jobs: Int
  ) async throws {
    await #expect(throws: Failure(place: step)) {
      try await pipeline(count: 40, seed: 7, failing: (step, 15)).run(jobs: jobs)
    }
    log.state.withLock {
      #expect($0.taken == (0..<$0.taken.count).map { $0 * $0 })
      #expect($0.taken.count <= 15)
      #expect($0.read <= 15 + jobs + 3)
    }
  }

  @Test(arguments: [1, 2])
  func `cancellation ends it before the next steps`(jobs: Int) async throws {
    let endless = pipeline(count: .max, seed: 3)
    let run = Task { try await endless.run(jobs: jobs) }
    try await Task.sleep(for: .milliseconds(20))
    run.cancel()
    await #expect(throws: CancellationError.self) { try await run.value }
    let taken = log.state.withLock { $0.taken.count }
    try await Task.sleep(for: .milliseconds(5))
    #expect(log.state.withLock { $0.taken.count } == taken)
  }
}
