/// Finds out, before the lines are read for good, which of their segments may come more than once:
/// so that only these need to be remembered.
///
/// A table of all segments grows with the lines. Here a ``SegmentSieve`` of fixed size says of
/// nearly every segment that comes once that it is new; what it may have seen before is remembered,
/// with one segment in some hundred that is not repeated. Where lines have more segments than the sieve
/// can tell apart, they are read several times, each time with a share of the fingerprints.
///
/// - Complexity: O(1) a segment; 1 byte for each segment of `capacity`, and 21 to 43 for each that
///   is remembered.
public struct SegmentSurvey: Sendable {
  private let capacity: Int
  private var sieve: SegmentSieve
  private var candidates = SegmentTable()
  /// The fingerprints that this reading looks at, by their upper 16 bits.
  private var window = 0..<Self.shareCount
  private var count = 0

  private static let shareCount = 1 << 16

  /// Starts the first reading.
  ///
  /// - Parameters:
  ///   - capacity: The number of different segments that one reading tells apart.
  ///   - count: About how many segments there are, where that is known: the readings then have equal
  ///     shares. It changes no result.
  public init(capacity: Int = 1 << 27, expecting count: Int = 0) {
    self.capacity = max(capacity, 1)
    sieve = SegmentSieve(capacity: capacity)
    let readings = min(max(count / self.capacity + 1, 1), Self.shareCount)
    window = 0..<(Self.shareCount + readings - 1) / readings
  }

  /// Adds lines; in every reading the same ones, in any order.
  public mutating func add(_ prints: SegmentPrints) {
    var known: [Int] = []
    var start = 0
    while start < prints.prints.count {
      let end = min(start + blockLength, prints.prints.count)
      known += addToSieve(prints.prints[start..<end])
      start = end
      if count > capacity && window.count > 1 { leaveHalf() }
    }
    candidates.reserve(known.count)
    for index in known { candidates.insert(prints.prints[index]) }
  }

  /// So short that a block does not fill the sieve far beyond its capacity.
  private var blockLength: Int { min(4096, max(capacity / 8, 1)) }

  /// Asks the sieve for all of a block, without a branch between them: so the processor fetches many
  /// words of it at a time.
  ///
  /// - Returns: What may have been there before.
  private mutating func addToSieve(
    _ prints: ArraySlice<SegmentPrints.Print>
  ) -> ArraySlice<Int> {
    var known = Array(repeating: 0, count: prints.count + 1)
    var (knownCount, usedCount) = (0, 0)
    for index in prints.indices {
      let print = prints[index]
      let isUsed = window.contains(Int(print.high >> 16))
      let isKnown = isUsed && sieve.insert(print)
      known[knownCount] = index
      knownCount += isKnown ? 1 : 0
      usedCount += isUsed ? 1 : 0
    }
    count += usedCount - knownCount
    return known[..<knownCount]
  }

  /// Leaves the upper half of the window for another reading.
  private mutating func leaveHalf() {
    window = window.lowerBound..<window.lowerBound + window.count / 2
    count /= 2
  }

  /// Ends a reading of all lines.
  ///
  /// - Returns: Whether they must be read once more.
  public mutating func endReading() -> Bool {
    if window.upperBound == Self.shareCount { return false }
    let end = min(window.upperBound + window.count, Self.shareCount)
    window = window.upperBound..<end
    count = 0
    sieve.removeAll()
    return true
  }

  /// What to compare the same lines with, from the first one on, once all is read.
  public consuming func repeatedSegments() -> RepeatedSegments {
    RepeatedSegments(among: candidates)
  }
}
