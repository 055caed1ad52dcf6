extension PartRings {
  /// Returns where touching rings cut the inside of a part in two.
  ///
  /// Rings and the positions where they touch are the nodes of a graph, with an edge wherever a ring
  /// passes a position. Along a circle of this graph one can go round on the boundary, which parts
  /// the inside; without a circle the inside is connected.
  ///
  /// - Complexity: O(*k* log *k*) for *k* touches.
  func firstDisconnection(by touches: [RingTouch]) -> Validity? {
    let passes = passes(of: touches)
    // The rings come first among the nodes, then the positions.
    var sets = DisjointSets(count: rings.count + passes.count)
    var node = rings.count - 1
    for (index, pass) in passes.enumerated() {
      if index == 0 || !pass.isAtSamePlace(as: passes[index - 1]) { node += 1 }
      guard sets.unite(pass.ring - rings.lowerBound, node) else {
        return .invalid(.disconnectedInterior, at: pass.position)
      }
    }
    return nil
  }

  /// Every ring at every position where it touches another one of its part, once, sorted by part and
  /// position.
  private func passes(of touches: [RingTouch]) -> [Pass] {
    let all = touches.flatMap { touch -> [Pass] in
      let shell = shell(of: touch.ring)
      guard shell == self.shell(of: touch.other) else { return [] }
      return [touch.ring, touch.other].map {
        Pass(shell: shell, position: touch.position, ring: $0)
      }
    }.sorted { $0.precedes($1) }
    var passes: [Pass] = []
    for pass in all {
      if let last = passes.last, last.ring == pass.ring, pass.isAtSamePlace(as: last) { continue }
      passes.append(pass)
    }
    return passes
  }
}

/// A ring at a position where it touches another one of its part.
private struct Pass {
  let shell: Int
  let position: Position
  let ring: Int

  func isAtSamePlace(as other: Pass) -> Bool { shell == other.shell && position == other.position }

  func precedes(_ other: Pass) -> Bool {
    (shell, position.x, position.y, ring)
      < (other.shell, other.position.x, other.position.y, other.ring)
  }
}
