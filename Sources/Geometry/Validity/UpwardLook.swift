/// A look straight up from next to the top of a ring, infinitely little down its slope, to the edges
/// of other rings.
struct UpwardLook {
  /// An edge of a ring, seen from below.
  struct Edge {
    /// The ring that it belongs to.
    let ring: Int
    /// Its western end.
    let west: Position
    /// Its eastern end.
    let east: Position
    /// Whether it leads to the east on its ring, and so has the right of the ring below it.
    let leadsEast: Bool
  }

  /// The lowest edge above.
  private(set) var edge: Edge?
  private let top: RingTop

  /// Looks up from a ring.
  ///
  /// - Complexity: that of a descent in the index, where few boxes lie over each other.
  init(from top: RingTop, of ring: Int, in edges: EdgeRuns) {
    self.top = top
    edges.index.forEachItem(at: top.position.x, from: top.position.y) { item in
      let run = edges.runs[item]
      if run.ring != ring {
        for edge in run.edges {
          see(from: edges.start(edge), to: edges.end(edge), of: run.ring)
        }
      }
      return edge.map { max($0.west.y, $0.east.y) } ?? .infinity
    }
  }

  /// Takes the edge if it lies above and is lower than the lowest one so far.
  private mutating func see(from start: Position, to end: Position, of ring: Int) {
    let leadsEast = start.x < end.x
    let (west, east) = leadsEast ? (start, end) : (end, start)
    let x = top.position.x
    guard top.facesEast ? west.x <= x && x < east.x : west.x < x && x <= east.x else { return }
    let side = orientation(west, east, top.position)
    guard side < 0 || side == 0 && isSteeperThanSlope(west, east) else { return }
    let seen = Edge(ring: ring, west: west, east: east, leadsEast: leadsEast)
    if edge.map({ seen.isBelow($0) }) ?? true { edge = seen }
  }

  /// Whether an edge through the top lies above the slope.
  private func isSteeperThanSlope(_ west: Position, _ east: Position) -> Bool {
    top.facesEast
      ? orientation(top.position, top.slope, east) > 0
      : orientation(top.position, top.slope, west) < 0
  }
}

extension UpwardLook.Edge {
  /// Whether the edge lies below another one where both are; they do not cross.
  ///
  /// Where they begin to lie over each other, one of them starts: its end decides, unless it lies on
  /// the other edge. Then the end decides where they cease to.
  fileprivate func isBelow(_ other: UpwardLook.Edge) -> Bool {
    let start =
      west.x >= other.west.x
      ? -orientation(other.west, other.east, west) : orientation(west, east, other.west)
    if start != 0 { return start > 0 }
    return east.x <= other.east.x
      ? orientation(other.west, other.east, east) < 0 : orientation(west, east, other.east) > 0
  }
}
