internal import Foundation

/// Where a command writes: results to `out`, messages and progress to `err`.
package struct Console: Sendable {
  /// Writes text of a result as it is.
  package var out: @Sendable (String) -> Void
  /// Writes text of a message as it is.
  package var err: @Sendable (String) -> Void
  /// Whether progress may be drawn, which needs a terminal behind `err`.
  package var drawsProgress = false
  /// Whether `err` may be coloured.
  package var usesColour = false
  /// Whether only errors are wanted.
  package var isQuiet = false
  /// Whether the result is wanted as one JSON value.
  package var isJSON = false

  /// Creates a console that writes to the given places.
  package init(
    out: @escaping @Sendable (String) -> Void, err: @escaping @Sendable (String) -> Void
  ) {
    self.out = out
    self.err = err
  }

  /// The standard streams of the process.
  package static var standard: Console {
    let environment = ProcessInfo.processInfo.environment
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    var console = Console(
      out: { StandardStream.output.write($0) }, err: { StandardStream.error.write($0) })
    console.drawsProgress = isTerminal
    console.usesColour = isTerminal && environment["NO_COLOR", default: ""].isEmpty
    return console
  }

  /// Writes one line of a result.
  package func print(_ line: String) { out(line + "\n") }

  /// Writes one message, unless only errors are wanted.
  package func note(_ message: String) {
    if !isQuiet { err(clearing + message + "\n") }
  }

  /// Writes a message about something that the user should look at.
  package func warn(_ message: String) {
    note(paint("warning:", with: "33") + " " + message)
  }

  /// Writes an error and what to do next.
  package func report(_ error: UserError) {
    let text = paint("error:", with: "31") + " \(error.problem)\n help: \(error.help)\n"
    err(clearing + text)
  }

  /// What removes a progress bar from the line before a message is written over it.
  private var clearing: String { drawsProgress ? "\r\u{1B}[K" : "" }

  private func paint(_ word: String, with colour: String) -> String {
    usesColour ? "\u{1B}[1;\(colour)m\(word)\u{1B}[0m" : word
  }
}
