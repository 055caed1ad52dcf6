extension PackedIndex {
  /// Visits the items whose boxes lie at `x` and reach up to `y` or higher, the lower ones rather
  /// first.
  ///
  /// - Parameters:
  ///   - x: Where the boxes lie, edges included.
  ///   - y: How high they reach at least.
  ///   - visit: Gets an item and returns a height; boxes that begin above it are left out from then
  ///     on.
  package func forEachItem(at x: Double, from y: Double, _ visit: (Int) -> Double) {
    guard count > 0 else { return }
    let limits = SIMD4(x, .infinity, -x, -y)
    var pending = [(box: lanes.count - 1, level: levelEnds.count - 1)]
    pending.reserveCapacity(4 * Self.nodeSize)  // instead of growing it step by step
    var ceiling = Double.infinity
    while let (box, level) = pending.popLast() {
      guard all(lanes[box] .<= limits) && lanes[box].y <= ceiling else { continue }
      if level == 0 {
        ceiling = visit(items.isEmpty ? box : Int(items[box]))
        continue
      }
      let first = pending.count
      for child in children(of: box, level: level) where all(lanes[child] .<= limits) {
        var place = pending.count
        pending.append((child, level - 1))
        // The lowest one comes last, to be taken first.
        while place > first && lanes[pending[place - 1].box].y < lanes[child].y {
          pending.swapAt(place, place - 1)
          place -= 1
        }
      }
    }
  }
}
