internal import Atlas
internal import Formats

/// What the numbers of an edition say in a few sentences.
struct AtlasFindings {
  private let plan: AtlasPlan
  private let importance: [ResultRow]
  /// The rows of whole ranges.
  private let ranges: [ResultRow]

  init(_ plan: AtlasPlan, _ results: AtlasResults) {
    (self.plan, importance) = (plan, results.importance)
    ranges = results.connectivity.filter { $0["region"] == .null }
  }

  /// The scenario that the others are compared with.
  private var first: String { plan.scenarios[0].name }

  /// The ranges of a scenario.
  private func ranges(in scenario: String) -> [ResultRow] {
    ranges.filter { $0.text("scenario") == scenario }
  }

  /// The range of the first scenario whose random points are connected the least.
  var leastConnected: ResultRow? {
    ranges(in: first).min { $0.number("c_mesh") < $1.number("c_mesh") }
  }

  /// The line of the first scenario that would bring the most by itself, with the row of its range.
  var greatestGain: (line: ResultRow, range: ResultRow)? {
    let lines = importance.filter { $0.text("scenario") == first }
    guard let line = lines.max(by: { $0.number("delta_eca_km2") < $1.number("delta_eca_km2") }),
      let range = ranges(in: first).first(where: { $0["species"] == line["species"] })
    else { return nil }
    return (line, range)
  }

  /// What other scenarios change, one by one.
  var changes: [ScenarioChange] {
    plan.scenarios.dropFirst().compactMap { scenario in
      let pairs = ranges(in: scenario.name).compactMap { row in
        ranges(in: first).first { $0["species"] == row["species"] }.map { (before: $0, after: row) }
      }
      return ScenarioChange(scenario.name, first, pairs)
    }
  }

  /// The sentences.
  var sentences: [Prose] {
    var sentences: [Prose] = []
    if let leastConnected { sentences.append(AtlasWords.leastConnected(leastConnected, first)) }
    if let (line, range) = greatestGain { sentences.append(AtlasWords.greatestGain(line, range)) }
    return sentences + changes.map(AtlasWords.change)
  }
}

/// What one scenario changes against another.
struct ScenarioChange {
  /// The scenario and the one that it is compared with.
  let (scenario, other): (String, String)
  /// How many ranges both have, and in how many of them ECA differs.
  let (rangeCount, changedCount): (Int, Int)
  /// The range that changes most, by the part of its ECA, before and after.
  let (before, after): (ResultRow, ResultRow)

  /// Nil where the scenarios have no range in common.
  init?(_ scenario: String, _ other: String, _ pairs: [(before: ResultRow, after: ResultRow)]) {
    let sizes = pairs.map { abs(Self.part("eca_km2", $0.before, $0.after)) }
    guard let most = pairs.indices.max(by: { sizes[$0] < sizes[$1] }) else { return nil }
    (self.scenario, self.other) = (scenario, other)
    (rangeCount, changedCount) = (pairs.count, sizes.count { $0 > 0 })
    (before, after) = pairs[most]
  }

  /// The change of a number as a part of what it was; 0 where it was nothing.
  func part(_ column: String) -> Double { Self.part(column, before, after) }

  private static func part(_ column: String, _ before: ResultRow, _ after: ResultRow) -> Double {
    let old = before.number(column)
    return old > 0 ? after.number(column) / old - 1 : 0
  }
}
