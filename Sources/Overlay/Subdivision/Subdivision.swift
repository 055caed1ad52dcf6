public import Geometry

/// The plane, divided by lines of no width into faces, edges and nodes.
///
/// Every path takes part: where paths cross, touch or run along each other there are nodes, and what
/// lies between two nodes is an edge. A line that ends inside a face does not divide it: the edge has
/// that face on both sides. Where paths lie on each other there is one edge with several arcs.
///
/// What lies on which side, in which order edges leave a node and which island lies in which face is
/// decided by exact predicates on the vertices as they are; only the positions of crossings are
/// rounded, and no decision depends on them.
///
/// See <doc:PlaneDivided> for how it is made.
public struct Subdivision: Sendable {
  /// The lines that divide the plane.
  public let lines: LineColumn
  /// The position of every node; that of a crossing is rounded.
  public let nodes: [Position]
  /// All arcs, path by path and along it.
  public let arcs: [SubdivisionArc]
  /// The number of faces; face 0 is the one that has no end.
  public private(set) var faceCount = 1
  /// The row to which a path belongs.
  private let rows: [Int32]
  private var table: SubdivisionEdges
  private let halves: HalfEdges

  /// The number of chunks of segments that are searched in one go.
  private static let chunkSize = 512

  /// Divides the plane.
  ///
  /// - Parameters:
  ///   - lines: Lines and boundaries; finite ordinates.
  ///   - jobs: The greatest number of steps in work at once; the result does not depend on it.
  /// - Throws: `CancellationError`.
  /// - Complexity: O(*n* log *n*) for *n* segments whose boxes meet few others, and O(*k* log *k*) for
  ///   *k* nodes.
  public init(_ lines: LineColumn, jobs: Int = 1) async throws {
    self.lines = lines
    rows = lines.rowsOfPaths()
    let paths = lines.paths
    let index = try await LineIndex(LineColumn(oneRowOf: paths), order: .hilbert, jobs: jobs)
    let search = LineSelfSearch(index)
    let findings = try await mapChunks(of: index.chunks.count, size: Self.chunkSize, jobs: jobs) {
      try search.findings(amongChunks: $0)
    }
    let nodes = SubdivisionNodes(paths, findings)
    let walked = SubdivisionArcs(paths, nodes)
    self.nodes = nodes.positions
    arcs = walked.arcs
    table = SubdivisionEdges(arcs)
    halves = HalfEdges(table, arcs, paths, nodeCount: nodes.positions.count)
    let islands = try SubdivisionIslands(index, nodes, walked, table, halves)
    nameFaces(islands)
  }

  /// All edges.
  public var edges: [SubdivisionEdge] { table.edges }

  /// Returns the arcs along an edge, as indices of ``arcs``: more than one where lines lie on each
  /// other.
  public func arcs(along edge: Int) -> ArraySlice<Int32> {
    table.arcs[table.starts[edge]..<table.starts[edge + 1]]
  }

  /// Returns the row of an arc.
  public func row(ofArc arc: Int) -> Int { Int(rows[arcs[arc].path]) }

  /// Whether an arc runs against its edge.
  func isReversed(arc: Int) -> Bool { table.isReversed[arc] }

  /// Returns the next half-edge with the same face to its left.
  func next(after half: Int) -> Int { Int(halves.next[half]) }

  /// Gives every walk around a face the number of the face. The outside of an island is a walk around
  /// the face in which it lies.
  private mutating func nameFaces(_ islands: SubdivisionIslands) {
    var faces = Array(repeating: -1, count: halves.cycleCount)
    var isOutside = Array(repeating: false, count: halves.cycleCount)
    for half in islands.outsides { isOutside[Int(halves.cycles[half])] = true }
    for cycle in faces.indices where !isOutside[cycle] {
      faces[cycle] = faceCount
      faceCount += 1
    }
    // What is above an island is on a higher one, which has its face already.
    for (half, ceiling) in zip(islands.outsides, islands.ceilings) {
      faces[Int(halves.cycles[half])] = ceiling.map { faces[Int(halves.cycles[$0])] } ?? 0
    }
    for edge in table.edges.indices {
      table.setFaces(
        of: edge, left: faces[Int(halves.cycles[2 * edge])],
        right: faces[Int(halves.cycles[2 * edge + 1])])
    }
  }
}

extension LineColumn {
  /// One row of all paths.
  fileprivate init(oneRowOf paths: PathSet) {
    self.init()
    self.paths = paths
    endRow()
  }
}
