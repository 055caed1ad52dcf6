/// What the lines have to do with every range: the result that all contenders must agree on.
struct RangeTotals {
  private var lengths: [Double]
  private var crossings: [UInt64]

  /// The totals of no lines.
  init(count: Int) {
    lengths = Array(repeating: 0, count: count)
    crossings = Array(repeating: 0, count: count)
  }

  /// Adds what one line has inside one range.
  mutating func add(length: Double, crossings: Int, toRange range: Int) {
    lengths[range] += length
    self.crossings[range] += UInt64(crossings)
  }

  /// The totals as findings: crossings exactly, lengths as sums.
  var findings: Findings { Findings(counts: crossings, sums: lengths) }
}
