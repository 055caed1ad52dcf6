import Foundation

/// Runs contests, prints every score as a line of JSON and all ratios as a table at the end.
struct Scoreboard {
  private let options: BenchmarkOptions
  private var contests: [[Score]] = []

  /// Creates an empty scoreboard.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Whether any of these cases will be run, so that their data are worth making.
  func wants(_ names: String...) -> Bool { names.contains(where: isChosen) }

  /// Whether the user named a case, or none at all.
  private func isChosen(_ name: String) -> Bool {
    options.filter.isEmpty || name.contains(options.filter)
  }

  /// Runs a contest, unless the user filtered it out.
  mutating func run(_ contest: Contest, runs: Int? = nil) async throws {
    guard isChosen(contest.name) else { return }
    let contest = options.contender.map(contest.only) ?? contest
    let scores = try await contest.run(runs ?? options.runs)
    for score in scores { print(score.json) }
    fflush(nil)
    contests.append(scores)
  }

  /// Says something to the reader of the table.
  func note(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }

  /// Prints how many times as fast we are as every baseline, in time passed and processor time.
  func printTable() {
    note("\n" + row("case", "contender", "ns/item", "wall", "cpu", "goal"))
    for scores in contests {
      guard let ours = scores.first else { continue }
      for (place, score) in scores.enumerated() {
        let isOurs = place == 0
        note(
          row(
            isOurs ? score.contest.name : "", score.contender,
            number(score.leastWall * 1e9 / Double(max(score.contest.items, 1))),
            isOurs ? "1" : number(score.leastWall / ours.leastWall) + "x",
            isOurs ? "1" : number(score.leastProcessor / ours.leastProcessor) + "x",
            isOurs ? verdict(on: scores) : ""))
      }
    }
    note("wall, cpu: time of the contender divided by ours; above 1 it is slower than we are")
  }

  /// Says whether the fastest baseline is beaten by as much as it must be.
  private func verdict(on scores: [Score]) -> String {
    guard let goal = scores.first?.contest.goal, let ours = scores.first?.leastWall,
      let best = scores.dropFirst().map(\.leastWall).min()
    else { return "" }
    return "\(number(goal))x \(best / ours >= goal ? "met" : "MISSED")"
  }

  private func row(_ cells: String...) -> String {
    zip(cells, [36, 14, 11, 9, 9, 14]).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }

  private func number(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : "%.1f", value)
  }
}
