import Connectivity
import Foundation
import TestSupport

/// A second, deliberately simple implementation: every path by itself, every removal a new graph.
struct SimpleConnectivity {
  let areas: [Double]
  /// What a direct way counts, or whether there is one.
  let chances: [[Double]]
  let isSteps: Bool

  init(_ graph: NodeGraph, by rule: LinkRule) {
    areas = graph.nodes.map(\.area)
    var chances = Array(
      repeating: Array(repeating: 0.0, count: areas.count), count: areas.count)
    for link in graph.links {
      let chance: Double
      switch rule {
      case .probability(let p, let reach): chance = pow(p, link.distance / reach)
      case .steps(let limit): chance = link.distance < limit ? 1 : 0
      }
      chances[link.first][link.second] = chance
      chances[link.second][link.first] = chance
    }
    self.chances = chances
    if case .steps = rule { isSteps = true } else { isSteps = false }
  }

  /// The sum over all pairs, by enumeration of all simple paths.
  func pairsByPaths() -> Double {
    sum { from in
      var found = Array(repeating: 0.0, count: areas.count)
      func walk(_ node: Int, _ product: Double, _ visited: Set<Int>) {
        let value = isSteps ? product / Double(visited.count) : product
        found[node] = max(found[node], value)
        for next in areas.indices where !visited.contains(next) && chances[node][next] > 0 {
          walk(next, product * chances[node][next], visited.union([next]))
        }
      }
      walk(from, 1, [from])
      return found
    }
  }

  /// The sum over all pairs: in breadth for steps, by repeated improvement for products.
  func pairs() -> Double { sum(isSteps ? breadthFirst : improved) }

  private func breadthFirst(_ from: Int) -> [Double] {
    var found = Array(repeating: 0.0, count: areas.count)
    var front = [from]
    found[from] = 1
    var steps = 1.0
    while !front.isEmpty {
      steps += 1
      front = areas.indices.filter { node in
        found[node] == 0 && front.contains { chances[$0][node] > 0 }
      }
      for node in front { found[node] = 1 / steps }
    }
    return found
  }

  private func improved(_ from: Int) -> [Double] {
    var found = Array(repeating: 0.0, count: areas.count)
    found[from] = 1
    var isBetter = true
    while isBetter {
      isBetter = false
      for a in areas.indices where found[a] > 0 {
        for b in areas.indices where found[a] * chances[a][b] > found[b] {
          found[b] = found[a] * chances[a][b]
          isBetter = true
        }
      }
    }
    return found
  }

  private func sum(_ reached: (Int) -> [Double]) -> Double {
    areas.indices.reduce(0) { sum, from in
      zip(areas, reached(from)).reduce(sum) { $0 + areas[from] * $1.0 * $1.1 }
    }
  }
}

extension NodeGraph {
  /// The graph without one node.
  func removing(node: Int) -> NodeGraph {
    let kept = nodes.indices.filter { $0 != node }
    let places = Dictionary(uniqueKeysWithValues: zip(kept, kept.indices))
    return NodeGraph(
      nodes: kept.map { nodes[$0] },
      links: links.compactMap { link in
        guard let a = places[link.first], let b = places[link.second] else { return nil }
        return Link(a, b, distance: link.distance)
      })
  }

  /// The graph without one link.
  func removing(link: Int) -> NodeGraph {
    NodeGraph(
      nodes: nodes, links: links.enumerated().filter { $0.offset != link }.map(\.element))
  }

  /// A seeded graph: distances of 0 … 4, a share of them the same for many, and of pairs linked.
  static func random(_ count: Int, linked share: Double, seed: UInt64) -> NodeGraph {
    var numbers = SeededGenerator(seed: seed)
    let nodes = (0..<count).map { number in
      Node("n\(number)", area: number % 5 == 4 ? 0 : Double.random(in: 0.1...10, using: &numbers))
    }
    var links: [Link] = []
    for a in 0..<count {
      for b in a + 1..<max(count, a + 1) where Double.random(in: 0..<1, using: &numbers) < share {
        let distance = Double.random(in: 0...4, using: &numbers)
        links.append(
          Link(a, b, distance: Bool.random(using: &numbers) ? distance : distance.rounded()))
      }
    }
    return NodeGraph(nodes: nodes, links: links)
  }
}
