import Foundation

/// How long one run took.
struct Timing {
  /// The time that passed, in seconds.
  let wall: Double
  /// The time that all threads of the process worked, in seconds: what to trust on a busy machine.
  let processor: Double

  /// Runs `body` once and says how long it took and what it returned.
  static func measure<Result>(
    _ body: () async throws -> Result
  ) async rethrows -> (Timing, Result) {
    let (wall, processor) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    let result = try await body()
    return (
      Timing(
        wall: seconds(CLOCK_MONOTONIC) - wall,
        processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor), result
    )
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
