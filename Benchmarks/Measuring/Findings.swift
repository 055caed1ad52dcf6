/// What a contender found, so that a fast answer that is wrong does not win.
struct Findings {
  /// What must be equal: counts and hashes.
  var counts: [UInt64] = []
  /// What must be equal up to the tolerance of the case.
  var sums: [Double] = []
  /// The greatest memory in MB, where the job ran in a process of its own.
  var peak: Double?

  /// Whether both found the same, sums up to `tolerance` relative to the greater of two.
  func agree(with other: Findings, tolerance: Double) -> Bool {
    counts == other.counts && sums.count == other.sums.count
      && zip(sums, other.sums).allSatisfy { a, b in
        abs(a - b) <= tolerance * max(abs(a), abs(b))
      }
  }

  /// One number for all counts, in order (FNV-1a over words), as text.
  var countsHash: String {
    let hash = counts.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ $1) &* 1_099_511_628_211
    }
    return String(hash, radix: 16)
  }

  /// One number for all sums.
  var total: Double { sums.reduce(0, +) }
}
