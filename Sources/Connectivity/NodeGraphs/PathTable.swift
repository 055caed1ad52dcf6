/// The lengths of paths between all pairs of nodes, as whole numbers.
///
/// Only pairs i < j are kept, row after row, so that the inner loop runs over consecutive numbers.
struct PathTable: Sendable {
  /// The length where no path leads; the sum of two of it is still a number.
  static let unreachable: Int64 = 1 << 62 - 1

  /// The number of nodes.
  let count: Int
  /// The lengths of pairs i < j, at ``place(_:_:)``.
  private(set) var lengths: [Int64]

  /// The links of a graph by a rule, and no other path.
  init(_ graph: NodeGraph, by rule: LinkRule) {
    count = graph.nodes.count
    lengths = Array(repeating: Self.unreachable, count: count * max(count - 1, 0) / 2)
    for link in graph.links {
      guard let length = rule.length(of: link.distance) else { continue }
      lengths[place(link.first, link.second)] = length
    }
  }

  /// Where the length of a pair i < j lies.
  func place(_ i: Int, _ j: Int) -> Int { i * (2 * count - i - 1) / 2 + j - i - 1 }

  /// The length between two nodes, 0 from a node to itself.
  subscript(_ i: Int, _ j: Int) -> Int64 {
    i == j ? 0 : lengths[i < j ? place(i, j) : place(j, i)]
  }

  /// Lets paths lead through a node.
  ///
  /// After all nodes of a set, in any order, every length is that of the best path whose inner nodes
  /// are in the set (Floyd 1962, Warshall 1962).
  ///
  /// - Complexity: O(*n*²).
  mutating func open(_ node: Int) {
    let ways = (0..<count).map { $0 == node ? Self.unreachable : self[$0, node] }
    let count = count
    var row = lengths.mutableSpan
    ways.withUnsafeBufferPointer { ways in
      row.withUnsafeMutableBufferPointer { lengths in
        var start = 0
        for i in 0..<max(count - 1, 0) {
          let first = ways[i]
          let width = count - i - 1
          if first != Self.unreachable {
            let to = UnsafeBufferPointer(rebasing: ways[(i + 1)...])
            let row = UnsafeMutableBufferPointer(rebasing: lengths[start..<start + width])
            for j in 0..<width { row[j] = min(row[j], first &+ to[j]) }
          }
          start += width
        }
      }
    }
  }

  /// The table with paths through all nodes.
  func closed() -> PathTable {
    var table = self
    for node in 0..<count { table.open(node) }
    return table
  }
}
