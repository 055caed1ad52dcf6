internal import Connectivity

extension PlanRange {
  /// Compares an alternative with everything else that is planned in the range.
  ///
  /// - Parameters:
  ///   - alternative: Its number.
  ///   - effect: What it does to the whole range by itself.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: What all take, and the share of the alternative.
  /// - Throws: `CancellationError`.
  func cumulative(
    of alternative: Int, _ effect: RangeEffect, jobs: Int
  ) async throws -> CumulativeEffect {
    let inside = Set(study.mesh.pieces.map(\.barrier))
    let others = barriers.others(than: alternative).filter { !$0.rows.isDisjoint(with: inside) }
    if others.isEmpty { return CumulativeEffect(alone: effect) }
    let plan = Set(barriers.plans[alternative].map(\.row))
    let players = [plan] + others.map(\.rows)
    // What is absent from a subset is opened; the plan is number 0.
    let all = (1 << players.count) - 1
    let isSmall = players.count <= CumulativeEffect.mostLines
    let subsets = isSmall ? Array(0...all) : []
    let sets =
      isSmall
      ? subsets.map { subset in
        players.indices.filter { subset & (1 << $0) == 0 }.reduce(into: Set()) {
          $0.formUnion(players[$1])
        }
      }
      : [
        players.reduce(into: Set()) { $0.formUnion($1) },
        others.reduce(into: Set()) { $0.formUnion($1.rows) }, plan, [],
      ]
    let gains = try await study.gains(
      opening: sets, in: barriers.scenario(with: alternative, andOthers: true), jobs: jobs)
    let areas = gains.ofChanges.map { gains.before.equivalentArea + $0 }
    return CumulativeEffect(
      species: species, others: others.map(\.label), today: areas[0],
      withPlan: areas[1], withOthers: isSmall ? areas[all & ~1] : areas[2],
      withAll: isSmall ? areas[all] : areas[3],
      shapley: isSmall ? Self.shapley(ofFirst: areas, players: players.count) : nil)
  }

  /// The mean over all orders of what the first player takes: Σ |T|! (n − |T| − 1)! / n! · (v(T) −
  /// v(T + first)) over all sets T of the others.
  ///
  /// - Parameters:
  ///   - values: v of every set; bit i of its number is player i.
  ///   - count: n.
  /// - Returns: The mean of v(T) − v(T + first), weighted by the number of orders that have it.
  static func shapley(ofFirst values: [Double], players count: Int) -> Double {
    var weights = [1 / Double(count)]
    for size in 1..<max(count, 1) {
      weights.append(weights[size - 1] * Double(size) / Double(count - size))
    }
    return values.indices.filter { $0 & 1 == 0 }.reduce(0) { sum, set in
      sum + weights[set.nonzeroBitCount] * (values[set] - values[set | 1])
    }
  }
}
