import Connectivity
import Foundation
import Geometry

/// Patches as nodes with distances: PC and IIC, and what each node and link contributes.
struct NodeCases {
  private static let rules: [LinkRule] = [.probability(0.5, at: 30), .steps(below: 30)]

  /// Runs the cases.
  func run(on scoreboard: inout Scoreboard) async throws {
    if scoreboard.wants("connectivity/nodes/400") {
      try await scoreboard.run(removals(in: Self.graph(400)))
    }
    if scoreboard.wants("connectivity/links/400") {
      try await scoreboard.run(links(of: Self.graph(400)))
    }
  }

  /// PC, IIC, and dPC and dIIC of every node with their fractions, in a complete graph.
  private func removals(in graph: NodeGraph) -> Contest {
    var contest = Contest(
      "connectivity/nodes/400", unit: "node", items: graph.nodes.count, tolerance: 1e-9)
    contest.add("kulan") { try await Self.removals(in: graph, jobs: 1) }
    contest.add("kulan-2") { try await Self.removals(in: graph, jobs: 2) }
    contest.add("each-anew") {
      var findings = Findings()
      for rule in Self.rules {
        let paths = AllPaths(graph, by: rule)
        let all = paths.pairs(without: nil)
        findings.sums.append(all)
        for node in graph.nodes.indices {
          findings.sums.append(100 * (all - paths.pairs(without: node)) / all)
        }
      }
      return findings
    }
    contest.require(5, against: "each-anew")
    return contest
  }

  private static func removals(in graph: NodeGraph, jobs: Int) async throws -> Findings {
    var findings = Findings()
    for rule in rules {
      let connectivity = NodeConnectivity(of: graph, by: rule)
      findings.sums.append(connectivity.pairs)
      findings.sums += try await connectivity.importanceOfNodes(jobs: jobs).map(\.total)
    }
    return findings
  }

  /// dPC and dIIC of every link that lies on a best path.
  private func links(of graph: NodeGraph) -> Contest {
    var contest = Contest(
      "connectivity/links/400", unit: "link", items: graph.links.count, tolerance: 1e-9)
    contest.add("kulan") {
      var findings = Findings()
      for rule in Self.rules {
        let connectivity = NodeConnectivity(of: graph, by: rule)
        let used = connectivity.linksOnBestPaths
        let lost = try await connectivity.importanceOfLinks(used)
        findings.counts.append(UInt64(used.count))
        findings.sums.append(lost.reduce(0, +))
      }
      return findings
    }
    return contest
  }

  /// Patches in a square of 200, every pair linked by a cost that grows faster than distance, so that
  /// best paths lead over stepping stones.
  private static func graph(_ count: Int) -> NodeGraph {
    var numbers = NormalNumbers(seed: 400)
    let places = (0..<count).map { _ in
      (x: numbers.uniform(0...200), y: numbers.uniform(0...200))
    }
    var links: [NodeGraph.Link] = []
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) {
        let (x, y) = (places[a].x - places[b].x, places[a].y - places[b].y)
        let distance = (x * x + y * y).squareRoot()
        links.append(NodeGraph.Link(a, b, distance: distance * (1 + distance / 20)))
      }
    }
    return NodeGraph(
      nodes: (0..<count).map { NodeGraph.Node("\($0)", area: numbers.uniform(1...50)) },
      links: links)
  }
}
