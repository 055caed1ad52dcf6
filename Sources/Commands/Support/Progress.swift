internal import Formats
internal import Synchronization

/// A progress bar with rate and remaining time; drawn at most ten times a second, on a terminal.
package final class Progress: Sendable {
  private struct State {
    var lastDrawn: ContinuousClock.Instant
    var isDrawn = false
  }

  private let title: String
  private let unit: String
  private let console: Console
  private let isShown: Bool
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  /// Starts the clock.
  ///
  /// - Parameters:
  ///   - title: What is being done, for instance `reading roads.gpkg`.
  ///   - unit: What is counted, in the plural.
  ///   - console: Where to draw.
  package init(_ title: String, unit: String, on console: Console) {
    self.title = title
    self.unit = unit
    self.console = console
    isShown = console.drawsProgress && !console.isQuiet
    start = .now
    state = Mutex(State(lastDrawn: start))
  }

  /// Says how far the work is.
  ///
  /// - Parameters:
  ///   - fraction: The part that is done, 0...1, where that is known.
  ///   - count: The number of items done.
  package func update(fraction: Double?, count: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = state.withLock { state in
      guard now - state.lastDrawn >= .milliseconds(100) else { return false }
      state.lastDrawn = now
      state.isDrawn = true
      return true
    }
    guard isDue else { return }
    let seconds = (now - start) / .seconds(1)
    console.err("\r\u{1B}[K" + line(fraction: fraction, count: count, seconds: seconds))
  }

  /// Removes the bar.
  package func finish() {
    let wasDrawn = state.withLock { state in
      defer { state.isDrawn = false }
      return state.isDrawn
    }
    if wasDrawn { console.err("\r\u{1B}[K") }
  }

  /// The text of the bar.
  func line(fraction: Double?, count: Int, seconds: Double) -> String {
    let rate = grouped(Double(count) / max(seconds, 1e-3), decimals: 0)
    let counted = "\(grouped(count)) \(unit), \(rate)/s"
    guard let fraction, fraction > 0 else { return "\(title)  \(counted)" }
    let done = min(fraction, 1)
    let filled = Int(done * 20)
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 20 - filled)
    let left = Int((seconds * (1 - done) / done).rounded(.up))
    let minutes = "\(left / 60):" + "\(left % 60)".leftZeros(to: 2)
    return "\(title) [\(bar)] \(Int(done * 100)) %  \(counted), \(minutes) left"
  }
}

extension String {
  fileprivate func leftZeros(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - count)) + self
  }
}
