internal import Landscape

/// What lines are called by readers.
struct LineLabels {
  private let fragments: [BarrierFragment]
  private let calls: LineCalls
  private let lengths: [Double]

  init(_ groups: LineGroups) {
    (fragments, calls, lengths) = (groups.fragments, groups.calls, groups.lengths)
  }

  /// Returns the label of the line of some rows: what most of its length goes by, as most of that is
  /// spelt; class and id of the first fragment where none goes by anything.
  func label(of rows: [Int]) -> String {
    let called = rows.compactMap { row in calls.call(of: row).map { ($0, lengths[row]) } }
    guard let key = Self.longest(called.map { ($0.0.key, $0.1) }) else {
      return first(of: rows).map { "\($0.word) \($0.id)" } ?? ""
    }
    return Self.longest(
      called.filter { $0.0.key == key }.map { ($0.0.spelling, $0.1) }) ?? key.text
  }

  /// Returns the first fragment of some rows.
  func first(of rows: [Int]) -> FragmentOrder? { rows.map { FragmentOrder(fragments[$0]) }.min() }

  /// The word with the greatest sum; among equals the least one.
  private static func longest<Word: Hashable & Comparable>(_ words: [(Word, Double)]) -> Word? {
    var sums: [Word: Double] = [:]
    for (word, length) in words { sums[word, default: 0] += length }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
