internal import Geometry

/// A stroke as runs, and what its lines make of the runs between them that go by nothing.
struct StrokeRuns {
  /// The runs in the order of the stroke.
  private let runs: [StrokeRun]
  /// Whether the last run meets the first.
  private let isClosed: Bool
  /// How much of the stroke every line has, in metres.
  private let lengths: [Int: Double]

  /// - Parameters:
  ///   - runs: The runs in the order of the stroke.
  ///   - isClosed: Whether the last one meets the first.
  init(_ runs: [StrokeRun], isClosed: Bool) {
    var runs = runs
    // A closed stroke begins where one run ends and another begins, wherever it was cut.
    if isClosed, let start = runs.indices.first(where: { runs[$0].line != nil }) {
      runs = Array(runs[start...] + runs[..<start])
    }
    self.runs = runs
    self.isClosed = isClosed
    var lengths: [Int: Double] = [:]
    for run in runs {
      if let line = run.line { lengths[line, default: 0] += run.length }
    }
    self.lengths = lengths
  }

  /// A run between two others that belongs to both of them.
  struct Gap {
    /// The place of the run.
    let run: Int
    /// The rows of the run.
    let rows: [Int]
    /// The lines before and behind it, mostly the same.
    let lines: (Int, Int)
  }

  /// Finds the runs that go by nothing between two that are one line, or that go by the same and have at
  /// least as much of the stroke.
  func gaps() -> [Gap] {
    let ring = isClosed ? runs + runs.prefix(1) : runs
    return ring.indices.dropFirst().dropLast().compactMap { index in
      let (before, gap, after) = (ring[index - 1], ring[index], ring[index + 1])
      guard gap.line == nil, let first = before.line, let second = after.line else { return nil }
      if first != second {
        let both = lengths[first, default: 0] + lengths[second, default: 0]
        guard before.key == after.key && gap.length <= both else { return nil }
      }
      return Gap(run: index, rows: gap.rows, lines: (first, second))
    }
  }

  /// Finds what goes by nothing, gaps left out, and the line that it goes to: the one that has most of
  /// the stroke, if that is at least as long.
  ///
  /// - Parameter root: Returns the line of a line now that gaps are filled.
  /// - Returns: The rows, and the line; nil where they are a line of their own.
  func rest(root: (Int) -> Int) -> (rows: [Int], line: Int?) {
    let gaps = gaps()
    let isGap = Set(gaps.map(\.run))
    let rests = runs.indices.filter { runs[$0].line == nil && !isGap.contains($0) }
    var shares: [Int: Share] = [:]
    for (index, run) in runs.enumerated() {
      guard let line = run.line, let key = run.key else { continue }
      shares[root(line), default: Share(key: key, first: index)].add(run.length, key)
    }
    for gap in gaps { shares[root(gap.lines.0)]?.length += runs[gap.run].length }
    let length = rests.reduce(0) { $0 + runs[$1].length }
    let longest = shares.max { $0.value < $1.value }
    let owner = longest.flatMap { $0.value.length >= length ? $0.key : nil }
    return (rests.flatMap { runs[$0].rows }, owner)
  }

  /// What a line has of the stroke; of equal ones the one whose key comes first is the greater, then
  /// the one that the stroke meets first.
  private struct Share: Comparable {
    var length = 0.0
    var key: LineKey
    let first: Int

    init(key: LineKey, first: Int) { (self.key, self.first) = (key, first) }

    mutating func add(_ length: Double, _ key: LineKey) {
      self.length += length
      self.key = min(self.key, key)
    }

    static func < (a: Share, b: Share) -> Bool {
      (a.length, b.key, b.first) < (b.length, a.key, a.first)
    }
  }
}
