public import Geometry

/// The fingerprints of the segments of some lines, for ``RepeatedSegments``.
///
/// They are made for many batches in parallel and compared one batch after the other. A fingerprint
/// has 96 bits and is the sum of hashes of the group and both ends, so that it is the same in either
/// direction; that two different segments of 10⁸ share one has a chance of about 10⁻¹³.
///
/// - Complexity: O(1) a segment; 24 bytes for each.
public struct SegmentPrints: Sendable {
  /// One segment.
  struct Print: Sendable {
    var low: UInt64
    var high: UInt32
    /// The first vertex of the segment in its column.
    var vertex: UInt32
    /// The row of its line.
    var row: UInt32
  }

  /// The fingerprints by their ``part(of:)``, and those of a part in the order of their segments: a
  /// table that is addressed by the upper bits is then walked part by part, each of which fits into
  /// the cache.
  private(set) var prints: [Print] = []
  /// The number of lines.
  public let lineCount: Int

  /// Takes the fingerprints of all segments that have a length.
  ///
  /// - Parameters:
  ///   - lines: The lines, of fewer than 2³² vertices.
  ///   - groups: The group of each row; lines of different groups never repeat each other.
  ///   - sieve: Leaves out what surely does not come again; nil leaves out nothing.
  public init(_ lines: LineColumn, groups: [Int], through sieve: SegmentSieve? = nil) {
    precondition(lines.paths.vertexCount <= UInt32.max, "too many vertices in a batch")
    if sieve == nil { prints.reserveCapacity(lines.paths.vertexCount) }
    lineCount = lines.count
    for row in 0..<lines.count {
      let group = Hash(group: groups[row])
      for path in lines.pathIndices(of: row) {
        append(lines.paths.vertices(of: path), of: lines.paths.xy, row, group, sieve)
      }
    }
    sortByPart()
  }

  /// One of 256 parts.
  private static func part(of print: Print) -> Int { Int(print.low >> 56) }

  private mutating func sortByPart() {
    guard prints.count > 4096 else { return }
    var ends = Array(repeating: 0, count: 257)
    for print in prints { ends[Self.part(of: print) + 1] += 1 }
    for part in 1..<ends.count { ends[part] += ends[part - 1] }
    var sorted = prints
    for print in prints {
      let part = Self.part(of: print)
      sorted[ends[part]] = print
      ends[part] += 1
    }
    prints = sorted
  }

  private mutating func append(
    _ vertices: Range<Int>, of xy: [Double], _ row: Int, _ group: Hash, _ sieve: SegmentSieve?
  ) {
    guard let first = vertices.first else { return }
    var (x, y) = (xy[2 * first], xy[2 * first + 1])
    var hash = Hash(x, y)
    for vertex in vertices.dropFirst() {
      let (nextX, nextY) = (xy[2 * vertex], xy[2 * vertex + 1])
      if nextX == x && nextY == y { continue }
      let next = Hash(nextX, nextY)
      let print = Print(
        low: hash.low &+ next.low &+ group.low,
        high: UInt32(truncatingIfNeeded: (hash.high &+ next.high &+ group.high) >> 32),
        vertex: UInt32(truncatingIfNeeded: vertex - 1), row: UInt32(truncatingIfNeeded: row))
      if sieve?.mayContain(print) ?? true { prints.append(print) }
      (x, y, hash) = (nextX, nextY, next)
    }
  }
}

/// Two independent hashes of 64 bits.
private struct Hash {
  let low: UInt64
  let high: UInt64

  @inline(__always)
  init(_ x: Double, _ y: Double) {
    // Adding 0 makes −0 and 0, which are the same place, the same bits.
    self.init((x + 0).bitPattern, (y + 0).bitPattern)
  }

  init(group: Int) { self.init(UInt64(bitPattern: Int64(group)), 0x5851_F42D_4C95_7F2D) }

  /// Odd multipliers carry every bit upwards, and halves swapped keep both words apart where the
  /// lower bits of coordinates are zero.
  @inline(__always)
  private init(_ a: UInt64, _ b: UInt64) {
    let (p, q) = (a &* 0x9E37_79B9_7F4A_7C15, b &* 0xC2B2_AE3D_27D4_EB4F)
    low = Self.mix(p ^ (q >> 32 | q << 32))
    let (r, s) = (a &* 0xD6E8_FEB8_6659_FD93, b &* 0xA076_1D64_78BD_642F)
    high = Self.mix((r >> 32 | r << 32) &+ s)
  }

  /// The finaliser of SplitMix64: every bit of the result depends on every bit of the word.
  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    let once = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    let twice = (once ^ (once >> 27)) &* 0x94D0_49BB_1331_11EB
    return twice ^ (twice >> 31)
  }
}
