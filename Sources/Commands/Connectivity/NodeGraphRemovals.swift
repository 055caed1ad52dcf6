internal import Connectivity
internal import Formats

/// One graph at one distance: its measures, and the rows of what nodes and links contribute.
struct NodeGraphRemovals {
  private let step: NodeGraphStep
  private let reach: Double
  private let jobs: Int
  private let probability: Double
  private let byChance: NodeConnectivity
  private let bySteps: NodeConnectivity

  init(_ step: NodeGraphStep, at reach: Double, _ request: NodeGraphRequest) {
    self.step = step
    self.reach = reach
    jobs = request.jobs
    probability = request.probability
    byChance = NodeConnectivity(
      of: step.graph, by: .probability(request.probability, at: reach))
    bySteps = NodeConnectivity(of: step.graph, by: .steps(below: reach))
  }

  private var start: [Value] { [.integer(Int64(step.number)), .real(reach)] }

  func measures(
    after before: NodeGraphMeasures?, inLandscapeOf area: Double?
  ) -> NodeGraphMeasures {
    NodeGraphMeasures(
      step: step, reach: reach, probability: probability,
      links: step.graph.links.count { $0.distance < reach }, landscapeArea: area,
      byChance: byChance, bySteps: bySteps, before: before)
  }

  /// One row for each node, in the order of its file.
  func nodeRows() async throws -> [[Value]] {
    let byChance = try await byChance.importanceOfNodes(jobs: jobs)
    let bySteps = try await bySteps.importanceOfNodes(jobs: jobs)
    let ranks = Self.ranks(byChance.map(\.total))
    return step.graph.nodes.indices.map { place in
      let node = step.graph.nodes[place]
      let fractions = [byChance[place], bySteps[place]].flatMap {
        [$0.total, $0.intra, $0.flux, $0.connector].map(Value.measured)
      }
      return start + [.text(node.id), .real(node.area)] + fractions + [ranks[place]]
    }
  }

  /// One row for each link that was asked for, or that lies on a best path of either measure.
  func linkRows(_ asked: [Int]) async throws -> [[Value]] {
    let used = Set(byChance.linksOnBestPaths).union(bySteps.linksOnBestPaths)
    let links = asked.isEmpty ? used.sorted() : asked
    let byChance = try await byChance.importanceOfLinks(links, jobs: jobs)
    let bySteps = try await bySteps.importanceOfLinks(links, jobs: jobs)
    let ranks = Self.ranks(byChance)
    let (nodes, rule) = (step.graph.nodes, LinkRule.probability(probability, at: reach))
    return links.indices.map { place in
      let link = step.graph.links[links[place]]
      return start + [
        .text(nodes[link.first].id), .text(nodes[link.second].id), .real(link.distance),
        .measured(rule.chance(over: link.distance)), .measured(byChance[place]),
        .measured(bySteps[place]), ranks[place],
      ]
    }
  }

  /// 1 for the greatest; equal numbers share a rank.
  private static func ranks(_ numbers: [Double]) -> [Value] {
    var ranks = Array(repeating: Value.null, count: numbers.count)
    var rank = 0
    var last: Double?
    let order = numbers.indices.sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }
    for (place, index) in order.enumerated() {
      if numbers[index] != last { rank = place + 1 }
      last = numbers[index]
      ranks[index] = .integer(Int64(rank))
    }
    return ranks
  }
}
