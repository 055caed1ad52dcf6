import Geometry

/// Where the paths of a subdivision meet: nodes at vertices and in the interior of segments.
///
/// A node in the interior of segments is known as a place on each of them, so that the order of nodes
/// along a segment, and whether two of them are one, is decided exactly. Only its position is rounded.
struct SubdivisionNodes {
  /// A node in the interior of a segment.
  struct Entry {
    /// The first vertex of the segment.
    let segment: Int
    /// Where on the segment.
    let place: SegmentPlace
    /// The node.
    fileprivate(set) var node: Int
  }

  /// The position of every node.
  private(set) var positions: [Position] = []
  /// The node at every vertex; −1 for none.
  private(set) var ofVertices: [Int32]
  /// All nodes in the interior of segments, by segment, and along it.
  private(set) var entries: [Entry] = []
  private let paths: PathSet

  /// Makes the nodes of some paths.
  ///
  /// - Parameters:
  ///   - paths: The paths; their ends are nodes.
  ///   - findings: All segments of the paths that meet.
  init(_ paths: PathSet, _ findings: [LineFindings]) {
    self.paths = paths
    ofVertices = Array(repeating: -1, count: paths.vertexCount)
    var marks = VertexMarks()
    for path in 0..<paths.count {
      let vertices = paths.vertices(of: path)
      guard let first = vertices.first, let last = vertices.last else { continue }
      mark(first, &marks)
      mark(last, &marks)
    }
    for pair in findings.lazy.flatMap(\.specials) {
      addEnds(of: pair.otherSegment, on: pair.segment, &marks)
      addEnds(of: pair.segment, on: pair.otherSegment, &marks)
    }
    markRepeated()
    positions = marks.positions
    for crossing in findings.lazy.flatMap(\.crossings) {
      addCrossing(crossing.from.segment, crossing.otherFrom.segment)
    }
    let order = EntryOrder(paths: paths)
    entries.sort(by: order.comes)
    uniteEqualPlaces(order)
  }

  /// Makes a vertex a node.
  @discardableResult
  private mutating func mark(_ vertex: Int, _ marks: inout VertexMarks) -> Int {
    if ofVertices[vertex] >= 0 { return Int(ofVertices[vertex]) }
    let node = marks.node(at: paths.position(at: vertex))
    ofVertices[vertex] = Int32(truncatingIfNeeded: node)
    return node
  }

  /// Vertices that repeat each other are the same node.
  private mutating func markRepeated() {
    for path in 0..<paths.count {
      let vertices = paths.vertices(of: path)
      var start = vertices.lowerBound
      while start < vertices.upperBound {
        var end = start + 1
        while end < vertices.upperBound && paths.position(at: end) == paths.position(at: start) {
          end += 1
        }
        if end - start > 1, let node = ofVertices[start..<end].max() {
          for vertex in start..<end { ofVertices[vertex] = node }
        }
        start = end
      }
    }
  }

  /// Adds the ends of a segment that lie on another one.
  private mutating func addEnds(of segment: Int, on other: Int, _ marks: inout VertexMarks) {
    let (a, b) = (paths.position(at: other), paths.position(at: other + 1))
    for vertex in [segment, segment + 1] {
      let position = paths.position(at: vertex)
      guard orientation(a, b, position) == 0 && isBetween(position, a, b) else { continue }
      let node = mark(vertex, &marks)
      if position == a {
        mark(other, &marks)
      } else if position == b {
        mark(other + 1, &marks)
      } else {
        let place = SegmentPlace(vertex: position, on: a, b)
        entries.append(Entry(segment: other, place: place, node: node))
      }
    }
  }

  /// Adds a node in the interior of two segments.
  private mutating func addCrossing(_ segment: Int, _ other: Int) {
    let (a, b) = (paths.position(at: segment), paths.position(at: segment + 1))
    let (c, d) = (paths.position(at: other), paths.position(at: other + 1))
    let place = SegmentPlace(edge: c, d, across: a, b)
    let node = positions.count
    positions.append(place.position)
    entries.append(Entry(segment: segment, place: place, node: node))
    let otherPlace = SegmentPlace(edge: a, b, across: c, d)
    entries.append(Entry(segment: other, place: otherPlace, node: node))
  }

  /// Makes one node of all that lie at the same place of a segment, and numbers nodes without gaps.
  private mutating func uniteEqualPlaces(_ order: EntryOrder) {
    var sets = DisjointSets(count: positions.count)
    for (first, second) in zip(entries, entries.dropFirst())
    where order.order(first, second) == 0 {
      _ = sets.unite(first.node, second.node)
    }
    // A vertex comes before all crossings, so that its exact position is the one that stays.
    var numbers = Array(repeating: -1, count: positions.count)
    var kept: [Position] = []
    var new = Array(repeating: 0, count: positions.count)
    for node in positions.indices {
      let root = sets.root(of: node)
      if numbers[root] < 0 {
        numbers[root] = kept.count
        kept.append(positions[node])
      }
      new[node] = numbers[root]
    }
    positions = kept
    for index in entries.indices { entries[index].node = new[entries[index].node] }
    for vertex in ofVertices.indices where ofVertices[vertex] >= 0 {
      ofVertices[vertex] = Int32(truncatingIfNeeded: new[Int(ofVertices[vertex])])
    }
  }
}

/// The order of nodes in the interior of segments.
private struct EntryOrder {
  let paths: PathSet

  /// By segment, and along it; 0 for the same place of a segment.
  func order(_ first: SubdivisionNodes.Entry, _ second: SubdivisionNodes.Entry) -> Int {
    if first.segment != second.segment { return first.segment < second.segment ? -1 : 1 }
    return first.place.order(
      against: second.place, along: paths.position(at: first.segment),
      paths.position(at: first.segment + 1))
  }

  func comes(_ first: SubdivisionNodes.Entry, before second: SubdivisionNodes.Entry) -> Bool {
    let order = order(first, second)
    return order != 0 ? order < 0 : first.node < second.node
  }
}

/// Vertices that are nodes: those at the same position are one.
private struct VertexMarks {
  private var nodes: [Position: Int] = [:]
  private(set) var positions: [Position] = []

  mutating func node(at position: Position) -> Int {
    if let known = nodes[position] { return known }
    nodes[position] = positions.count
    positions.append(position)
    return positions.count - 1
  }
}
