/// Asks now and then whether the task was cancelled, so that asking costs nothing.
struct Pulse {
  private var beats = 0

  /// To be called at least once in every 10 µs of work.
  @inline(__always)
  mutating func beat() throws(CancellationError) {
    beats &+= 1
    if beats & 1023 == 0 && Task.isCancelled { throw CancellationError() }
  }
}
