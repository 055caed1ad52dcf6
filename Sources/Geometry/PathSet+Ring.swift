extension PathSet {
  /// Returns the last position before a vertex of a ring that is another one; there must be one.
  func position(before vertex: Int, inRing ring: Int) -> Position {
    let vertices = vertices(of: ring)
    var before = vertex
    repeat {
      before = before == vertices.lowerBound ? vertices.upperBound - 2 : before - 1
    } while position(at: before) == position(at: vertex)
    return position(at: before)
  }

  /// Returns the next position behind a vertex of a ring that is another one; there must be one.
  func position(behind vertex: Int, inRing ring: Int) -> Position {
    let vertices = vertices(of: ring)
    var behind = vertex
    repeat {
      behind = behind >= vertices.upperBound - 2 ? vertices.lowerBound : behind + 1
    } while position(at: behind) == position(at: vertex)
    return position(at: behind)
  }

  /// Returns whether a simple ring runs counter-clockwise, exactly; it must have vertices.
  package func isCounterClockwise(ring: Int) -> Bool {
    RingTop(of: ring, in: self).isCounterClockwise
  }
}
