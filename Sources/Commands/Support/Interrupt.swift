internal import Formats
internal import Foundation

/// Ends the process on Ctrl-C and its like, and leaves nothing half-written.
enum Interrupt {
  /// How long a cancelled command may take to end by itself, in microseconds.
  private static let grace: UInt32 = 60_000

  /// Runs `body` and ends the process with its code; SIGINT, SIGTERM and SIGHUP cancel it, and end
  /// the process with code 130 even when the work does not listen.
  ///
  /// Call it from the main thread before any other exists: the signals are blocked in every thread,
  /// and this one waits for them, where any function may be called, unlike in a handler.
  static func guarding(_ body: @escaping @Sendable () async -> ExitCode) -> Never {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)  // writing to a closed pipe is then an error, see StandardStream
    signal(SIGXFSZ, SIG_IGN)  // and so is writing beyond the limit of the size of files

    let work = Task.detached {
      let code = await body()
      exit(code.rawValue)
    }
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    work.cancel()
    usleep(grace)  // work that listens ends the process itself
    PendingFile.discardAll()
    _exit(ExitCode.interrupted.rawValue)
  }
}
