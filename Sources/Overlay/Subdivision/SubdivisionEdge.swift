/// A run between two nodes of a subdivision along which nothing else ends or begins, with a face on
/// either side.
public struct SubdivisionEdge: Sendable, Hashable {
  /// The node where it begins.
  public let from: Int
  /// The node where it ends.
  public let to: Int
  /// The face to its left; the same as ``right`` for what ends inside a face.
  public internal(set) var left = 0
  /// The face to its right.
  public internal(set) var right = 0

  /// The other face; `face` is one of both.
  public func face(across face: Int) -> Int { face == left ? right : left }
}

/// Edges with the arcs that run along them: those that lie on each other are one edge.
struct SubdivisionEdges {
  /// All edges, in the order of their first arcs.
  private(set) var edges: [SubdivisionEdge] = []
  /// The edge of every arc.
  private(set) var ofArcs: [Int32] = []
  /// Whether an arc runs against its edge.
  private(set) var isReversed: [Bool] = []
  /// The arcs of all edges, edge by edge.
  private(set) var arcs: [Int32] = []
  /// The first of the arcs of every edge, and behind the last edge the end.
  private(set) var starts: [Int] = [0]

  init(_ all: [SubdivisionArc]) {
    ofArcs.reserveCapacity(all.count)
    // Two arcs that lie on each other have all their vertices in common, each of which is a node.
    var straight: [UInt64: Int32] = [:]
    for arc in all {
      let number = Int32(truncatingIfNeeded: edges.count)
      var edge = number
      if arc.isStraight {
        let ends = [arc.fromNode, arc.toNode].sorted().map { UInt64(UInt32(bitPattern: $0)) }
        edge = straight[ends[0] << 32 | ends[1], default: number]
        if edge == number { straight[ends[0] << 32 | ends[1]] = number }
      }
      if edge == number {
        edges.append(SubdivisionEdge(from: Int(arc.fromNode), to: Int(arc.toNode)))
      }
      ofArcs.append(edge)
      isReversed.append(edges[Int(edge)].from != Int(arc.fromNode))
    }
    sortArcs()
  }

  private mutating func sortArcs() {
    var ends = Array(repeating: 0, count: edges.count + 1)
    for edge in ofArcs { ends[Int(edge) + 1] += 1 }
    for edge in edges.indices { ends[edge + 1] += ends[edge] }
    starts = ends
    arcs = Array(repeating: 0, count: ofArcs.count)
    for (arc, edge) in ofArcs.enumerated() {
      arcs[ends[Int(edge)]] = Int32(truncatingIfNeeded: arc)
      ends[Int(edge)] += 1
    }
  }

  /// Sets the faces beside an edge.
  mutating func setFaces(of edge: Int, left: Int, right: Int) {
    edges[edge].left = left
    edges[edge].right = right
  }
}
