/// What the lines of every class have to do with every range: the result that all contenders must
/// agree on.
struct RangeTotals {
  private var lengths: [Double]
  private var crossings: [UInt64]

  /// The totals of no lines.
  init(ranges: Int) {
    lengths = Array(repeating: 0, count: ranges * LineBatch.classes.count)
    crossings = Array(repeating: 0, count: lengths.count)
  }

  /// Adds what one line of a class has inside one range.
  mutating func add(length: Double, crossings: Int, toRange range: Int, class number: Int) {
    let cell = range * LineBatch.classes.count + number
    lengths[cell] += length
    self.crossings[cell] += UInt64(crossings)
  }

  /// Adds the totals of other lines.
  mutating func add(_ other: RangeTotals) {
    for cell in lengths.indices {
      lengths[cell] += other.lengths[cell]
      crossings[cell] += other.crossings[cell]
    }
  }

  /// The totals as findings: crossings exactly, lengths as sums.
  var findings: Findings { Findings(counts: crossings, sums: lengths) }
}
