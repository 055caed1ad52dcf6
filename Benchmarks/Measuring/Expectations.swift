import Foundation

/// Checksums and ratios of an earlier run, which a later one must not fall short of.
struct Expectations: Codable {
  /// What is expected of one case.
  struct Case: Codable {
    /// The hash of all counts.
    var counts: String
    /// The sum of all sums.
    var sum: Double
    /// How many times as much processor time each contender takes as we do.
    var ratios: [String: Double]
  }

  /// How far a sum may differ between machines, whose libraries for mathematics round differently.
  private static let tolerance = 1e-8

  private var cases: [String: Case]

  /// Takes the results of a run.
  init(_ scoreboard: Scoreboard) {
    cases = [:]
    for (contest, scores) in scoreboard.contests {
      guard let ours = scores.first else { continue }
      let ratios = scores.dropFirst().filter { !$0.contender.hasPrefix(ours.contender) }.map {
        ($0.contender, $0.median(.processor) / ours.median(.processor))
      }
      cases[contest.name] = Case(
        counts: ours.findings.countsHash, sum: ours.findings.total,
        ratios: Dictionary(uniqueKeysWithValues: ratios).mapValues { $0.rounded(to: 100) })
    }
  }

  /// Reads what was written.
  init(path: String) throws {
    self = try JSONDecoder().decode(
      Expectations.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Writes all of it, sorted, so that differences are easy to read.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path))
  }

  /// Returns in what a run falls short, in words.
  func complaints(about run: Expectations) -> [String] {
    run.cases.sorted { $0.key < $1.key }.flatMap { name, found -> [String] in
      guard let expected = cases[name] else { return [] }
      var complaints: [String] = []
      if found.counts != expected.counts {
        complaints.append("\(name): counts \(found.counts) instead of \(expected.counts)")
      }
      if abs(found.sum - expected.sum) > Self.tolerance * abs(expected.sum) {
        complaints.append("\(name): sum \(found.sum) instead of \(expected.sum)")
      }
      for (contender, ratio) in expected.ratios.sorted(by: { $0.key < $1.key }) {
        guard let now = found.ratios[contender], now < ratio / 2 else { continue }
        complaints.append("\(name): \(contender) takes \(now) times our time instead of \(ratio)")
      }
      return complaints
    }
  }
}
