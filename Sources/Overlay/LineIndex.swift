import Geometry

/// The segments of many lines in chunks, packed in an index.
///
/// - Complexity: O(*n* log *n*) to build along a curve, O(*n*) in the order of the lines; about 4
///   bytes a segment.
struct LineIndex: Sendable {
  /// The number of vertices whose boxes are computed in one go.
  private static let blockSize = 1 << 16

  let lines: LineColumn
  /// The row that owns each path.
  let rows: [Int32]
  /// All chunks that have a segment; chunk `i` is item `i` of the index.
  let chunks: [LineChunk]
  let index: PackedIndex

  /// Indexes all lines along a Hilbert curve: for any question.
  init(_ lines: LineColumn) {
    self.init(lines, Part(lines.paths, among: 0..<lines.paths.vertexCount), order: .hilbert)
  }

  /// The same in parallel, with the same result, or in the order of the lines: for questions about
  /// some consecutive chunks.
  init(_ lines: LineColumn, order: PackedIndex.Order, jobs: Int) async throws {
    let parts = try await mapChunks(
      of: lines.paths.vertexCount, size: Self.blockSize, jobs: jobs
    ) { Part(lines.paths, among: $0) }
    var all = Part()
    for part in parts {
      all.chunks += part.chunks
      all.boxes += part.boxes
    }
    self.init(lines, all, order: order)
  }

  private init(_ lines: LineColumn, _ part: Part, order: PackedIndex.Order) {
    self.lines = lines
    rows = lines.rowsOfPaths()
    // Neighbours in the index are neighbours in memory.
    if case .hilbert = order {
      let items = hilbertOrder(part.boxes)
      chunks = items.map { part.chunks[Int($0)] }
      index = PackedIndex(items.map { part.boxes[Int($0)] }, order: .given)
    } else {
      chunks = part.chunks
      index = PackedIndex(part.boxes, order: .given)
    }
  }

  /// The box around a chunk.
  func box(ofChunk chunk: Int) -> Box { index.box(of: chunk) }

  /// Appends every chunk whose box meets `box`.
  func collect(meeting box: Box, into found: inout [Int]) {
    index.collect(meeting: box, into: &found)
  }

  /// Appends every chunk among some whose box meets `box`, in order.
  func collect(meeting box: Box, among some: Range<Int>, into found: inout [Int]) {
    index.collect(meeting: box, among: some, into: &found)
  }

  /// The chunks of some consecutive vertices, with their boxes.
  private struct Part {
    var chunks: [LineChunk] = []
    var boxes: [Box] = []

    init() {}

    init(_ paths: PathSet, among vertices: Range<Int>) {
      paths.forEachLineChunk(among: vertices) { chunk in
        chunks.append(chunk)
        boxes.append(chunk.box(in: paths))
      }
    }
  }
}

extension LineColumn {
  /// Returns the row that owns each path.
  package func rowsOfPaths() -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(paths.count)
    for row in 0..<count {
      for _ in pathIndices(of: row) { rows.append(Int32(truncatingIfNeeded: row)) }
    }
    return rows
  }
}
