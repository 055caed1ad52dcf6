/// Finds where rings meet themselves and each other.
struct ContactSearch {
  private let edges: EdgeRuns
  /// Where two rings touch without crossing.
  private(set) var touches: [RingTouch] = []
  /// A contact that is not allowed.
  private(set) var flaw: Validity?

  /// Prepares to search.
  init(_ edges: EdgeRuns) { self.edges = edges }

  /// Searches until all edges are compared or a flaw is found.
  mutating func run() {
    for run in edges.runs {
      compare(within: run)
      if flaw != nil { return }
    }
    let (edges, index) = (edges, edges.index)
    index.forEachPair { first, second in
      compare(
        edges.runs[first], edges.runs[second],
        within: edges.boxes[first].intersection(edges.boxes[second]))
      return flaw == nil
    }
  }

  /// Compares the edges of one run with each other.
  private mutating func compare(within run: EdgeRuns.Run) {
    // The box around the edges behind the next one rules out most pairs at once.
    var rest = Box.empty
    for first in run.edges.dropLast().reversed() {
      lookForSpike(behind: first)
      let box = edges.box(first)
      if box.meets(rest) {
        for second in first + 2..<run.edges.upperBound where box.meets(edges.box(second)) {
          compare(first, of: run.ring, second, of: run.ring)
        }
      }
      rest.formUnion(edges.box(first + 1))
    }
  }

  /// Compares the edges of two runs, all of whose contacts lie in the box that they share.
  private mutating func compare(_ run: EdgeRuns.Run, _ other: EdgeRuns.Run, within shared: Box) {
    for first in run.edges {
      let box = edges.box(first)
      guard box.meets(shared) else { continue }
      for second in other.edges where box.meets(edges.box(second)) {
        if run.ring == other.ring && (second - first).magnitude == 1 {
          lookForSpike(behind: min(first, second))
        } else {
          compare(first, of: run.ring, second, of: other.ring)
        }
      }
    }
  }

  /// Looks whether an edge turns straight back into the next one of its ring.
  @inline(__always)
  private mutating func lookForSpike(behind edge: Int) {
    let (a, b, c) = (edges.start(edge), edges.end(edge), edges.end(edge + 1))
    // Where an ordinate goes on in its direction, the ring does not turn back.
    if a.x < b.x ? b.x < c.x : a.x > b.x && b.x > c.x { return }
    if a.y < b.y ? b.y < c.y : a.y > b.y && b.y > c.y { return }
    if orientation(a, b, c) == 0 && a != b && b != c && pointsAlike(b, a, c) {
      note(.selfIntersection, at: b)
    }
  }

  /// Compares two edges whose boxes meet and that are not known to follow each other.
  private mutating func compare(_ first: Int, of ring: Int, _ second: Int, of other: Int) {
    let (a, b) = (edges.start(first), edges.end(first))
    let (c, d) = (edges.start(second), edges.end(second))
    guard a != b && c != d else { return }
    switch meeting(a, b, c, d) {
    case .apart: return
    case .crossing:
      let place = SegmentPlace(edge: c, d, across: a, b)
      note(.selfIntersection, at: place.position)
    case .overlap:
      note(.selfIntersection, at: sharedEnd(a, b, c, d))
    case .touch where ring == other:
      if edges.areNeighbours(min(first, second), max(first, second), in: ring) { return }
      note(.ringSelfIntersection, at: sharedEnd(a, b, c, d))
    case .touch:
      let position = sharedEnd(a, b, c, d)
      // Where an edge ends, the next one begins: one of them is enough.
      if position == b || position == d { return }
      let corner = corner(at: position, edge: first, of: ring)
      if corner.isCrossed(by: self.corner(at: position, edge: second, of: other)) {
        note(.selfIntersection, at: position)
      } else {
        touches.append(RingTouch(ring: ring, other: other, position: position))
      }
    }
  }

  /// Keeps the first flaw.
  private mutating func note(_ flaw: Validity.Flaw, at position: Position) {
    if self.flaw == nil { self.flaw = .invalid(flaw, at: position) }
  }

  /// How a ring passes a position that lies on an edge of it but not at its end.
  private func corner(at position: Position, edge: Int, of ring: Int) -> RingCorner {
    let start = edges.start(edge)
    return RingCorner(
      from: position == start ? edges.rings.position(before: edge, inRing: ring) : start,
      at: position,
      to: edges.end(edge))
  }

  /// Returns an end of one of two edges that lies on the other one.
  private func sharedEnd(
    _ a: Position, _ b: Position, _ c: Position, _ d: Position
  ) -> Position {
    if orientation(a, b, c) == 0 && isBetween(c, a, b) { return c }
    if orientation(a, b, d) == 0 && isBetween(d, a, b) { return d }
    return orientation(c, d, a) == 0 && isBetween(a, c, d) ? a : b
  }
}

extension Box {
  /// The box of all positions in both.
  fileprivate func intersection(_ other: Box) -> Box {
    Box(
      minX: max(minX, other.minX), minY: max(minY, other.minY), maxX: min(maxX, other.maxX),
      maxY: min(maxY, other.maxY))
  }
}
