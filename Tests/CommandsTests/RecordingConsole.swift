import Commands
import Synchronization

/// A console whose output can be read afterwards.
final class RecordingConsole: Sendable {
  private let texts = Mutex((out: "", err: ""))

  /// What went to standard output.
  var out: String { texts.withLock { $0.out } }
  /// What went to standard error.
  var err: String { texts.withLock { $0.err } }

  /// The console to hand to a command.
  var console: Console {
    Console(
      out: { text in self.texts.withLock { $0.out += text } },
      err: { text in self.texts.withLock { $0.err += text } })
  }
}
