import Connectivity
import Foundation
import Geometry
import Overlay
import TestSupport
import Testing

@Suite struct NodeConnectivityTests {
  private static let rules: [LinkRule] = [.probability(0.5, at: 1), .steps(below: 2)]

  private func graph(_ areas: [Double], _ links: [(Int, Int, Double)]) -> NodeGraph {
    NodeGraph(
      nodes: areas.enumerated().map { NodeGraph.Node("\($0)", area: $1) },
      links: links.map { NodeGraph.Link($0, $1, distance: $2) })
  }

  /// The distance that has a chance of p where the chance to cover 1 is one half.
  private func distance(_ p: Double) -> Double { -log2(p) }

  @Test func `a chain of 5, 3 and 2 has the values of the reference`() async throws {
    let chain = graph([5, 3, 2], [(0, 1, distance(0.5)), (1, 2, distance(0.2))])
    let connectivity = NodeConnectivity(of: chain, by: .probability(0.5, at: 1))
    #expect(abs(connectivity.pairs - 57.4) < 1e-12)
    #expect(abs(connectivity.connectedArea(inLandscapeOf: 10).probability - 0.574) < 1e-14)
    #expect(abs(connectivity.equivalentArea - 57.4.squareRoot()) < 1e-13)
    #expect(abs(connectivity.chance(from: 2, to: 0) - 0.1) < 1e-15)
    // By hand: without the middle 25 + 4 remain; it is worth 9, its pairs 2 · 3 · (5 · 0.5 + 2 · 0.2),
    // and 2 · 5 · 2 · 0.1 leads through it.
    let middle = try await connectivity.importanceOfNodes()[1]
    #expect(abs(middle.intra - 900 / 57.4) < 1e-12)
    #expect(abs(middle.flux - 1740 / 57.4) < 1e-12)
    #expect(abs(middle.connector - 200 / 57.4) < 1e-12)
    #expect(abs(middle.total - 100 * (57.4 - 29) / 57.4) < 1e-12)
  }

  @Test(arguments: [(0.0, 52.0), (0.25, 64), (1, 100)])
  func `two patches of 6 and 4 have the values of the reference`(p: Double, pairs: Double) {
    let two = graph([6, 4], p > 0 ? [(0, 1, distance(p))] : [])
    let found = NodeConnectivity(of: two, by: .probability(0.5, at: 1))
    #expect(abs(found.pairs - pairs) < 1e-12)
  }

  @Test func `the chain of the reference in links`() async throws {
    let chain = graph([5, 3, 2], [(0, 1, 1), (1, 2, 1)])
    let connectivity = NodeConnectivity(of: chain, by: .steps(below: 2))
    // 25 + 9 + 4 + 2 · (15 / 2 + 6 / 2 + 10 / 3)
    #expect(abs(connectivity.pairs - (38 + 2 * (7.5 + 3 + 10 / 3.0))) < 1e-12)
    #expect(connectivity.linksOnBestPaths == [0, 1])
    let links = try await connectivity.importanceOfLinks([0, 1])
    #expect(abs(links[0] - 100 * 2 * (7.5 + 10 / 3.0) / connectivity.pairs) < 1e-12)
  }

  @Test func `a link of just the distance D is none`() {
    for (distance, pairs) in [(1000.0.nextDown, 2 + 1.0), (1000, 2.0), (1000.0.nextUp, 2)] {
      let found = NodeConnectivity(
        of: graph([1, 1], [(0, 1, distance)]), by: .steps(below: 1000))
      #expect(found.pairs == pairs)
    }
    #expect(abs(LinkRule.probability(0.3, at: 1000).chance(over: 1000) - 0.3) < 1e-16)
  }

  @Test func `what no path joins counts exactly 0`() async throws {
    for rule in Self.rules {
      let found = NodeConnectivity(
        of: graph([3, 4, 5, 7], [(0, 1, 0), (2, 3, 1e9)]), by: rule)
      #expect(found.chance(from: 0, to: 2) == 0 && found.chance(from: 2, to: 3) == 0)
      let pairs: Double = rule == .steps(below: 2) ? 9 + 16 + 25 + 49 + 12 : 9 + 16 + 25 + 49 + 24
      #expect(found.pairs == pairs)
      let last = try await found.importanceOfNodes()[3]
      #expect(last.flux == 0 && last.connector == 0)
      #expect(try await found.importanceOfLinks([1]) == [0])
    }
  }

  @Test(arguments: 0..<30)
  func `enumeration of all paths and removal one by one agree`(seed: UInt64) async throws {
    let graph = NodeGraph.random(
      Int(seed % 6) + 2, linked: [0.3, 0.6, 1][Int(seed % 3)], seed: seed)
    try await compare(graph) { $0.pairsByPaths() }
  }

  @Test(arguments: 0..<9)
  func `larger graphs agree with removal one by one`(seed: UInt64) async throws {
    let graph = NodeGraph.random(
      13 + Int(seed), linked: [0.15, 0.5, 1][Int(seed % 3)], seed: 100 + seed)
    try await compare(graph) { $0.pairs() }
  }

  private func compare(
    _ graph: NodeGraph, _ pairs: (SimpleConnectivity) -> Double
  ) async throws {
    for rule in Self.rules {
      let found = NodeConnectivity(of: graph, by: rule)
      let all = pairs(SimpleConnectivity(graph, by: rule))
      #expect(abs(found.pairs - all) <= 1e-12 * all)
      let nodes = try await found.importanceOfNodes()
      for node in graph.nodes.indices {
        let left = pairs(SimpleConnectivity(graph.removing(node: node), by: rule))
        #expect(abs(nodes[node].total - 100 * (all - left) / all) < 1e-9)
      }
      let links = try await found.importanceOfLinks(Array(graph.links.indices))
      for link in graph.links.indices {
        let left = pairs(SimpleConnectivity(graph.removing(link: link), by: rule))
        #expect(abs(links[link] - 100 * (all - left) / all) < 1e-9)
      }
      let used = Set(found.linksOnBestPaths)
      #expect(graph.links.indices.allSatisfy { used.contains($0) || links[$0] == 0 })
    }
  }

  @Test(arguments: 0..<20)
  func `the laws of the measures hold`(seed: UInt64) async throws {
    let graph = NodeGraph.random(11, linked: 0.4, seed: 500 + seed)
    let total = graph.totalArea
    let own = graph.nodes.reduce(0) { $0 + $1.area * $1.area }
    for rule in Self.rules {
      let found = NodeConnectivity(of: graph, by: rule)
      #expect(found.pairs >= own && found.pairs <= total * total * (1 + 1e-15))
      for importance in try await found.importanceOfNodes() {
        #expect(importance.intra >= 0 && importance.flux >= 0 && importance.connector >= 0)
        #expect(importance.total <= 100 * (1 + 1e-12))
      }
      let pairs = Set(graph.links.map { [$0.first, $0.second] })
      if let free = (1..<11).first(where: { !pairs.contains([0, $0]) }) {
        let more = NodeGraph(
          nodes: graph.nodes, links: graph.links + [NodeGraph.Link(0, free, distance: 1)])
        #expect(NodeConnectivity(of: more, by: rule).pairs >= found.pairs)
      }
      for link in graph.links.indices {
        #expect(NodeConnectivity(of: graph.removing(link: link), by: rule).pairs <= found.pairs)
      }
    }
  }

  @Test func `stepping stones have no worth of their own and connect`() async throws {
    // Straight distances never make a detour worth while; their squares always do.
    let places = (0..<9).map { Position(Double($0), 0) }
    let nodes = (0..<9).map { NodeGraph.Node("\($0)", area: $0 == 4 ? 0 : 1) }
    let straight = NodeGraph(nodes: nodes, positions: places, measuredBy: .planar)
    let squared = NodeGraph(
      nodes: nodes,
      links: straight.links.map { link in
        NodeGraph.Link(link.first, link.second, distance: link.distance * link.distance)
      })
    let rule = LinkRule.probability(0.5, at: 2)
    let (flat, steep) = (
      try await NodeConnectivity(of: straight, by: rule).importanceOfNodes()[4],
      try await NodeConnectivity(of: squared, by: rule).importanceOfNodes()[4]
    )
    #expect(flat.intra == 0 && flat.flux == 0 && flat.connector == 0)
    #expect(steep.intra == 0 && steep.flux == 0 && steep.connector > 1)
    #expect(NodeConnectivity(of: squared, by: rule).linksOnBestPaths.count == 8)
    #expect(NodeConnectivity(of: straight, by: rule).linksOnBestPaths.count == 36)
  }

  @Test func `the same bits for one job and three`() async throws {
    let graph = NodeGraph.random(37, linked: 0.3, seed: 9)
    let found = NodeConnectivity(of: graph, by: .probability(0.2, at: 3))
    let (nodes, again) = (
      try await found.importanceOfNodes(), try await found.importanceOfNodes(jobs: 3)
    )
    #expect(nodes == again)
    let used = found.linksOnBestPaths
    let links = try await found.importanceOfLinks(used)
    #expect(try await found.importanceOfLinks(used, jobs: 3) == links)
  }

  @Test func `graphs without nodes, with one, and without area`() async throws {
    for rule in Self.rules {
      let none = NodeConnectivity(of: graph([], []), by: rule)
      #expect(none.pairs == 0)
      #expect(try await none.importanceOfNodes().isEmpty)
      let one = NodeConnectivity(of: graph([3], []), by: rule)
      #expect(one.pairs == 9 && one.equivalentArea == 3)
      #expect(try await one.importanceOfNodes().map(\.total) == [100])
      let empty = NodeConnectivity(of: graph([0, 0], [(0, 1, 0)]), by: rule)
      #expect(try await empty.importanceOfNodes().map(\.total) == [0, 0])
    }
  }

  @Test func `geodesic distances are in metres`() {
    let nodes = [NodeGraph.Node("a", area: 1), NodeGraph.Node("b", area: 1)]
    let graph = NodeGraph(
      nodes: nodes, positions: [Position(60, 0), Position(61, 0)], measuredBy: .geodesic)
    #expect(abs(graph.links[0].distance - 111_319.491) < 1e-3)
  }

  @Test func `changes over time are relative to the time before`() {
    let change = AreaChange(from: (10, 8), to: (9, 6))
    #expect(change.total == -10 && change.equivalent == -25)
    let new = AreaChange(from: (0, 0), to: (9, 6))
    #expect(new.total == nil && new.equivalent == nil)
  }
}
