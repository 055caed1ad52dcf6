import Foundation

/// All scores as a table: how many times as fast we are as every baseline, and what is required.
struct ResultsTable {
  private let scoreboard: Scoreboard
  private static let header = [
    "case", "contender", "seconds", "ns/item", "wall", "cpu", "MB", "required",
  ]

  /// Makes the table of what was run.
  init(_ scoreboard: Scoreboard) { self.scoreboard = scoreboard }

  /// The cells of all rows.
  private var rows: [[String]] {
    scoreboard.contests.flatMap { contest, scores in
      scores.enumerated().map { place, score in
        let ours = scores[0]
        return [
          place == 0 ? contest.name : "", score.contender, number(score.median(.wall)),
          number(score.perItem), ratio(score, to: ours, .wall), ratio(score, to: ours, .processor),
          score.findings.peak.map { number($0) } ?? "", verdicts(on: score, scores, contest),
        ]
      }
    }
      + scoreboard.observations.map {
        [
          $0.name, "kulan", "", "", "", "", "",
          "\(number($0.value)) \($0.unit), at most \(number($0.limit)): \(word($0.isMet))",
        ]
      }
  }

  /// How many times as much time a contender takes as we do.
  private func ratio(_ score: Score, to ours: Score, _ quantity: Requirement.Quantity) -> String {
    let ratio = score.median(quantity) / ours.median(quantity)
    return ratio.isFinite ? number(ratio) + "x" : ""
  }

  /// Says of everything that is required against a contender whether it is reached.
  private func verdicts(on score: Score, _ scores: [Score], _ contest: Contest) -> String {
    contest.requirements.filter { $0.baseline == score.contender }.compactMap { requirement in
      requirement.ratio(in: scores).map { ratio in
        let who = requirement.contender == scores[0].contender ? "" : "\(requirement.contender): "
        return "\(who)\(number(ratio))x \(requirement.quantity.rawValue) of "
          + "\(number(requirement.least))x \(word(ratio >= requirement.least))"
      }
    }.joined(separator: "; ")
  }

  private func word(_ isMet: Bool) -> String { isMet ? "met" : "MISSED" }

  private func number(_ value: Double) -> String {
    if !value.isFinite { return "" }
    let format =
      switch value.magnitude {
      case 0: "%.0f"
      case ..<1e-3: "%.1e"
      case ..<1: "%.3f"
      case ..<10: "%.2f"
      case ..<100: "%.1f"
      default: "%.0f"
      }
    return String(format: format, value)
  }

  /// The table for a terminal.
  var text: String {
    let widths = [30, 14, 9, 10, 9, 9, 7, 0]
    let lines = ([Self.header] + rows).map { cells in
      zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: max(1, width - cell.count))
      }.joined()
    }
    return lines.joined(separator: "\n") + "\n" + Self.legend
  }

  private static let legend =
    "wall, cpu: time of the contender divided by that of the first; medians of all rounds\n"

  /// The results as a page: the machine, the table, and the checksums.
  var page: String {
    """
    # Results

    Made by `make bench-results` on \(Date.now.formatted(.iso8601.year().month().day())); absolute \
    times mean nothing on another machine, ratios little on a busy one.

    \(Machine.description.map { "- \($0)" }.joined(separator: "\n"))

    \(Self.row(Self.header))
    \(Self.row(Self.header.map { _ in "---" }))
    \(rows.map(Self.row).joined(separator: "\n"))

    \(Self.legend.trimmingCharacters(in: .newlines)). *required* compares the contender with ours.
    What the cases and contenders are, `Benchmarks/README.md` says.

    ## Checksums

    All contenders of a case found the same: counts exactly, sums within the tolerance of the case.

    \(Self.row(["case", "items", "counts (hash)", "sum"]))
    \(Self.row(["---", "---", "---", "---"]))
    \(checksums.map(Self.row).joined(separator: "\n"))

    """
  }

  private var checksums: [[String]] {
    scoreboard.contests.compactMap { contest, scores in
      scores.first.map { score in
        [
          contest.name, "\(contest.items) × \(contest.unit)", score.findings.countsHash,
          String(format: "%.10g", score.findings.total),
        ]
      }
    }
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
