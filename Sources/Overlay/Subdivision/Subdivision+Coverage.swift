extension Subdivision {
  /// Returns how many of some boundaries every face lies inside of.
  ///
  ///     n(left of an edge) = n(right of it) + arcs along the edge − arcs against it
  ///
  /// - Parameter isBoundary: Whether a row is one of the boundaries, which have their inside to the
  ///   left.
  /// - Returns: A number for every face; 0 for face 0. Polygons may overlap: a face inside of two has
  ///   2.
  /// - Complexity: O(*n*) in the number of arcs.
  public func coverage(where isBoundary: (_ row: Int) -> Bool) -> [Int] {
    var steps = Array(repeating: 0, count: edges.count)
    for edge in edges.indices {
      for arc in arcs(along: edge) where isBoundary(row(ofArc: Int(arc))) {
        steps[edge] += isReversed(arc: Int(arc)) ? -1 : 1
      }
    }
    let neighbours = FaceNeighbours(self)
    var coverage = Array(repeating: 0, count: faceCount)
    var isKnown = Array(repeating: false, count: faceCount)
    isKnown[0] = true
    var pending = [0]
    while let face = pending.popLast() {
      for number in neighbours.edges(of: face) {
        let edge = edges[Int(number)]
        let other = edge.face(across: face)
        guard !isKnown[other] else { continue }
        isKnown[other] = true
        coverage[other] =
          coverage[face] + (other == edge.left ? steps[Int(number)] : -steps[Int(number)])
        pending.append(other)
      }
    }
    return coverage
  }
}

/// The edges around every face, but those with the same face on both sides.
struct FaceNeighbours {
  private var around: [Int32]
  private var starts: [Int]

  init(_ subdivision: Subdivision) {
    starts = Array(repeating: 0, count: subdivision.faceCount + 1)
    let edges = subdivision.edges
    for edge in edges where edge.left != edge.right {
      starts[edge.left + 1] += 1
      starts[edge.right + 1] += 1
    }
    for face in 0..<subdivision.faceCount { starts[face + 1] += starts[face] }
    var ends = starts
    around = Array(repeating: 0, count: starts[subdivision.faceCount])
    for (number, edge) in edges.enumerated() where edge.left != edge.right {
      for face in [edge.left, edge.right] {
        around[ends[face]] = Int32(truncatingIfNeeded: number)
        ends[face] += 1
      }
    }
  }

  func edges(of face: Int) -> ArraySlice<Int32> { around[starts[face]..<starts[face + 1]] }
}
