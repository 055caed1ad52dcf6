extension PackedIndex {
  /// Calls `body` once for every two items whose boxes meet, until it returns false.
  ///
  /// Nodes are compared with nodes, so that most pairs are ruled out many at a time.
  ///
  /// - Complexity: O(*n* + *k*) for *k* pairs where boxes are small beside the box around all.
  package func forEachPair(_ body: (_ first: Int, _ second: Int) -> Bool) {
    guard levelEnds.count > 1 else { return }
    _ = visitPairs(below: lanes.count - 1, level: levelEnds.count - 1, body)
  }

  /// The pairs below one node.
  private func visitPairs(below node: Int, level: Int, _ body: (Int, Int) -> Bool) -> Bool {
    let boxes = children(of: node, level: level)
    for first in boxes {
      if level > 1 && !visitPairs(below: first, level: level - 1, body) { return false }
      let limits = limits(at: first)
      for second in first + 1..<boxes.upperBound where all(lanes[second] .<= limits) {
        guard visit(first, second, level: level, body) else { return false }
      }
    }
    return true
  }

  /// The pairs of one below the first and one below the second of two nodes that meet.
  private func visitPairs(
    between node: Int, _ other: Int, level: Int, _ body: (Int, Int) -> Bool
  ) -> Bool {
    let (nodeLimits, otherLimits) = (limits(at: node), limits(at: other))
    let others = children(of: other, level: level)
    for first in children(of: node, level: level) where all(lanes[first] .<= otherLimits) {
      let limits = pointwiseMin(limits(at: first), nodeLimits)
      for second in others where all(lanes[second] .<= limits) {
        guard visit(first, second, level: level, body) else { return false }
      }
    }
    return true
  }

  /// Two boxes one level below `level` that meet.
  @inline(__always)
  private func visit(
    _ first: Int, _ second: Int, level: Int, _ body: (Int, Int) -> Bool
  ) -> Bool {
    if level > 1 { return visitPairs(between: first, second, level: level - 1, body) }
    return items.isEmpty ? body(first, second) : body(Int(items[first]), Int(items[second]))
  }

  /// What the lanes of a box may be at most for it to meet one of the index.
  @inline(__always)
  private func limits(at box: Int) -> SIMD4<Double> {
    let lane = lanes[box]
    return SIMD4(-lane.z, -lane.w, -lane.x, -lane.y)
  }
}
