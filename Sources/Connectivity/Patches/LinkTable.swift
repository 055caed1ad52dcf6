/// What leads from every node of a graph to others, node by node.
struct LinkTable: Sendable {
  /// What leads from one node to another.
  struct Link: Sendable, Hashable {
    var node: Int32
    /// The chance to get there, above 0.
    var chance: Double
  }

  /// The links of all nodes, node by node.
  let links: [Link]
  /// The first of the links of every node, and behind the last node the end.
  let starts: [Int]

  /// The number of nodes.
  var count: Int { starts.count - 1 }

  /// Takes links between nodes in both directions; a chance of 0 leads nowhere.
  init(_ edges: [(left: Int, right: Int, chance: Double)], count: Int) {
    var starts = Array(repeating: 0, count: count + 1)
    for edge in edges where edge.chance > 0 {
      starts[edge.left + 1] += 1
      starts[edge.right + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var ends = starts
    var links = Array(repeating: Link(node: 0, chance: 0), count: starts[count])
    for edge in edges where edge.chance > 0 {
      for (from, to) in [(edge.left, edge.right), (edge.right, edge.left)] {
        links[ends[from]] = Link(node: Int32(truncatingIfNeeded: to), chance: edge.chance)
        ends[from] += 1
      }
    }
    (self.links, self.starts) = (links, starts)
  }

  /// What leads away from a node.
  subscript(node: Int) -> ArraySlice<Link> { links[starts[node]..<starts[node + 1]] }
}
