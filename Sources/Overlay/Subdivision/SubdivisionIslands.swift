import Geometry

/// The connected parts of the paths of a subdivision, and in which face of the others each one lies.
///
/// The highest vertex of an island is looked at, the easternmost of several: nothing of the island is
/// above it. The lowest segment of another island straight above it, or infinitely little to the
/// east, tells the face.
struct SubdivisionIslands {
  /// The half-edge that has the outside of an island to its left, island by island, the highest
  /// island first.
  private(set) var outsides: [Int] = []
  /// The half-edge of another island that has the same face to its left; nil where there is none
  /// above.
  private(set) var ceilings: [Int?] = []

  private let index: LineIndex
  private let nodes: SubdivisionNodes
  private let arcs: SubdivisionArcs
  private let edges: SubdivisionEdges
  /// The island of every path; −1 for a path without length.
  private var ofPaths: [Int32] = []

  /// The highest vertex of an island.
  private struct Top {
    var vertex: Int
    var position: Position
    var path: Int

    func isHigher(than other: Top) -> Bool {
      (position.y, position.x) > (other.position.y, other.position.x)
    }
  }

  init(
    _ index: LineIndex, _ nodes: SubdivisionNodes, _ arcs: SubdivisionArcs,
    _ edges: SubdivisionEdges, _ halves: HalfEdges
  ) throws {
    (self.index, self.nodes, self.arcs, self.edges) = (index, nodes, arcs, edges)
    var tops = findTops()
    let order = tops.indices.sorted { tops[$0].isHigher(than: tops[$1]) }
    var rank = Array(repeating: Int32(0), count: tops.count)
    for (place, island) in order.enumerated() { rank[island] = Int32(truncatingIfNeeded: place) }
    for path in ofPaths.indices where ofPaths[path] >= 0 {
      ofPaths[path] = rank[Int(ofPaths[path])]
    }
    tops = order.map { tops[$0] }
    outsides = tops.map { outside(of: $0, halves) }
    var pulse = Pulse()
    for (island, top) in tops.enumerated() {
      try pulse.beat()
      ceilings.append(ceiling(above: top.position, of: Int32(truncatingIfNeeded: island)))
    }
  }

  /// Finds the islands and their highest vertices.
  private mutating func findTops() -> [Top] {
    let paths = index.lines.paths
    var sets = DisjointSets(count: nodes.positions.count)
    for edge in edges.edges { _ = sets.unite(edge.from, edge.to) }
    var numbers: [Int: Int32] = [:]
    var tops: [Top] = []
    for path in 0..<paths.count {
      guard let first = arcs.arcs[arcs.starts[path]..<arcs.starts[path + 1]].first else {
        ofPaths.append(-1)
        continue
      }
      let root = sets.root(of: Int(first.fromNode))
      let top = top(ofPath: path)
      if let number = numbers[root] {
        ofPaths.append(number)
        if top.isHigher(than: tops[Int(number)]) { tops[Int(number)] = top }
      } else {
        let number = Int32(truncatingIfNeeded: tops.count)
        numbers[root] = number
        ofPaths.append(number)
        tops.append(top)
      }
    }
    return tops
  }

  private func top(ofPath path: Int) -> Top {
    let paths = index.lines.paths
    let vertices = paths.vertices(of: path)
    var top = Top(
      vertex: vertices.lowerBound, position: paths.position(at: vertices.lowerBound), path: path)
    for vertex in vertices.dropFirst() {
      let other = Top(vertex: vertex, position: paths.position(at: vertex), path: path)
      if other.isHigher(than: top) { top = other }
    }
    return top
  }

  /// The half-edge at the top of an island that has what is above it to its left.
  private func outside(of top: Top, _ halves: HalfEdges) -> Int {
    let node = Int(nodes.ofVertices[top.vertex])
    // All leave to the west, or to the south: the last one has the north to its left.
    if node >= 0, let last = halves.last(leaving: node) { return last }
    let arc = arcs.arc(ofPath: top.path, on: top.vertex - 1, behind: .max)
    let paths = index.lines.paths
    // Ends of paths are nodes: something else lies before and behind.
    var (before, behind) = (top.vertex - 1, top.vertex + 1)
    while paths.position(at: before) == top.position { before -= 1 }
    while paths.position(at: behind) == top.position { behind += 1 }
    let turn = orientation(paths.position(at: before), top.position, paths.position(at: behind))
    let isAlongEdge = !edges.isReversed[arc]
    return 2 * Int(edges.ofArcs[arc]) + ((turn < 0) == isAlongEdge ? 0 : 1)
  }

  /// The half-edge of another island that has a place straight above a position to its left.
  private func ceiling(above position: Position, of island: Int32) -> Int? {
    var look = SegmentAbove(position, below: index.index.box.maxY)
    index.index.forEachItem(at: position.x, from: position.y) { item in
      let chunk = index.chunks[item]
      if ofPaths[chunk.path] != island && ofPaths[chunk.path] >= 0 {
        for segment in chunk.start..<chunk.end {
          look.see(
            segment, ofPath: chunk.path, index.lines.paths.position(at: segment),
            index.lines.paths.position(at: segment + 1))
        }
      }
      return look.ceiling
    }
    return look.lowest.map(half)
  }

  /// The half-edge that has the ground below a segment to its left, where the segment is looked at.
  private func half(below seen: SegmentAbove.Seen) -> Int {
    let own = nodes.entries.partitionIndex { $0.segment >= seen.segment }
    let passed = nodes.entries[own...].prefix { $0.segment == seen.segment }
      .prefix { seen.isPassed($0.place) }.count
    let arc = arcs.arc(ofPath: seen.path, on: seen.segment, behind: passed)
    // Along a segment that leads to the east, the ground is to the right.
    return 2 * Int(edges.ofArcs[arc]) + (edges.isReversed[arc] == seen.leadsEast ? 0 : 1)
  }
}
