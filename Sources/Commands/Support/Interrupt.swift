internal import Formats
internal import Foundation

/// Ends the process on Ctrl-C and its like, and leaves nothing half-written.
enum Interrupt {
  /// How long a cancelled command may take to end by itself.
  private static let grace = DispatchTimeInterval.milliseconds(60)

  /// Runs `body`; SIGINT, SIGTERM and SIGHUP cancel it, and end the process with code 130 even when
  /// the work does not listen.
  ///
  /// Call it once, before any other thread exists: the signals are blocked in every thread and
  /// taken by one that waits for them, where any function may be called, unlike in a handler.
  static func guarding(_ body: @escaping @Sendable () async -> ExitCode) async -> ExitCode {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)  // writing to a closed pipe is then an error, see StandardStream

    let ended = DispatchSemaphore(value: 0)
    let work = Task {
      defer { ended.signal() }
      return await body()
    }
    Thread.detachNewThread { [signals] in
      var (signals, number) = (signals, Int32(0))
      while sigwait(&signals, &number) != 0 {}
      work.cancel()
      _ = ended.wait(timeout: .now() + grace)
      PendingFile.discardAll()
      _exit(ExitCode.interrupted.rawValue)
    }
    return await work.value
  }
}
