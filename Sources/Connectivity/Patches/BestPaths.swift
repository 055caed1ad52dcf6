/// The best ways from one node of a graph to all others: the greatest products of chances (Dijkstra).
///
/// Made once for many questions, so that nothing is allocated for the next one.
struct BestPaths {
  /// The chance to get to every node, 0 for those that cannot be reached; valid after ``run(from:in:with:)``.
  private(set) var chances: [Double]
  /// The nodes that can be reached, the best first.
  private(set) var reached: [Int32] = []
  private var isDone: [Bool]
  private var heap = ChanceHeap()

  init(count: Int) {
    chances = Array(repeating: 0, count: count)
    isDone = Array(repeating: false, count: count)
  }

  /// Finds the best ways from the nearest of some nodes.
  ///
  /// - Parameters:
  ///   - start: The nodes where all ways begin.
  ///   - graph: The graph.
  ///   - openings: Links that are better than in the graph, or that it lacks.
  /// - Complexity: O(*m* log *m*) in the number of links.
  mutating func run(from start: [Int], in graph: PatchGraph, with openings: [Opening] = []) {
    begin()
    let additions = Dictionary(
      grouping: openings.flatMap { [($0.left, $0.right, $0.chance), ($0.right, $0.left, $0.chance)] }
    ) { $0.0 }
    for node in start { improve(node, 1) }
    while let (node, chance) = heap.popGreatest() {
      if isDone[node] { continue }
      isDone[node] = true
      reached.append(Int32(truncatingIfNeeded: node))
      for link in graph.links(of: node) where !isDone[Int(link.node)] {
        improve(Int(link.node), chance * link.chance)
      }
      if additions.isEmpty { continue }
      for (_, other, addition) in additions[node] ?? [] where !isDone[other] {
        improve(other, chance * addition)
      }
    }
  }

  private mutating func begin() {
    for node in reached {
      chances[Int(node)] = 0
      isDone[Int(node)] = false
    }
    reached.removeAll(keepingCapacity: true)
  }

  private mutating func improve(_ node: Int, _ chance: Double) {
    guard chance > chances[node] else { return }
    chances[node] = chance
    heap.push(node, chance)
  }
}

/// Nodes with chances, of which the greatest can be taken.
struct ChanceHeap {
  private var items: [(chance: Double, node: Int32)] = []

  mutating func push(_ node: Int, _ chance: Double) {
    items.append((chance, Int32(truncatingIfNeeded: node)))
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      if items[parent].chance >= chance { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = (chance, Int32(truncatingIfNeeded: node))
  }

  mutating func popGreatest() -> (node: Int, chance: Double)? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty { sink(last) }
    return (Int(top.node), top.chance)
  }

  private mutating func sink(_ item: (chance: Double, node: Int32)) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < items.count else { break }
      if child + 1 < items.count && items[child + 1].chance > items[child].chance { child += 1 }
      if items[child].chance <= item.chance { break }
      items[place] = items[child]
      place = child
    }
    items[place] = item
  }
}
