/// How one contender did.
struct Score {
  /// What was done.
  let contest: Contest
  /// Who did it.
  let contender: String
  /// What it found.
  let findings: Findings
  /// How long every round took.
  var timings: [Timing] = []

  /// The median over all rounds: seconds, or MB of memory.
  func median(_ quantity: Requirement.Quantity) -> Double {
    let values =
      switch quantity {
      case .processor: timings.map(\.processor)
      case .wall: timings.map(\.wall)
      case .memory: findings.peak.map { [$0] } ?? []
      }
    return values.isEmpty ? .nan : values.sorted()[values.count / 2]
  }

  /// The median time that passed for one item, in nanoseconds.
  var perItem: Double { median(.wall) * 1e9 / Double(max(contest.items, 1)) }

  /// The result as one line of JSON.
  var json: String {
    let least = timings.map(\.wall).min() ?? .nan
    let peak = findings.peak ?? Machine.peakMemory
    return #"{"name":"\#(contest.name)","contender":"\#(contender)","#
      + #""unit":"\#(contest.unit)","items":\#(contest.items),"runs":\#(timings.count),"#
      + #""min_ns":\#(rounded(least * 1e9 / Double(max(contest.items, 1)))),"#
      + #""median_ns":\#(rounded(perItem)),"median_s":\#(rounded(median(.wall))),"#
      + #""median_cpu_s":\#(rounded(median(.processor))),"peak_mb":\#(rounded(peak)),"#
      + #""counts":"\#(findings.countsHash)","sum":\#(findings.total)}"#
  }

  private func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }
}
