import Geometry
import TestSupport

/// Seeded pairs of lines with whole-number coordinates and without repeated vertices.
struct LineGenerator {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What the lines of a run look like.
  enum Family: String, CaseIterable, Sendable {
    /// Few positions: vertices on vertices, vertices on segments, segments on segments.
    case dense
    /// Walks along the lattice: long shared runs, turning back on themselves.
    case walks
    /// Long segments in a small space: crossings and near misses.
    case stars
    /// General position.
    case free
  }

  /// Returns two lines of a family; the second one often follows the first for a while.
  mutating func pair(_ family: Family) -> ([Position], [Position]) {
    let first = line(family)
    guard family != .free && Int.random(in: 0..<3, using: &random) == 0 else {
      return (first, line(family))
    }
    let start = Int.random(in: 0..<first.count, using: &random)
    let shared = first[start..<Int.random(in: start..<first.count, using: &random) + 1]
    let middle = Bool.random(using: &random) ? Array(shared) : shared.reversed()
    return (first, joined(line(family) + middle + line(family)))
  }

  /// Returns a line of a family.
  mutating func line(_ family: Family) -> [Position] {
    var line: [Position] = []
    while line.count < 2 {
      line = joined(open(family))
    }
    guard Int.random(in: 0..<3, using: &random) == 0, line.count > 2 else { return line }
    return joined(line + line.prefix(1))
  }

  private mutating func open(_ family: Family) -> [Position] {
    switch family {
    case .dense: vertices(2...7, within: 2)
    case .walks: walk()
    case .stars: vertices(2...6, within: 9)
    case .free: vertices(2...8, within: 1_000_000)
    }
  }

  private mutating func vertices(_ count: ClosedRange<Int>, within size: Int) -> [Position] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      Position(
        Double(Int.random(in: -size...size, using: &random)),
        Double(Int.random(in: -size...size, using: &random)))
    }
  }

  private mutating func walk() -> [Position] {
    var line = vertices(1...1, within: 2)
    for _ in 0..<Int.random(in: 1...7, using: &random) {
      let last = line[line.count - 1]
      let step = Double(Int.random(in: 1...3, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: line.append(Position(last.x + step, last.y))
      case 1: line.append(Position(last.x - step, last.y))
      case 2: line.append(Position(last.x, last.y + step))
      default: line.append(Position(last.x, last.y - step))
      }
    }
    return line
  }

  /// Leaves out repeated vertices.
  private func joined(_ line: [Position]) -> [Position] {
    line.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
