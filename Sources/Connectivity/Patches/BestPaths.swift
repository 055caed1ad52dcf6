/// The best ways from some nodes of a graph to all others: the greatest products of chances (Dijkstra).
///
/// Made once for many questions, so that nothing is allocated for the next one.
struct BestPaths {
  /// The chance to get to every node, 0 for those that cannot be reached; valid after
  /// ``run(from:in:with:)``.
  private(set) var chances: [Double]
  /// The nodes that can be reached, the best first.
  private(set) var reached: [Int32] = []
  private var heap = ChanceHeap()
  /// The first of the better links of every node among those of a question, plus 1; 0 for none.
  private var additions: [Int32]

  init(count: Int) {
    chances = Array(repeating: 0, count: count)
    additions = Array(repeating: 0, count: count)
  }

  /// Finds the best ways from the nearest of some nodes.
  ///
  /// - Parameters:
  ///   - start: The nodes where all ways begin.
  ///   - graph: The links of the graph.
  ///   - openings: Links that are better than in the graph, or that it lacks.
  /// - Complexity: O(*m* log *m*) in the number of links.
  mutating func run(from start: [Int], in graph: LinkTable, with openings: [Opening] = []) {
    for node in reached { chances[Int(node)] = 0 }
    reached.removeAll(keepingCapacity: true)
    let better = BetterLinks(openings)
    better.mark(in: &additions)
    for node in start { improve(node, 1) }
    let (links, starts) = (graph.links.span, graph.starts.span)
    while let (node, chance) = heap.popGreatest() {
      // What was improved after it was put there comes twice.
      if chance < chances[node] { continue }
      reached.append(Int32(truncatingIfNeeded: node))
      for place in starts[node]..<starts[node + 1] {
        improve(Int(links[place].node), chance * links[place].chance)
      }
      if additions[node] > 0 {
        better.forEach(from: Int(additions[node]) - 1) { improve($0, chance * $1) }
      }
    }
    better.unmark(in: &additions)
  }

  @inline(__always)
  private mutating func improve(_ node: Int, _ chance: Double) {
    guard chance > chances[node] else { return }
    chances[node] = chance
    heap.push(node, chance)
  }
}

/// Links that are better than those of a graph, from both of their ends.
private struct BetterLinks {
  private let links: [(from: Int, to: Int, chance: Double)]

  init(_ openings: [Opening]) {
    links = openings.flatMap { [($0.left, $0.right, $0.chance), ($0.right, $0.left, $0.chance)] }
      .sorted { $0.0 < $1.0 }
  }

  /// Puts the first link of every node that has one there, plus 1.
  func mark(in places: inout [Int32]) {
    for place in links.indices.reversed() {
      places[links[place].from] = Int32(truncatingIfNeeded: place + 1)
    }
  }

  func unmark(in places: inout [Int32]) {
    for link in links { places[link.from] = 0 }
  }

  /// All links of the node of one, which is its first.
  func forEach(from first: Int, _ body: (_ node: Int, _ chance: Double) -> Void) {
    for link in links[first...].prefix(while: { $0.from == links[first].from }) {
      body(link.to, link.chance)
    }
  }
}

/// Nodes with chances, of which the greatest can be taken: a heap of four children each, which is half as
/// deep as one of two.
struct ChanceHeap {
  private var items: [(chance: Double, node: Int32)] = []

  /// The number of children of an item.
  private static var width: Int { 4 }

  mutating func push(_ node: Int, _ chance: Double) {
    let item = (chance: chance, node: Int32(truncatingIfNeeded: node))
    items.append(item)
    var place = items.count - 1
    while place > 0 {
      let parent = (place - 1) / Self.width
      if items[parent].chance >= chance { break }
      items[place] = items[parent]
      place = parent
    }
    items[place] = item
  }

  mutating func popGreatest() -> (node: Int, chance: Double)? {
    guard let top = items.first else { return nil }
    let last = items.removeLast()
    if !items.isEmpty { sink(last) }
    return (Int(top.node), top.chance)
  }

  /// Puts an item where the greatest was taken, and moves it down to its place.
  private mutating func sink(_ item: (chance: Double, node: Int32)) {
    var items = items.mutableSpan
    var place = 0
    while true {
      let first = Self.width * place + 1
      guard first < items.count else { break }
      var child = first
      for other in first + 1..<max(first + 1, min(first + Self.width, items.count))
      where items[other].chance > items[child].chance {
        child = other
      }
      if items[child].chance <= item.chance { break }
      items[place] = items[child]
      place = child
    }
    items[place] = item
  }
}
