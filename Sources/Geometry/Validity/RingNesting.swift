/// Which ring lies directly within which, for simple rings that do not cross; they may touch.
///
/// A position next to the top of a ring is looked at, infinitely little down its slope. Straight
/// above it, the lowest edge of another ring decides: below that edge lies either the inside of its
/// ring, or what lies directly within the same ring as it does. The rings above have higher tops, so
/// that no ring is above itself in turn.
struct RingNesting {
  /// The ring directly around each one.
  private var parents: [Int?] = []
  /// The number of the first ring.
  private let first: Int

  /// Finds out for all rings of a polygon.
  ///
  /// - Complexity: O(*n*) in the number of vertices, and a look upward in the index for every ring.
  init(_ edges: EdgeRuns) {
    first = edges.indices.lowerBound
    let tops = edges.indices.map { ring in
      edges.rings.vertices(of: ring).isEmpty ? nil : RingTop(of: ring, in: edges)
    }
    let above = edges.indices.map { ring in
      tops[ring - first].flatMap { UpwardLook(from: $0, of: ring, in: edges).edge }
    }
    var isKnown = above.map { $0 == nil }
    parents = Array(repeating: nil, count: above.count)
    var chain: [Int] = []
    for ring in above.indices where !isKnown[ring] {
      var parent: Int?
      var next = ring
      while !isKnown[next], let edge = above[next] {
        chain.append(next)
        let isInside = edge.leadsEast != (tops[edge.ring - first]?.isCounterClockwise ?? false)
        if isInside {
          parent = edge.ring
          break
        }
        next = edge.ring - first
        parent = parents[next]
      }
      for ring in chain {
        parents[ring] = parent
        isKnown[ring] = true
      }
      chain.removeAll(keepingCapacity: true)
    }
  }

  /// The ring directly around another one.
  func parent(of ring: Int) -> Int? { parents[ring - first] }

  /// Whether a ring lies within some ring for which a condition holds.
  func isWithin(_ ring: Int, where condition: (Int) -> Bool) -> Bool {
    var around = parent(of: ring)
    while let ring = around {
      if condition(ring) { return true }
      around = parent(of: ring)
    }
    return false
  }
}
