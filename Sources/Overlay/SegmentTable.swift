import Geometry

/// Remembers which line had a segment first: a hash table in flat arrays, without an object or a
/// copy of coordinates per segment.
///
/// A segment is known by a fingerprint of 128 bits of its group and ends; that two different ones
/// of 10⁸ share a fingerprint has a chance of about 10⁻²³.
struct SegmentTable {
  private var high: [UInt64]
  private var low: [UInt64]
  /// The first line, or −1 where the place is free.
  private var owners: [Int32]
  private var count = 0

  init() {
    high = Array(repeating: 0, count: 1024)
    low = high
    owners = Array(repeating: -1, count: 1024)
  }

  /// Returns the line that had the segment first, which is `line` if none had it.
  ///
  /// - Complexity: O(1), 40 to 80 bytes for each different segment.
  mutating func claim(_ a: Position, _ b: Position, group: Int, line: Int) -> Int {
    if 2 * count >= owners.count { grow() }
    let isOrdered = a.x != b.x ? a.x < b.x : a.y < b.y
    let (first, second) = isOrdered ? (a, b) : (b, a)
    let key = Self.fingerprint(first, second, group)
    let slot = slot(of: key)
    if owners[slot] >= 0 { return Int(owners[slot]) }
    (high[slot], low[slot], owners[slot]) = (key.high, key.low, Int32(truncatingIfNeeded: line))
    count += 1
    return line
  }

  private func slot(of key: (high: UInt64, low: UInt64)) -> Int {
    let mask = owners.count - 1
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while owners[slot] >= 0 && (low[slot] != key.low || high[slot] != key.high) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = (high: high, low: low, owners: owners)
    let capacity = 2 * old.owners.count
    high = Array(repeating: 0, count: capacity)
    low = high
    owners = Array(repeating: -1, count: capacity)
    for index in old.owners.indices where old.owners[index] >= 0 {
      let slot = slot(of: (old.high[index], old.low[index]))
      (high[slot], low[slot], owners[slot]) = (old.high[index], old.low[index], old.owners[index])
    }
  }

  /// Mixes the five words twice, with different constants.
  private static func fingerprint(
    _ a: Position, _ b: Position, _ group: Int
  ) -> (high: UInt64, low: UInt64) {
    var high = UInt64(bitPattern: Int64(group))
    var low = ~high
    // Adding 0 makes −0 and 0, which are the same place, the same bits.
    absorb((a.x + 0).bitPattern, &high, &low)
    absorb((a.y + 0).bitPattern, &high, &low)
    absorb((b.x + 0).bitPattern, &high, &low)
    absorb((b.y + 0).bitPattern, &high, &low)
    return (high, low)
  }

  private static func absorb(_ word: UInt64, _ high: inout UInt64, _ low: inout UInt64) {
    high = mix((high ^ word) &* 0x9E37_79B9_7F4A_7C15)
    low = mix((low &+ word) &* 0xC2B2_AE3D_27D4_EB4F)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    let once = (word ^ (word >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return once ^ (once >> 32)
  }
}
