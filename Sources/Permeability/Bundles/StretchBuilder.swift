internal import Geometry

/// Cuts one line where another begins or ends to run beside it.
struct StretchBuilder {
  /// Where another line begins or ends.
  private struct Event {
    let chainage: Double
    let other: Int
    let isStart: Bool
  }

  private let line: Int
  private let families: [Int32]
  private var events: [Event] = []

  /// Creates a builder for a line.
  init(line: Int, families: [Int32]) {
    self.line = line
    self.families = families
  }

  /// Adds another line between two chainages.
  mutating func add(_ other: Int, from: Double, to: Double) {
    guard from < to else { return }
    events.append(Event(chainage: from, other: other, isStart: true))
    events.append(Event(chainage: to, other: other, isStart: false))
  }

  /// Returns the longest stretches with the same other lines beside them, in order.
  consuming func stretches() -> [BundledStretch] {
    events.sort { $0.chainage < $1.chainage }
    var stretches: [BundledStretch] = []
    var counts: [Int: Int] = [:]
    var event = 0
    while event < events.count {
      let from = events[event].chainage
      while event < events.count && events[event].chainage == from {
        counts[events[event].other, default: 0] += events[event].isStart ? 1 : -1
        if counts[events[event].other] == 0 { counts[events[event].other] = nil }
        event += 1
      }
      guard event < events.count, !counts.isEmpty else { continue }
      append(counts.keys.sorted(), from: from, to: events[event].chainage, to: &stretches)
    }
    return stretches
  }

  private func append(
    _ others: [Int], from: Double, to: Double, to stretches: inout [BundledStretch]
  ) {
    let stretch = BundledStretch(
      line: line, from: from, to: to, twins: others.filter { families[$0] == families[line] },
      companions: others.filter { families[$0] != families[line] })
    if let last = stretches.last, last.to == from, last.twins == stretch.twins,
      last.companions == stretch.companions
    {
      stretches[stretches.count - 1].to = to
    } else {
      stretches.append(stretch)
    }
  }
}
