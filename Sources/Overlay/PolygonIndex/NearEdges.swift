import Geometry

/// The few edges near a chunk of segments, with their boxes; reused for the next chunk.
struct NearEdges {
  /// A chunk with more edges, or over more cells, is done segment by segment.
  static let most = 64
  static let mostCells = 256

  /// The edges, each once.
  private var edges: [UInt32] = []
  /// Their boxes as ``Box/lanes``.
  private var lanes: [SIMD4<Double>] = []
  /// Those near the segment in work.
  private var found: [UInt32] = []

  /// Forgets all edges.
  mutating func removeAll() {
    edges.removeAll(keepingCapacity: true)
    lanes.removeAll(keepingCapacity: true)
  }

  /// Adds an edge unless it is there already; returns whether there is room for more.
  @inline(__always)
  mutating func add(_ edge: UInt32, _ box: Box) -> Bool {
    if edges.contains(edge) { return true }
    edges.append(edge)
    lanes.append(box.lanes)
    return edges.count < Self.most
  }

  /// Calls `body` with every segment of some whose box meets those of edges, and with those edges.
  @inline(__always)
  mutating func forEachSegment(
    of paths: PathSet, in segments: Range<Int>,
    _ body: (_ segment: Int, _ edges: [UInt32]) -> Void
  ) {
    guard !edges.isEmpty, !segments.isEmpty else { return }
    var a = paths.position(at: segments.lowerBound)
    for segment in segments {
      let b = paths.position(at: segment + 1)
      let limits = Box(around: a, b).limits
      a = b
      guard let first = lanes.indices.first(where: { all(lanes[$0] .<= limits) }) else { continue }
      found.removeAll(keepingCapacity: true)
      for index in first..<lanes.count where all(lanes[index] .<= limits) {
        found.append(edges[index])
      }
      body(segment, found)
    }
  }
}
