import Geometry

/// All places that a path shares with another one or with itself, beside the crossings in the
/// interior of two segments: nodes, and where both run along each other, links between them.
///
/// In the plane of the chainages of both paths, nodes are points and links are straight; a contact
/// is a connected set of them.
struct LineMeetings {
  /// A shared place, named on both paths; of a path and itself, the name that comes first is first.
  struct Node: Comparable {
    var first: LinePlace
    var second: LinePlace

    static func < (a: Node, b: Node) -> Bool {
      a.first != b.first ? a.first < b.first : a.second < b.second
    }

    /// The same place with the two paths in the other order.
    var exchanged: Node { Node(first: second, second: first) }
  }

  /// One end of a stretch that both paths share.
  struct End {
    /// The node.
    var node: Int
    /// The way in which the stretch leaves the node on the first path.
    var first: LineDirection
    /// The way in which it leaves the node on the second path.
    var second: LineDirection
    /// Whether the two segments are in the other order here than in the node.
    var isSwapped: Bool
  }

  let first: LinePath
  let second: LinePath
  /// Whether both are the same path.
  let isSelf: Bool
  /// All shared places, in order.
  private(set) var nodes: [Node] = []
  /// The two ends of link `i` are `2 * i` and `2 * i + 1`.
  private(set) var ends: [End] = []

  /// Puts together what pairs of segments of two paths share.
  init(
    _ first: LinePath, _ second: LinePath, isSelf: Bool, _ pairs: ArraySlice<SegmentPair>
  ) throws {
    self.first = first
    self.second = second
    self.isSelf = isSelf
    var found = Found()
    var pulse = Pulse()
    for pair in pairs {
      try pulse.beat()
      add(pair, to: &found)
    }
    nodes = found.nodes.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    for (from, to, isAlong) in found.links {
      let (start, startIsSwapped) = named(from)
      let (end, endIsSwapped) = named(to)
      guard let startNode = index(of: start), let endNode = index(of: end) else { continue }
      let onSecond: LineDirection = isAlong ? .onward : .backward
      ends.append(Self.end(startNode, .onward, onSecond, isSwapped: startIsSwapped))
      ends.append(Self.end(endNode, .backward, onSecond.opposite, isSwapped: endIsSwapped))
    }
  }

  /// What was found so far: nodes by their final names, links by the order of their segments.
  private struct Found {
    var nodes: [Node] = []
    var links: [(from: Node, to: Node, isAlong: Bool)] = []
  }

  private static func end(
    _ node: Int, _ first: LineDirection, _ second: LineDirection, isSwapped: Bool
  ) -> End {
    isSwapped
      ? End(node: node, first: second, second: first, isSwapped: true)
      : End(node: node, first: first, second: second, isSwapped: false)
  }

  /// The final name of a node, and whether it exchanges the two places.
  private func named(_ node: Node) -> (Node, isSwapped: Bool) {
    isSelf && node.second < node.first
      ? (node.exchanged, true) : (node, false)
  }

  private func index(of node: Node) -> Int? {
    let index = nodes.partitionIndex { $0 >= node }
    return index < nodes.count && nodes[index] == node ? index : nil
  }

  /// Whether one of the paths ends in a node; one that turns back on itself ends there for itself.
  func isEnd(_ node: Node) -> Bool {
    (isSelf && node.first == node.second) || first.isEnd(node.first) || second.isEnd(node.second)
  }

  private func add(_ pair: SegmentPair, to found: inout Found) {
    let (a, b) = first.ends(ofSegment: pair.segment)
    let (c, d) = second.ends(ofSegment: pair.otherSegment)
    switch meeting(a, b, c, d) {
    case .apart, .crossing: return
    case .touch:
      let shared = [a, b].first { isOn($0, c, d) } ?? (isOn(c, a, b) ? c : d)
      let node = named(node(pair, at: shared)).0
      // A path meets itself at every vertex.
      if !(isSelf && node.first == node.second) { found.nodes.append(node) }
    case .overlap:
      let shared =
        ([a, b].filter { isBetween($0, c, d) } + [c, d].filter { isBetween($0, a, b) })
        .sorted { LinePlace.progress(of: $0, a, b) < LinePlace.progress(of: $1, a, b) }
      let (from, to) = (node(pair, at: shared[0]), node(pair, at: shared[shared.count - 1]))
      found.nodes += [named(from).0, named(to).0]
      let isAlong = LinePlace.progress(of: c, a, b) < LinePlace.progress(of: d, a, b)
      found.links.append((from, to, isAlong))
    }
  }

  private func isOn(_ p: Position, _ c: Position, _ d: Position) -> Bool {
    orientation(c, d, p) == 0 && isBetween(p, c, d)
  }

  private func node(_ pair: SegmentPair, at shared: Position) -> Node {
    Node(
      first: first.place(onSegment: pair.segment, at: shared),
      second: second.place(onSegment: pair.otherSegment, at: shared))
  }
}
