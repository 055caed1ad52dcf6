internal import Foundation
internal import Formats

/// Standard output or standard error of the process, written without a buffer of our own.
struct StandardStream: Sendable {
  /// Standard output.
  static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Standard error.
  static let error = StandardStream(descriptor: STDERR_FILENO)

  private let descriptor: Int32

  /// Writes all of `text`.
  ///
  /// When the reader of a pipe is gone (`kulan … | head`) the process ends the way other tools do,
  /// silently, by the signal that says so; when standard output cannot take the text, it ends with
  /// an error. In both cases nothing half-written stays behind.
  func write(_ text: String) {
    var text = text
    let failure = text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let written = Foundation.write(
          descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        if written >= 0 {
          start += written
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if failure != 0 { end(with: failure) }
  }

  private func end(with failure: Int32) {
    // Nobody can be told when standard error itself fails; the work goes on.
    guard descriptor == STDOUT_FILENO else { return }
    PendingFile.discardAll()
    if failure == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    let reason = String(cString: strerror(failure))
    Console.standard.report(
      UserError(
        .cannotWrite, "cannot write to standard output: \(reason)",
        help: "check where the output goes"))
    exit(ExitCode.cannotWrite.rawValue)
  }
}
