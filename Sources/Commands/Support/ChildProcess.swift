internal import Foundation
internal import Synchronization

/// Another program, run to its end, or until the work is cancelled or a time is over: then it is
/// killed with all that it started.
final class ChildProcess: Sendable {
  /// How a program ended.
  enum End: Equatable {
    /// By itself, with its exit code.
    case exited(Int32)
    /// Killed because it took too long.
    case timedOut
  }

  private struct State {
    var identifier: pid_t?
    var isStopped = false
    var isTooLate = false
  }

  private let program: String
  private let arguments: [String]
  private let state = Mutex(State())

  /// Names a program by its path.
  init(_ program: String, _ arguments: [String]) {
    (self.program, self.arguments) = (program, arguments)
  }

  /// Runs the program; call it once.
  ///
  /// - Parameters:
  ///   - log: The file that gets what the program writes, results and messages alike.
  ///   - limit: The time after which it is killed.
  /// - Returns: How it ended. Nothing that it started runs any more then.
  /// - Throws: `CancellationError` when the task was cancelled; what the system says when the program
  ///   cannot be started.
  func run(log: String, limit: Duration) async throws -> End {
    let alarm = Task {
      try await Task.sleep(for: limit)
      stop(isTooLate: true)
    }
    defer { alarm.cancel() }
    let code = try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { start(log: log, $0) }
    } onCancel: {
      stop(isTooLate: false)
    }
    try Task.checkCancellation()
    return state.withLock { $0.isTooLate } ? .timedOut : .exited(code)
  }

  private func start(log: String, _ continuation: CheckedContinuation<Int32, any Error>) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.terminationHandler = { [self] process in
      let identifier = state.withLock { state in
        defer { state.identifier = nil }
        return state.identifier
      }
      if let identifier { Self.sweep(identifier) }
      continuation.resume(returning: process.terminationStatus)
    }
    do {
      try Data().write(to: URL(fileURLWithPath: log))
      let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
      (process.standardOutput, process.standardError) = (output, output)
      // The lock is held until the number of the process is known, for those that end at once.
      try state.withLock { state in
        try process.run()
        state.identifier = process.processIdentifier
        if state.isStopped { Self.end(process.processIdentifier) }
      }
    } catch {
      continuation.resume(throwing: error)
    }
  }

  private func stop(isTooLate: Bool) {
    state.withLock { state in
      state.isStopped = true
      state.isTooLate = isTooLate
      if let identifier = state.identifier { Self.end(identifier) }
    }
  }

  /// Kills a program and its group. It may have blocked or ignore gentler signals, and what it has
  /// written so far is thrown away.
  private static func end(_ identifier: pid_t) {
    if kill(-identifier, SIGKILL) != 0 { kill(identifier, SIGKILL) }
  }

  /// Kills what a program that ended has left behind in its group, and waits until it is gone, though
  /// not long: where nobody collects the dead, their group stays.
  private static func sweep(_ identifier: pid_t) {
    for _ in 0..<20 where kill(-identifier, SIGKILL) == 0 { usleep(10_000) }
  }
}
