internal import Geometry

/// The links of a graph without the nodes that nobody asks for.
///
/// A road network leaves thousands of slivers, places on the way without an area. Each is taken out and
/// the links through it are replaced by what they lead to: a – v – b becomes a – b with the product of both
/// chances, where nothing better is there. So the best ways between the nodes that stay are as they were,
/// but for the order in which factors are multiplied.
struct ContractedLinks: Sendable {
  /// The links between the nodes that stay, by their new numbers.
  let links: LinkTable
  /// The new number of every node; −1 for those that were taken out.
  let numbers: [Int]
  /// The old numbers of the nodes that stay, ascending.
  let nodes: [Int]

  /// Nodes with more links than this stay: taking them out would make more links than it saves.
  private static let mostLinks = 12

  /// Contracts a graph.
  ///
  /// - Parameters:
  ///   - links: Its links.
  ///   - isKept: Which nodes must stay; others may.
  /// - Complexity: linear in the number of nodes that are taken out, times the square of their links.
  init(_ links: LinkTable, keeping isKept: [Bool]) {
    var contraction = Contraction(links)
    contraction.takeOut(upTo: Self.mostLinks) { !isKept[$0] }
    nodes = (0..<links.count).filter { !contraction.isGone[$0] }
    var numbers = Array(repeating: -1, count: links.count)
    for (number, node) in nodes.enumerated() { numbers[node] = number }
    self.numbers = numbers
    var edges: [(left: Int, right: Int, chance: Double)] = []
    for (number, node) in nodes.enumerated() {
      for link in contraction.links(of: node) where numbers[link.node] > number {
        edges.append((number, numbers[link.node], link.chance))
      }
    }
    self.links = LinkTable(edges, count: nodes.count)
  }
}

/// A graph while nodes are taken out of it.
private struct Contraction {
  /// The best link of every node to every other.
  private var neighbours: [[Int: Double]]
  private(set) var isGone: [Bool]

  init(_ links: LinkTable) {
    isGone = Array(repeating: false, count: links.count)
    neighbours = (0..<links.count).map { node in
      links[node].reduce(into: [:]) { found, link in
        found[Int(link.node)] = max(found[Int(link.node)] ?? 0, link.chance)
      }
    }
  }

  /// The links of a node by the number of the other.
  func links(of node: Int) -> [(node: Int, chance: Double)] {
    neighbours[node].map { (node: $0.key, chance: $0.value) }.sorted { $0.node < $1.node }
  }

  /// Takes out nodes: first those with one link, then those with two, and so on, again and again, as the
  /// number of links changes.
  mutating func takeOut(upTo most: Int, where isUnwanted: (Int) -> Bool) {
    var unwanted = neighbours.indices.filter(isUnwanted)
    for limit in 1...most {
      var count = -1
      while count != unwanted.count {
        count = unwanted.count
        unwanted.removeAll { node in
          if neighbours[node].count > limit { return false }
          takeOut(node)
          return true
        }
      }
    }
  }

  /// Takes out a node.
  private mutating func takeOut(_ node: Int) {
    let links = links(of: node)
    isGone[node] = true
    neighbours[node] = [:]
    for (index, one) in links.enumerated() {
      neighbours[one.node][node] = nil
      for other in links[..<index] {
        let chance = one.chance * other.chance
        if chance > neighbours[one.node][other.node] ?? 0 {
          neighbours[one.node][other.node] = chance
          neighbours[other.node][one.node] = chance
        }
      }
    }
  }
}
