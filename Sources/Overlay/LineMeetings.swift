import Geometry

/// All places that a path of one line shares with a path of another, found segment by segment, and
/// put together to contacts.
struct LineMeetings {
  /// A shared place, named on both paths.
  struct Node: Hashable {
    var first: CutPosition
    var second: CutPosition
    /// Whether the segments cross there in the interior of both, so that sides need no asking.
    var isProper: Bool
  }

  /// A contact: the shared places at its two ends, in the order of the first path.
  struct Run {
    var from: Node
    var to: Node
    /// The positions along the run, both ends included; one for a single place.
    var positions: [Position]
  }

  private let first: PathNeighbours
  private let second: PathNeighbours
  private var nodes: Set<Node> = []
  private var links: [(from: Node, to: Node)] = []

  init(_ first: PathNeighbours, _ second: PathNeighbours) {
    self.first = first
    self.second = second
  }

  /// Adds what one segment of each path share.
  mutating func add(
    _ segment: Int, _ a: Position, _ b: Position, with other: Int, _ c: Position, _ d: Position
  ) {
    switch meeting(a, b, c, d) {
    case .apart: return
    case .crossing:
      let place = SegmentPlace(edge: c, d, across: a, b)
      let otherPlace = SegmentPlace(edge: a, b, across: c, d)
      nodes.insert(
        Node(
          first: CutPosition(
            segment: segment, fraction: place.fraction, position: place.position),
          second: CutPosition(
            segment: other, fraction: otherPlace.fraction, position: place.position),
          isProper: true))
    case .touch:
      let shared = [a, b].first { isOn($0, c, d) } ?? (isOn(c, a, b) ? c : d)
      nodes.insert(node(segment, a, b, other, c, d, at: shared))
    case .overlap:
      let ends = Set(
        [a, b].filter { isBetween($0, c, d) } + [c, d].filter { isBetween($0, a, b) })
      let sorted = ends.sorted { p, q in
        a.x != b.x ? (p.x < q.x) == (a.x < b.x) : (p.y < q.y) == (a.y < b.y)
      }
      let from = node(segment, a, b, other, c, d, at: sorted[0])
      let to = node(segment, a, b, other, c, d, at: sorted[sorted.count - 1])
      nodes.formUnion([from, to])
      links.append((from, to))
    }
  }

  private func isOn(_ p: Position, _ c: Position, _ d: Position) -> Bool {
    orientation(c, d, p) == 0 && isBetween(p, c, d)
  }

  private func node(
    _ segment: Int, _ a: Position, _ b: Position, _ other: Int, _ c: Position, _ d: Position,
    at shared: Position
  ) -> Node {
    Node(
      first: first.place(
        onSegment: segment, at: shared,
        fraction: SegmentPlace(vertex: shared, on: a, b).fraction),
      second: second.place(
        onSegment: other, at: shared, fraction: SegmentPlace(vertex: shared, on: c, d).fraction),
      isProper: false)
  }

  /// Puts the shared places together: those that collinear segments link are one contact.
  func runs() -> [Run] {
    var next: [Node: Node] = [:]
    var hasPrevious: Set<Node> = []
    for link in links.sorted(by: { $0.from.first.isBefore($1.from.first) }) {
      next[link.from] = link.to
      hasPrevious.insert(link.to)
    }
    // A run that has no start goes all the way round a closed path: it starts anywhere.
    var starts = nodes.filter { !hasPrevious.contains($0) }
    if starts.isEmpty, let any = nodes.min(by: { $0.first.isBefore($1.first) }) { starts = [any] }
    return starts.sorted {
      $0.first != $1.first
        ? $0.first.isBefore($1.first) : $0.second.isBefore($1.second)
    }.map { start in
      var run = Run(from: start, to: start, positions: [start.first.position])
      while let to = next[run.to], run.positions.count <= links.count {
        run.to = to
        run.positions.append(to.first.position)
        if to == start { break }
      }
      return run
    }
  }

  /// On which side of the second path the first one lies before and behind a contact, and so
  /// whether it passes.
  func kind(of run: Run) -> LineContact.Kind {
    if run.from.isProper {
      guard let before = first.previous(of: run.from.first),
        let c = second.previous(of: run.from.second), let d = second.next(of: run.from.second)
      else { return .touch }
      return orientation(c, d, before) > 0 ? .toRight : .toLeft
    }
    guard let before = first.previous(of: run.from.first), let after = first.next(of: run.to.first),
      let from = sector(of: before, at: run.from), let to = sector(of: after, at: run.to)
    else { return .touch }
    switch (from, to) {
    case (.left, .right): return .toRight
    case (.right, .left): return .toLeft
    default: return .touch
    }
  }

  private func sector(of direction: Position, at node: Node) -> Corner.Sector? {
    guard let previous = second.previous(of: node.second), let next = second.next(of: node.second)
    else { return nil }
    return Corner(from: previous, at: node.second.position, to: next).sector(of: direction)
  }
}
