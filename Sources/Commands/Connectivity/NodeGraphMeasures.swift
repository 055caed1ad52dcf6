internal import Connectivity
internal import Formats

/// The measures of one time and distance, without the paths they come from.
struct NodeGraphMeasures: Sendable {
  /// The distance D.
  let reach: Double
  private let area: Double
  private let (byChance, bySteps): (Double, Double)
  /// The columns of the row behind the number of the time and D.
  let row: [Value]

  init(
    step: NodeGraphStep, reach: Double, probability: Double, links: Int, landscapeArea: Double?,
    byChance: NodeConnectivity, bySteps: NodeConnectivity, before: NodeGraphMeasures?
  ) {
    self.reach = reach
    let area = step.graph.totalArea
    let (ecByChance, ecBySteps) = (byChance.equivalentArea, bySteps.equivalentArea)
    (self.area, self.byChance, self.bySteps) = (area, ecByChance, ecBySteps)
    func index(_ connectivity: NodeConnectivity) -> Value {
      .measured(
        landscapeArea.map { connectivity.connectedArea(inLandscapeOf: $0).probability })
    }
    func change(_ areas: (NodeGraphMeasures) -> Double, _ now: Double) -> AreaChange? {
      before.map { AreaChange(from: ($0.area, areas($0)), to: (area, now)) }
    }
    let chances = change(\.byChance, ecByChance)
    let steps = change(\.bySteps, ecBySteps)
    row = [
      .integer(Int64(step.number)), .real(reach), .text(step.name), .real(probability),
      .integer(Int64(step.graph.nodes.count)), .integer(Int64(links)), .measured(area),
      landscapeArea.map(Value.real) ?? .null, index(byChance), .measured(ecByChance),
      index(bySteps), .measured(ecBySteps), .measured(chances?.total),
      .measured(chances?.equivalent), .measured(steps?.equivalent),
    ]
  }
}
