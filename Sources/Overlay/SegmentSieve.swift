/// A set of segments in about one byte each, which says of a segment that it is not in the set, or
/// that it may be: a Bloom filter whose four bits for a segment lie in one word.
public struct SegmentSieve: Sendable {
  private var words: [UInt64]

  /// Makes an empty set for `capacity` segments; of others, a full one then keeps about one in 30,
  /// and one that fills up keeps one in 130 on the way.
  init(capacity: Int) {
    var size = 1
    while 8 * size < capacity { size *= 2 }
    words = Array(repeating: 0, count: size)
  }

  /// Adds a segment, and returns whether it may have been there before.
  @inline(__always)
  mutating func insert(_ print: SegmentPrints.Print) -> Bool {
    let (index, bits) = place(of: print)
    let word = words[index]
    words[index] = word | bits
    return word & bits == bits
  }

  /// Returns whether a segment may be in the set.
  @inline(__always)
  func mayContain(_ print: SegmentPrints.Print) -> Bool {
    let (index, bits) = place(of: print)
    return words[index] & bits == bits
  }

  /// Forgets everything.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// The upper bits of a fingerprint choose the word, its lower ones those of the word.
  @inline(__always)
  private func place(of print: SegmentPrints.Print) -> (index: Int, bits: UInt64) {
    let low = print.low
    let lower: UInt64 = 1 &<< (low & 63) | 1 &<< (low >> 6 & 63)
    let bits = lower | 1 &<< (low >> 12 & 63) | 1 &<< (low >> 18 & 63)
    return (Int(truncatingIfNeeded: low >> UInt64(words.count.leadingZeroBitCount + 1)), bits)
  }
}
