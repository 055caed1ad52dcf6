internal import Geometry

extension NodeConnectivity {
  /// The links that are the best path between their own ends, by their place in the graph: all those
  /// that lie on any best path. The removal of another one changes nothing.
  public var linksOnBestPaths: [Int] {
    graph.links.indices.filter { number in
      let place = best.place(graph.links[number].first, graph.links[number].second)
      return direct.lengths[place] == best.lengths[place]
        && direct.lengths[place] != PathTable.unreachable
    }
  }

  /// Returns dPC or dIIC of links: what connectivity loses, in percent, when one of them is removed
  /// and all others stay.
  ///
  ///     dPC = 100 · (PC − PC without the link) / PC
  ///
  /// - Parameters:
  ///   - links: Their places in the graph.
  ///   - jobs: How many parts to work on at once; the result does not depend on it.
  /// - Returns: A number of 0 … 100 for each, exactly 0 where no path gets worse.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*n*) for a link that is the best path for its ends alone; else also the number of
  ///   pairs whose best path it is, times that of their neighbours.
  public func importanceOfLinks(_ links: [Int], jobs: Int = 1) async throws -> [Double] {
    let neighbours = NeighbourList(direct)
    let parts = try await mapChunks(of: links.count, size: 64, jobs: jobs) { part in
      part.map { number in
        let link = graph.links[links[number]]
        var removal = LinkRemoval(link.first, link.second, from: self, neighbours)
        return percent(removal.loss())
      }
    }
    return parts.flatMap(\.self)
  }
}

/// What is lost when one link is removed.
///
/// A pair can only lose by it where a best path leads over the link. For each node with such pairs
/// the other ends are reached anew (Dijkstra 1959), from nodes whose best paths stay.
private struct LinkRemoval {
  private let (u, v): (Int, Int)
  private let length: Int64
  private let connectivity: NodeConnectivity
  private let neighbours: NeighbourList
  /// The lengths of the best paths from both ends of the link to every node.
  private let (fromU, fromV): ([Int64], [Int64])
  /// Which nodes are to be reached anew from the node at hand, and their new lengths.
  private var isAffected: [Bool]
  private var lengths: [Int64]

  init(
    _ u: Int, _ v: Int, from connectivity: NodeConnectivity, _ neighbours: NeighbourList
  ) {
    (self.u, self.v) = (u, v)
    length = connectivity.direct[u, v]
    self.connectivity = connectivity
    self.neighbours = neighbours
    let best = connectivity.best
    (fromU, fromV) = ((0..<best.count).map { best[u, $0] }, (0..<best.count).map { best[v, $0] })
    isAffected = Array(repeating: false, count: connectivity.best.count)
    lengths = Array(repeating: PathTable.unreachable, count: connectivity.best.count)
  }

  /// Returns the part of S that is lost.
  mutating func loss() -> Double {
    let best = connectivity.best
    guard length != PathTable.unreachable, length == best[u, v] else { return 0 }
    // Whoever has a best path over the link is by its length nearer to one end than to the other.
    let ends = (0..<best.count).filter { node in
      fromU[node] != PathTable.unreachable
        && (fromU[node] - fromV[node]).magnitude == length.magnitude
    }
    var loss = 0.0
    for start in ends {
      let affected = ends.filter { $0 != start && leadsOver(start, $0) }
      guard affected.contains(where: { $0 > start }) else { continue }
      reach(affected, from: start)
      for end in affected where end > start { loss += self.loss(from: start, to: end) }
      for end in affected { isAffected[end] = false }
    }
    return 2 * loss
  }

  /// What a pair loses that was reached anew.
  private func loss(from start: Int, to end: Int) -> Double {
    let place = connectivity.best.place(start, end)
    if lengths[end] == connectivity.best.lengths[place] { return 0 }
    let nodes = connectivity.graph.nodes
    return nodes[start].area * nodes[end].area
      * (connectivity.chances[place] - connectivity.rule.chance(ofPath: lengths[end]))
  }

  /// Whether a best path between two nodes leads over the link.
  private func leadsOver(_ start: Int, _ end: Int) -> Bool {
    let length = connectivity.best[start, end]
    // Where no path leads the sum may wrap around: it is negative then, as no length is.
    return length == fromU[start] &+ self.length &+ fromV[end]
      || length == fromV[start] &+ self.length &+ fromU[end]
  }

  /// Finds the best lengths from a node to those whose best paths led over the link.
  private mutating func reach(_ affected: [Int], from start: Int) {
    for node in affected { (isAffected[node], lengths[node]) = (true, PathTable.unreachable) }
    for node in affected {
      for (neighbour, step) in neighbours.of(node) {
        // The nearest come first, and no path to a neighbour is shorter than 0.
        if step >= lengths[node] { break }
        if isAffected[neighbour] || isRemoved(node, neighbour) { continue }
        lengths[node] = min(lengths[node], connectivity.best[start, neighbour] + step)
      }
    }
    var open = affected
    while let nearest = open.indices.min(by: { lengths[open[$0]] < lengths[open[$1]] }) {
      let next = open.remove(at: nearest)
      if lengths[next] == PathTable.unreachable { return }
      for node in open where !isRemoved(node, next) {
        lengths[node] = min(lengths[node], lengths[next] + connectivity.direct[next, node])
      }
    }
  }

  private func isRemoved(_ a: Int, _ b: Int) -> Bool { (a, b) == (u, v) || (a, b) == (v, u) }
}

/// The neighbours of every node by its links, the nearest first.
private struct NeighbourList: Sendable {
  private var lists: [[(node: Int, length: Int64)]]

  init(_ direct: PathTable) {
    lists = (0..<direct.count).map { node in
      (0..<direct.count).filter { $0 != node && direct[node, $0] != PathTable.unreachable }
        .map { (node: $0, length: direct[node, $0]) }
        .sorted { ($0.length, $0.node) < ($1.length, $1.node) }
    }
  }

  func of(_ node: Int) -> [(node: Int, length: Int64)] { lists[node] }
}
