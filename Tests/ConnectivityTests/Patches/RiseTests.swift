import TestSupport
import Testing

@testable import Connectivity

/// What opening links brings, against graphs made anew.
@Suite struct RiseTests {
  @Test(arguments: 0..<60) func `rises are those of new graphs`(seed: Int) async throws {
    var links = LinkGenerator(seed: UInt64(seed))
    let graph = links.graph(nodes: 2 + seed)
    let changes = (0..<12).map { links.openings(of: graph, count: $0) }
    let rises = try await graph.rises(opening: changes)
    let before = graph.simplePairs()
    let counted = try await graph.pairs(opening: changes, jobs: 1).before
    #expect(abs(counted - before) < 1e-9 * before, "seed \(seed)")
    for (change, rise) in zip(changes, rises) {
      let after = graph.simplePairs(opening: change)
      #expect(abs(rise - (after - before)) < 1e-9 * after, "seed \(seed), \(change)")
    }
  }

  @Test func `a better link counts from both of its sides`() async throws {
    // 1 · 2 · (0.5 − 0.2), twice.
    for (a, b) in [(1.0, 2.0), (2.0, 1.0)] {
      let graph = PatchGraph(areas: [a, b], links: [(0, 1, 0.2)])
      let rises = try await graph.rises(opening: [[Opening(left: 0, right: 1, chance: 0.5)]])
      #expect(abs(rises[0] - 1.2) < 1e-15)
    }
  }

  @Test func `the same in batches of any size and on two cores`() async throws {
    var links = LinkGenerator(seed: 7)
    let graph = links.graph(nodes: 90)
    let changes = (0..<30).map { _ in links.openings(of: graph, count: 4) }
    let all = try await graph.rises(opening: changes)
    for limit in [0, 100, 500, 2000] {
      #expect(try await graph.pairs(opening: changes, holding: limit, jobs: 1).rises == all)
      #expect(try await graph.pairs(opening: changes, holding: limit, jobs: 2).rises == all)
    }
    #expect(try await graph.rises(opening: []).isEmpty)
    #expect(try await graph.rises(opening: [[]]) == [0])
  }

  @Test(arguments: 0..<20) func `reach is that of all paths, on one core and on two`(seed: Int)
    async throws
  {
    var links = LinkGenerator(seed: UInt64(100 + seed))
    let graph = links.graph(nodes: 1 + 5 * seed)
    let reach = try await graph.reach()
    #expect(try await graph.reach(jobs: 2) == reach)
    let best = graph.simpleBest()
    for node in graph.areas.indices {
      let expected = zip(graph.areas, best[node]).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(reach[node] - (graph.areas[node] > 0 ? expected : 0)) < 1e-9 * graph.area)
    }
  }
}

extension PatchGraph {
  /// A graph of links with chances.
  init(areas: [Double], links: [(Int, Int, Double)], edge: PatchRule.Edge = .most) {
    self.init(
      areas: areas, hosts: Array(areas.indices), nodesOfCells: [],
      fences: Fence.united(
        links.map { Fence(left: $0.0, right: $0.1, length: 1, most: $0.2, sum: $0.2) }),
      edge: edge)
  }

  /// The best products of all pairs, by Floyd and Warshall.
  func simpleBest(opening openings: [Opening] = []) -> [[Double]] {
    var best = areas.indices.map { node in areas.indices.map { node == $0 ? 1.0 : 0 } }
    let links = areas.indices.flatMap { node in
      ways[node].map { (node, Int($0.node), $0.chance) }
    }
    for (a, b, chance) in links + openings.map({ ($0.left, $0.right, $0.chance) }) {
      best[a][b] = max(best[a][b], chance)
      best[b][a] = max(best[b][a], chance)
    }
    for k in areas.indices {
      for i in areas.indices {
        for j in areas.indices { best[i][j] = max(best[i][j], best[i][k] * best[k][j]) }
      }
    }
    return best
  }

  /// The sum over all pairs.
  func simplePairs(opening openings: [Opening] = []) -> Double {
    let best = simpleBest(opening: openings)
    return areas.indices.reduce(0) { sum, i in
      areas.indices.reduce(sum) { $0 + areas[i] * areas[$1] * best[i][$1] }
    }
  }
}

/// Seeded graphs and better links.
private struct LinkGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// About three links a node, some of them of no chance, and some nodes without area.
  mutating func graph(nodes count: Int) -> PatchGraph {
    let areas = (0..<count).map { _ in
      max(0, Double.random(in: -1...9, using: &random))
    }
    var links: [(Int, Int, Double)] = []
    for b in 1..<max(count, 2) where b < count {
      for _ in 0..<3 {
        let a = Int.random(in: max(0, b - 9)..<b, using: &random)
        links.append((a, b, max(0, Double.random(in: -0.2...0.9, using: &random))))
      }
    }
    return PatchGraph(areas: areas, links: links)
  }

  /// Links that become better, to 1 or to less.
  mutating func openings(of graph: PatchGraph, count: Int) -> [Opening] {
    (0..<count).compactMap { _ in
      guard let fence = graph.fences.randomElement(using: &random) else { return nil }
      let chance =
        Bool.random(using: &random)
        ? 1 : Double.random(in: fence.chance(.most)...1, using: &random)
      return Opening(left: fence.left, right: fence.right, chance: chance)
    }
  }
}
