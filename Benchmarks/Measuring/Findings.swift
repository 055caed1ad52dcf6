/// What a contender found, so that a fast answer that is wrong does not win.
struct Findings {
  /// What must be equal: counts and hashes.
  var counts: [UInt64] = []
  /// What must be equal up to the tolerance of the case.
  var sums: [Double] = []

  /// Whether both found the same, sums up to `tolerance` relative to the greater of two.
  func agree(with other: Findings, tolerance: Double) -> Bool {
    counts == other.counts && sums.count == other.sums.count
      && zip(sums, other.sums).allSatisfy { a, b in
        abs(a - b) <= tolerance * max(abs(a), abs(b))
      }
  }

  /// One number for all of it.
  var checksum: Double { counts.reduce(0) { $0 + Double($1 % 1_000_003) } + sums.reduce(0, +) }
}
