import Foundation

/// How long one run took.
struct Timing {
  /// The time that passed, in seconds.
  let wall: Double
  /// The time that all threads of the process and of those that it waited for worked, in seconds:
  /// what to trust on a busy machine.
  let processor: Double

  /// Runs `body` once and says how long it took and what it returned.
  static func measure<Result>(
    _ body: () async throws -> Result
  ) async rethrows -> (Timing, Result) {
    let (wall, processor) = (seconds(CLOCK_MONOTONIC), processorSeconds())
    let result = try await body()
    return (
      Timing(wall: seconds(CLOCK_MONOTONIC) - wall, processor: processorSeconds() - processor),
      result
    )
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func processorSeconds() -> Double {
    var children = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    return seconds(CLOCK_PROCESS_CPUTIME_ID)
      + [children.ru_utime, children.ru_stime].reduce(0) {
        $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6
      }
  }
}
