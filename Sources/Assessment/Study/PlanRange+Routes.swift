internal import Connectivity
internal import Geometry
internal import Permeability

extension PlanRange {
  /// What routes must pass; bundles count once.
  func obstacles(of routes: LineColumn, jobs: Int) async throws -> MovementObstacles {
    MovementObstacles(
      try await MovementCrossings(of: routes, with: study.network.overlay, jobs: jobs),
      bundles: study.network.bundles)
  }

  /// Compares routes today with those under an alternative.
  func effects(
    on routes: MovementObstacles, named names: [String], of alternative: Int
  ) -> [RouteEffect] {
    let rows = Set(barriers.plans[alternative].map(\.row))
    let scenario = barriers.scenario(with: alternative)
    func values(_ scenario: RangeScenario) -> [[Double]] {
      [\Estimate.low, \.central, \.high].map {
        study.permeability(of: routes, in: scenario, $0).values
      }
    }
    let (before, after) = (values(barriers.today), values(scenario))
    return names.indices.compactMap { number in
      func estimate(_ values: [[Double]]) -> Estimate {
        let (low, central, high) = (values[0][number], values[1][number], values[2][number])
        return Estimate(low: min(low, central), central: central, high: max(high, central))
          ?? Estimate(central)
      }
      let crossings = routes.crossings.all[routes.crossings.indices(of: number)]
      return RouteEffect(
        species: species, route: names[number], before: estimate(before), after: estimate(after),
        crossings: crossings.count { rows.contains($0.barrier) })
    }
  }
}
