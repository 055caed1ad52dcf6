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

  /// The shortest time that a round took, in seconds.
  var leastWall: Double { timings.map(\.wall).min() ?? .nan }
  /// The shortest time that the processors worked in a round, in seconds.
  var leastProcessor: Double { timings.map(\.processor).min() ?? .nan }

  /// The result as one line of JSON.
  var json: String {
    let walls = timings.map(\.wall).sorted()
    let median = walls.isEmpty ? .nan : walls[walls.count / 2]
    return #"{"name":"\#(contest.name)/\#(contender)","unit":"\#(contest.unit)","#
      + #""items":\#(contest.items),"runs":\#(timings.count),"#
      + #""min_ns":\#(perItem(leastWall)),"median_ns":\#(perItem(median)),"#
      + #""min_cpu_ns":\#(perItem(leastProcessor)),"min_s":\#(rounded(leastWall)),"#
      + #""checksum":\#(findings.checksum)}"#
  }

  private func perItem(_ seconds: Double) -> Double {
    rounded(seconds * 1e9 / Double(max(contest.items, 1)))
  }

  private func rounded(_ number: Double) -> Double { (number * 1e4).rounded() / 1e4 }
}
