import Connectivity
import Foundation

/// Connectivity as its definition says: for every node that is left out, the best paths of all pairs
/// are searched anew, by Floyd and Warshall in one flat table.
struct AllPaths {
  private let areas: [Double]
  private let isSteps: Bool
  /// The lengths of the links: −ln p, or 1; infinite where there is none.
  private let links: [Double]

  init(_ graph: NodeGraph, by rule: LinkRule) {
    let count = graph.nodes.count
    areas = graph.nodes.map(\.area)
    if case .steps = rule { isSteps = true } else { isSteps = false }
    var links = Array(repeating: Double.infinity, count: count * count)
    for link in graph.links {
      let chance = rule.chance(over: link.distance)
      if chance == 0 { continue }
      let length = isSteps ? 1 : -log(chance)
      links[link.first * count + link.second] = length
      links[link.second * count + link.first] = length
    }
    self.links = links
  }

  /// The sum over all pairs without a node.
  func pairs(without node: Int?) -> Double {
    let best = lengths(without: node)
    let count = areas.count
    var pairs = 0.0
    for i in 0..<count where i != node {
      for j in 0..<count where j != node {
        let length = best[i * count + j]
        let chance = i == j ? 1 : isSteps ? 1 / (1 + length) : exp(-length)
        pairs += areas[i] * areas[j] * chance
      }
    }
    return pairs
  }

  private func lengths(without node: Int?) -> [Double] {
    var best = links
    let count = areas.count
    for k in 0..<count where k != node {
      let onwards = Array(best[k * count..<(k + 1) * count])
      best.withUnsafeMutableBufferPointer { best in
        onwards.withUnsafeBufferPointer { onwards in
          for i in 0..<count where best[i * count + k] < .infinity {
            let first = best[i * count + k]
            let row = UnsafeMutableBufferPointer(rebasing: best[i * count..<(i + 1) * count])
            for j in 0..<count { row[j] = min(row[j], first + onwards[j]) }
          }
        }
      }
    }
    return best
  }
}
