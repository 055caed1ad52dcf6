internal import Permeability

/// What one line, in as many fragments as it comes, does to a range.
public struct LineImportance: Sendable, Hashable {
  /// The number of the line.
  public let line: Int
  /// Its length inside the range or region, in km.
  public let length: Double
  /// Its mean permeability there, by length.
  public let permeability: Double
  /// By how much the equivalent connected area would rise if it were opened, in km².
  public let gain: Double
}

extension RangeStudy {
  /// Returns what opening each line, by itself, would bring.
  ///
  /// The patches stay as they are: what the line divided counts as connected. Nothing is recomputed
  /// that the line does not change.
  ///
  /// - Parameters:
  ///   - scenario: Which barriers are there.
  ///   - lines: The line of every barrier, from 0.
  ///   - region: The region; nil for the whole range.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: All lines with a length there, the greatest gain first; of equal gains the lower number.
  /// - Throws: `CancellationError`.
  public func importance(
    in scenario: RangeScenario, ofLines lines: [Int], region: Int? = nil, jobs: Int = 1
  ) async throws -> [LineImportance] {
    let present = LineWalls(self, scenario, lines, in: cells(in: region))
    let gains = try await gains(
      opening: present.lines.map { present.barriers[$0] ?? [] }, in: scenario, region: region,
      jobs: jobs)
    return zip(present.lines, gains.ofChanges).map { line, gain in
      let (length, sum) = present.amounts[line] ?? (0, 0)
      return LineImportance(
        line: line, length: length / 1000, permeability: length > 0 ? sum / length : 1, gain: gain)
    }.sorted { ($1.gain, $0.line) < ($0.gain, $1.line) }
  }
}

/// What lines have of the walls of a range.
private struct LineWalls {
  /// The lines that have any, ascending.
  let lines: [Int]
  /// Their barriers.
  private(set) var barriers: [Int: Set<Int>] = [:]
  /// Their length in metres, and the sum of permeability × length.
  private(set) var amounts: [Int: (length: Double, sum: Double)] = [:]

  init(
    _ study: RangeStudy, _ scenario: RangeScenario, _ linesOfBarriers: [Int], in cells: [Bool]?
  ) {
    for wall in study.mesh.walls
    where cells.map({ $0[wall.left] && $0[wall.right] }) ?? true {
      var isCounted: Set<Int> = []
      for piece in study.mesh.pieces[wall.pieces] where scenario.isPresent[piece.barrier] {
        let line = linesOfBarriers[piece.barrier]
        barriers[line, default: []].insert(piece.barrier)
        guard isCounted.insert(line).inserted else { continue }
        let p = study.permeability.value(piece.barrier, piece.stretch, \.central)
        let known = amounts[line] ?? (0, 0)
        amounts[line] = (known.length + wall.length, known.sum + p * wall.length)
      }
    }
    lines = barriers.keys.sorted()
  }
}
