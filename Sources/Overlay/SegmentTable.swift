/// Remembers which line had a segment first: a hash table in one flat array, 16 bytes a slot,
/// without an object or a copy of coordinates per segment.
struct SegmentTable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt32 = 0
    /// The first line, ``nobody``, or ``free`` where the slot is.
    var owner = SegmentTable.free
  }

  private static let free = UInt32.max
  private static let nobody = UInt32.max - 1

  private var slots = Array(repeating: Slot(), count: 1024)
  /// The number of different segments.
  private(set) var count = 0

  /// Returns the line that had the segment first, which is `line` if none had it.
  ///
  /// - Complexity: O(1), 21 to 43 bytes for each different segment.
  mutating func claim(_ print: SegmentPrints.Print, for line: Int) -> Int {
    let slot = insertedSlot(of: print)
    return own(slot, line)
  }

  /// The same for a segment that has a slot already; one that has none is the line's own.
  mutating func claimKnown(_ print: SegmentPrints.Print, for line: Int) -> Int {
    let slot = slot(of: print)
    return slots[slot].owner == Self.free ? line : own(slot, line)
  }

  /// Makes a slot for a segment that no line has yet.
  mutating func insert(_ print: SegmentPrints.Print) { _ = insertedSlot(of: print) }

  private mutating func own(_ slot: Int, _ line: Int) -> Int {
    let owner = slots[slot].owner
    if owner != Self.nobody { return Int(owner) }
    precondition(line < Int(Self.nobody), "more lines than can be numbered")
    slots[slot].owner = UInt32(line)
    return line
  }

  private mutating func insertedSlot(of print: SegmentPrints.Print) -> Int {
    reserve(1)
    let slot = slot(of: print)
    if slots[slot].owner == Self.free {
      slots[slot] = Slot(low: print.low, high: print.high, owner: Self.nobody)
      count += 1
    }
    return slot
  }

  /// The slot of a segment, or the free one where it would be.
  private func slot(of print: SegmentPrints.Print) -> Int {
    firstSlot(low: print.low) { $0.low == print.low && $0.high == print.high }
  }

  @inline(__always)
  private func firstSlot(low: UInt64, where isWanted: (Slot) -> Bool) -> Int {
    let mask = slots.count - 1
    // The upper bits, by which fingerprints are sorted roughly.
    var index = Int(truncatingIfNeeded: low >> UInt64(slots.count.leadingZeroBitCount + 1))
    while slots[index].owner != Self.free && !isWanted(slots[index]) {
      index = (index + 1) & mask
    }
    return index
  }

  /// Makes room for more segments. Those of a batch come sorted by the place where they go, so that
  /// room made on the way would be full at one end.
  mutating func reserve(_ more: Int) {
    while 4 * (count + more) > 3 * slots.count { grow() }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.owner != Self.free {
      slots[firstSlot(low: slot.low) { _ in false }] = slot
    }
  }

  /// A sieve that lets pass what is in the table.
  var sieve: SegmentSieve {
    var sieve = SegmentSieve(capacity: 2 * count)
    for slot in slots where slot.owner != Self.free {
      _ = sieve.insert(SegmentPrints.Print(low: slot.low, high: slot.high, vertex: 0, row: 0))
    }
    return sieve
  }
}
