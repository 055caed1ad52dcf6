/// The edges of the rings of one polygon, in short runs of consecutive ones, indexed by the boxes
/// around them.
///
/// Edge `v` leads from vertex `v` to vertex `v + 1`; an edge without length is none.
struct EdgeRuns: Sendable {
  /// How many edges a run has; the last one of a ring may have fewer.
  static let length = 8

  /// Some consecutive edges of one ring.
  struct Run: Sendable {
    /// The edges, by their first vertices.
    let edges: Range<Int>
    /// The ring that they belong to.
    let ring: Int
  }

  /// All rings of the column; shared with it, not copied.
  let rings: PathSet
  /// The rings of the polygon.
  let indices: Range<Int>
  /// The runs, ring by ring.
  private(set) var runs: [Run] = []
  /// The box around every run.
  private(set) var boxes: [Box] = []
  /// The boxes of the runs.
  let index: PackedIndex

  /// Cuts rings in runs.
  ///
  /// - Complexity: O(*n* log *n*) in the number of runs.
  init(_ rings: PathSet, of indices: Range<Int>) {
    self.rings = rings
    self.indices = indices
    let vertices = rings.starts[indices.upperBound] - rings.starts[indices.lowerBound]
    runs.reserveCapacity(vertices / Self.length + indices.count)
    for ring in indices {
      let vertices = rings.vertices(of: ring)
      let end = max(vertices.upperBound - 1, vertices.lowerBound)
      for first in stride(from: vertices.lowerBound, to: end, by: Self.length) {
        runs.append(Run(edges: first..<min(first + Self.length, end), ring: ring))
      }
    }
    boxes = runs.map { rings.box(ofVertices: $0.edges.lowerBound..<$0.edges.upperBound + 1) }
    index = PackedIndex(boxes)
  }

  /// The start of an edge.
  @inline(__always)
  func start(_ edge: Int) -> Position { rings.position(at: edge) }

  /// The end of an edge.
  @inline(__always)
  func end(_ edge: Int) -> Position { rings.position(at: edge + 1) }

  /// The box around an edge.
  @inline(__always)
  func box(_ edge: Int) -> Box { Box(around: start(edge), end(edge)) }

  /// Whether two edges of one ring follow each other, `first` being the lower one; edges without
  /// length between them do not count.
  func areNeighbours(_ first: Int, _ second: Int, in ring: Int) -> Bool {
    let vertices = rings.vertices(of: ring)
    func haveNoLength(_ edges: Range<Int>) -> Bool { edges.allSatisfy { start($0) == end($0) } }
    return haveNoLength(first + 1..<second)
      || haveNoLength(vertices.lowerBound..<first)
        && haveNoLength(second + 1..<vertices.upperBound - 1)
  }
}
