internal import Geometry

/// Cuts one line where another begins or ends to run beside it.
struct StretchBuilder {
  /// A stretch, and the runs of strokes that it is in.
  typealias Stretch = (stretch: BundledStretch, sides: Set<BundleSide>)

  /// Another line, as one side of a run of strokes.
  private struct Neighbour: Hashable {
    let line: Int
    let side: BundleSide
  }

  /// Where a neighbour begins or ends.
  private struct Event {
    let chainage: Double
    let neighbour: Neighbour
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
  mutating func add(_ other: Int, side: BundleSide, from: Double, to: Double) {
    guard from < to else { return }
    let neighbour = Neighbour(line: other, side: side)
    events.append(Event(chainage: from, neighbour: neighbour, isStart: true))
    events.append(Event(chainage: to, neighbour: neighbour, isStart: false))
  }

  /// Returns the longest stretches with the same other lines beside them, in order.
  consuming func stretches() -> [Stretch] {
    events.sort { $0.chainage < $1.chainage }
    var stretches: [Stretch] = []
    var counts: [Neighbour: Int] = [:]
    var event = 0
    while event < events.count {
      let from = events[event].chainage
      while event < events.count && events[event].chainage == from {
        let count = counts[events[event].neighbour, default: 0] + (events[event].isStart ? 1 : -1)
        counts[events[event].neighbour] = count == 0 ? nil : count
        event += 1
      }
      guard event < events.count, !counts.isEmpty else { continue }
      append(counts.keys, from: from, to: events[event].chainage, to: &stretches)
    }
    return stretches
  }

  private func append(
    _ neighbours: some Collection<Neighbour>, from: Double, to: Double,
    to stretches: inout [Stretch]
  ) {
    let others = Set(neighbours.map(\.line)).sorted()
    let sides = Set(neighbours.map(\.side))
    if let last = stretches.last, last.stretch.to == from, last.sides == sides,
      last.stretch.isBeside(exactly: others)
    {
      stretches[stretches.count - 1].stretch.to = to
    } else {
      let stretch = BundledStretch(
        line: line, from: from, to: to, twins: others.filter { families[$0] == families[line] },
        companions: others.filter { families[$0] != families[line] })
      stretches.append((stretch, sides))
    }
  }
}

extension BundledStretch {
  /// Whether some lines are all that run beside this one here.
  fileprivate func isBeside(exactly others: [Int]) -> Bool {
    others.count == twins.count + companions.count && others.allSatisfy(isBeside)
  }
}
