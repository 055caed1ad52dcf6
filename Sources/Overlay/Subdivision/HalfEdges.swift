import Geometry

/// The edges of a subdivision, each from both of its ends. Edge `e` has the half-edges `2 e`, which
/// leads along it, and `2 e + 1`, which leads back; either has one face to its left.
struct HalfEdges {
  /// The half-edge that follows with the same face to the left.
  private(set) var next: [Int32] = []
  /// The walk around a face to which a half-edge belongs.
  private(set) var cycles: [Int32] = []
  /// How many walks there are.
  private(set) var cycleCount = 0
  /// The half-edges that leave each node, counter-clockwise from the east.
  private var leaving: [Int32] = []
  private var starts: [Int] = []

  /// The way in which a half-edge leaves its node, as the segment on which it does: the node lies
  /// between `a` and `b`, or on `a`.
  private struct Ray {
    let a: Position
    let b: Position

    /// Whether it points to the north, or to the east exactly.
    var isUpper: Bool { b.y != a.y ? b.y > a.y : b.x > a.x }

    /// Whether it comes before another one of the same node, counter-clockwise from the east. The
    /// node lies on the lines of both, so that three ends tell.
    func comes(before other: Ray) -> Bool {
      isUpper != other.isUpper ? isUpper : orientation(a, b, other.b) > 0
    }
  }

  init(_ edges: SubdivisionEdges, _ arcs: [SubdivisionArc], _ paths: PathSet, nodeCount: Int) {
    sortLeaving(edges, arcs, paths, nodeCount)
    linkNext()
    walkCycles()
  }

  private mutating func sortLeaving(
    _ edges: SubdivisionEdges, _ arcs: [SubdivisionArc], _ paths: PathSet, _ nodeCount: Int
  ) {
    func ray(_ half: Int32) -> Ray {
      let edge = Int(half) / 2
      let arc = arcs[Int(edges.arcs[edges.starts[edge]])]
      return half % 2 == 0
        ? Ray(
          a: paths.position(at: arc.from.segment), b: paths.position(at: arc.from.segment + 1))
        : Ray(a: paths.position(at: arc.to.segment + 1), b: paths.position(at: arc.to.segment))
    }
    starts = Array(repeating: 0, count: nodeCount + 1)
    for edge in edges.edges {
      starts[edge.from + 1] += 1
      starts[edge.to + 1] += 1
    }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var ends = starts
    leaving = Array(repeating: 0, count: 2 * edges.edges.count)
    for (number, edge) in edges.edges.enumerated() {
      for (half, node) in [(2 * number, edge.from), (2 * number + 1, edge.to)] {
        leaving[ends[node]] = Int32(truncatingIfNeeded: half)
        ends[node] += 1
      }
    }
    for node in 0..<nodeCount where starts[node + 1] - starts[node] > 1 {
      leaving[starts[node]..<starts[node + 1]].sort { ray($0).comes(before: ray($1)) }
    }
  }

  /// With its face to the left, a walk goes on at a node with the next half-edge clockwise.
  private mutating func linkNext() {
    next = Array(repeating: 0, count: leaving.count)
    for node in 0..<starts.count - 1 {
      let own = starts[node]..<starts[node + 1]
      for place in own {
        let before = place > own.lowerBound ? place - 1 : own.upperBound - 1
        next[Int(leaving[place]) ^ 1] = leaving[before]
      }
    }
  }

  private mutating func walkCycles() {
    cycles = Array(repeating: -1, count: next.count)
    for half in next.indices where cycles[half] < 0 {
      var current = half
      while cycles[current] < 0 {
        cycles[current] = Int32(truncatingIfNeeded: cycleCount)
        current = Int(next[current])
      }
      cycleCount += 1
    }
  }

  /// Returns the last half-edge that leaves a node, counter-clockwise from the east; nil for a node
  /// where nothing ends.
  func last(leaving node: Int) -> Int? {
    starts[node] < starts[node + 1] ? Int(leaving[starts[node + 1] - 1]) : nil
  }
}
