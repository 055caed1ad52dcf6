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
  /// The new lengths from one node to those that are to be reached anew; nil for others.
  private var lengths: [Int64?]

  init(
    _ u: Int, _ v: Int, from connectivity: NodeConnectivity, _ neighbours: NeighbourList
  ) {
    (self.u, self.v) = (u, v)
    length = connectivity.direct[u, v]
    self.connectivity = connectivity
    self.neighbours = neighbours
    lengths = Array(repeating: nil, count: connectivity.best.count)
  }

  /// Returns the part of S that is lost.
  mutating func loss() -> Double {
    let best = connectivity.best
    guard length != PathTable.unreachable, length == best[u, v] else { return 0 }
    // Whoever has a best path over the link is by its length nearer to one end than to the other.
    let ends = (0..<best.count).filter { node in
      best[node, u] != PathTable.unreachable
        && (best[node, u] - best[node, v]).magnitude == length.magnitude
    }
    let areas = connectivity.graph.nodes
    var loss = 0.0
    for start in ends {
      let affected = ends.filter { $0 != start && leadsOver(start, $0) }
      guard affected.contains(where: { $0 > start }) else { continue }
      reach(affected, from: start)
      for end in affected where end > start {
        let place = best.place(start, end)
        let new = lengths[end] ?? PathTable.unreachable
        if new != best.lengths[place] {
          loss +=
            areas[start].area * areas[end].area
            * (connectivity.chances[place] - connectivity.rule.chance(ofPath: new))
        }
      }
      for end in affected { lengths[end] = nil }
    }
    return 2 * loss
  }

  /// Whether a best path between two nodes leads over the link.
  private func leadsOver(_ start: Int, _ end: Int) -> Bool {
    let best = connectivity.best
    // Where no path leads the sum may wrap around: it is negative then, as no length is.
    return best[start, end] == best[start, u] &+ length &+ best[v, end]
      || best[start, end] == best[start, v] &+ length &+ best[u, end]
  }

  /// Finds the best lengths from a node to those whose best paths led over the link.
  private mutating func reach(_ affected: [Int], from start: Int) {
    for node in affected { lengths[node] = PathTable.unreachable }
    for node in affected {
      for (neighbour, step) in neighbours.of(node) where lengths[neighbour] == nil {
        relax(node, from: neighbour, connectivity.best[start, neighbour] + step)
      }
    }
    var open = Set(affected)
    while let next = open.min(by: { nearer($0, $1) }), lengths[next] != PathTable.unreachable {
      open.remove(next)
      guard let length = lengths[next] else { continue }
      for (neighbour, step) in neighbours.of(next) where open.contains(neighbour) {
        relax(neighbour, from: next, length + step)
      }
    }
  }

  private func nearer(_ a: Int, _ b: Int) -> Bool {
    (lengths[a] ?? PathTable.unreachable) < (lengths[b] ?? PathTable.unreachable)
  }

  private mutating func relax(_ node: Int, from neighbour: Int, _ length: Int64) {
    if (node, neighbour) == (u, v) || (node, neighbour) == (v, u) { return }
    if length < lengths[node] ?? PathTable.unreachable { lengths[node] = length }
  }
}

/// The neighbours of every node by its links, with the lengths of these.
private struct NeighbourList: Sendable {
  private var lists: [[(node: Int, length: Int64)]]

  init(_ direct: PathTable) {
    lists = Array(repeating: [], count: direct.count)
    var place = 0
    for i in 0..<direct.count {
      for j in i + 1..<max(direct.count, i + 1) {
        let length = direct.lengths[place]
        place += 1
        if length == PathTable.unreachable { continue }
        lists[i].append((j, length))
        lists[j].append((i, length))
      }
    }
  }

  func of(_ node: Int) -> [(node: Int, length: Int64)] { lists[node] }
}
