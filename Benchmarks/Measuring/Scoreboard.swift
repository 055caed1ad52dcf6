import Foundation

/// Runs contests, prints every score as a line of JSON, and hands all of them to a table.
struct Scoreboard {
  private let options: BenchmarkOptions
  private(set) var contests: [(contest: Contest, scores: [Score])] = []
  private(set) var observations: [Observation] = []

  /// Creates an empty scoreboard.
  init(_ options: BenchmarkOptions) { self.options = options }

  /// Whether any of these cases will be run, so that their data are worth making.
  func wants(_ names: String..., size: BenchmarkOptions.Size = .small) -> Bool {
    names.contains { options.wants($0, size) }
  }

  /// Runs a contest, unless the user left it out.
  mutating func run(
    _ contest: Contest, size: BenchmarkOptions.Size = .small, runs: Int? = nil
  ) async throws {
    guard options.wants(contest.name, size) else { return }
    let contest = options.contender.map(contest.only) ?? contest
    let scores = try await contest.run(min(runs ?? options.runs, options.runs))
    for score in scores { print(score.json) }
    fflush(nil)
    contests.append((contest, scores))
  }

  /// Records a number that is no time.
  mutating func observe(_ observation: Observation) {
    print(observation.json)
    observations.append(observation)
  }

  /// Says something to the reader of the table.
  func note(_ text: String) { FileHandle.standardError.write(Data("\(text)\n".utf8)) }
}
