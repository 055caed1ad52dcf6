/// Which ring lies directly within which, for simple rings that do not cross; they may touch.
///
/// A position next to the top of a ring is looked at, infinitely little down its slope. Straight
/// above it, the lowest edge of another ring decides: below that edge lies either the inside of its
/// ring, or what lies directly within the same ring as it does. The rings above have higher tops, so
/// that no ring is above itself in turn.
struct RingNesting {
  /// The ring directly around each one.
  private var parents: [Int?]
  /// The number of the first ring.
  private let first: Int

  /// What lies above a ring.
  private struct Ceiling {
    /// The ring to which the lowest edge above belongs.
    let ring: Int
    /// Whether the inside of that ring is below the edge.
    let isAround: Bool
  }

  /// Finds out for all rings of a polygon.
  ///
  /// - Complexity: O(*n*) in the number of vertices, and a look upward in the index for every ring.
  init(_ edges: EdgeRuns) {
    first = edges.indices.lowerBound
    parents = Array(repeating: nil, count: edges.indices.count)
    let tops = edges.indices.map { ring in
      edges.rings.vertices(of: ring).isEmpty ? nil : RingTop(of: ring, in: edges.rings)
    }
    resolve(
      zip(edges.indices, tops).map { ring, top in
        guard let top, let edge = UpwardLook(from: top, of: ring, in: edges).edge,
          let other = tops[edge.ring - first]
        else { return nil }
        return Ceiling(ring: edge.ring, isAround: edge.leadsEast != other.isCounterClockwise)
      })
  }

  /// Follows the ceilings from ring to ring up to one that is around, or to none.
  private mutating func resolve(_ ceilings: [Ceiling?]) {
    var isSeen = Array(repeating: false, count: ceilings.count)
    var chain: [Int] = []
    for ring in ceilings.indices {
      var next = ring
      var parent = parents[next]
      while !isSeen[next], let ceiling = ceilings[next] {
        isSeen[next] = true
        chain.append(next)
        next = ceiling.ring - first
        parent = ceiling.isAround ? ceiling.ring : parents[next]
        if ceiling.isAround { break }
      }
      for ring in chain { parents[ring] = parent }
      chain.removeAll(keepingCapacity: true)
    }
  }

  /// The ring directly around another one.
  func parent(of ring: Int) -> Int? { parents[ring - first] }

  /// Whether a ring lies within some ring for which a condition holds.
  func isWithin(_ ring: Int, where condition: (Int) -> Bool) -> Bool {
    var around = parent(of: ring)
    // No further than there are rings, should ordinates beyond the range of the predicates make a
    // circle of them.
    for _ in parents {
      guard let ring = around else { return false }
      if condition(ring) { return true }
      around = parent(of: ring)
    }
    return false
  }
}
