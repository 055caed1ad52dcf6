internal import Permeability

extension RangeStudy {
  /// Returns the measures of the whole range and of every region that holds some of it.
  ///
  /// - Parameters:
  ///   - scenario: Which barriers are there.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Returns: First the whole range, then the regions in their order.
  /// - Throws: `CancellationError`.
  public func measures(of scenario: RangeScenario, jobs: Int = 1) async throws -> [RangeMeasures] {
    let walls = ScenarioWalls(self, scenario)
    let range = patches(walls.central)
    let reach = try await range.reach(jobs: jobs)
    var measures: [RangeMeasures] = []
    for region in [nil] + regions.map(Optional.some) {
      let graph = region == nil ? range : patches(walls.central, in: region)
      let central = region == nil ? reach : try await graph.reach(jobs: jobs)
      let across =
        cells(in: region).map {
          range.meshSizeAcrossBorders(reach, of: mesh, inside: $0)
        } ?? graph.connectedArea(central).meshSize
      measures.append(
        try await self.measures(
          walls, graph, graph.connectedArea(central), across, in: region, jobs: jobs))
    }
    return measures
  }

  private func measures(
    _ walls: ScenarioWalls, _ graph: PatchGraph, _ central: ConnectedArea, _ across: Double,
    in region: Int?, jobs: Int
  ) async throws -> RangeMeasures {
    let cells = cells(in: region)
    func area(_ other: [Double?], _ rule: PatchRule) async throws -> ConnectedArea {
      if other == walls.central && rule == self.rule { return central }
      let graph = PatchGraph(mesh, permeability: other, rule: rule, isIncluded: cells)
      return graph.connectedArea(try await graph.reach(jobs: jobs))
    }
    var otherEdge = rule
    otherEdge.edge = rule.edge == .most ? .mean : .most
    let amount = amount(of: walls, in: cells)
    let patchCount = graph.patchCount
    return RangeMeasures(
      region: region,
      connected: RangeMeasures.Ends(
        low: try await area(walls.low, rule), central: central,
        high: try await area(walls.high, rule)),
      meshSizeAcrossBorders: across, patches: patchCount, slivers: graph.count - patchCount,
      largestPatch: graph.areas.max() ?? 0, meanPermeability: amount.mean,
      barrierLength: amount.length / 1000,
      threshold: rule.cutsBelow < 1
        ? try await ThresholdEffect(
          on: graph, mesh, permeability: walls.central, rule: rule, isIncluded: cells, jobs: jobs)
        : nil,
      variants: RangeMeasures.Variants(
        leastDecides: try await area(walls.leastDecides, rule),
        independent: try await area(walls.independent, rule),
        otherEdge: try await area(walls.central, otherEdge)))
  }

  /// The length of barriers in metres, and their mean permeability by length; of those on each other
  /// the mean counts.
  private func amount(
    of walls: ScenarioWalls, in cells: [Bool]?
  ) -> (length: Double, mean: Double?) {
    var (length, sum) = (0.0, 0.0)
    for wall in mesh.walls where cells.map({ $0[wall.left] && $0[wall.right] }) ?? true {
      let pieces = mesh.pieces[wall.pieces].filter { walls.scenario.isPresent[$0.barrier] }
      if pieces.isEmpty { continue }
      let mean = pieces.reduce(0) { $0 + permeability.value($1.barrier, $1.stretch, \.central) }
      length += wall.length
      sum += wall.length * mean / Double(pieces.count)
    }
    return (length, length > 0 ? sum / length : nil)
  }
}

/// What the walls of a scenario let through, in all that is asked of them.
struct ScenarioWalls {
  let scenario: RangeScenario
  let low: [Double?]
  let central: [Double?]
  let high: [Double?]
  let leastDecides: [Double?]
  let independent: [Double?]

  init(_ study: RangeStudy, _ scenario: RangeScenario) {
    self.scenario = scenario
    low = study.walls(in: scenario, \.low)
    central = study.walls(in: scenario)
    high = study.walls(in: scenario, \.high)
    leastDecides = study.walls(in: scenario, dependence: 0)
    independent = study.walls(in: scenario, dependence: 1)
  }
}
