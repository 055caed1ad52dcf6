import Geometry

/// Enters the edges of one polygon into the cells of a frame.
struct CellEntries {
  /// About how many cells there are for each edge.
  private static let cellsPerEdge = 8
  /// Small polygons have this many cells for each edge, up to ``fewestCells``.
  private static let cellsPerEdgeOfFew = 64
  private static let fewestCells = 1 << 18
  private static let mostCells = 1 << 24
  /// How many cells an edge may take on average, beside ``freeEntries`` of all edges together.
  private static let entriesPerEdge = 7
  private static let freeEntries = 1 << 16
  /// So many edges are entered between looks at whether the task was cancelled.
  private static let edgesAtOnce = 1 << 16

  let frame: CellFrame
  private(set) var blocks: CellBlocks
  /// The number of a cell and an edge that may touch it, in the order of the edges.
  private var entries: [SIMD2<UInt32>] = []

  /// Enters the edges that meet a box, and counts those above it.
  init(
    _ rings: PathSet, _ ringIndices: Range<Int>, in box: Box, isWhole: Bool
  ) throws(CancellationError) {
    let census = try EdgeCensus(rings, ringIndices, in: box)
    frame = CellFrame(
      box, cells: Self.cellCount(edges: census.count),
      leastSize: census.extent / Double(Self.entriesPerEdge * census.count + Self.freeEntries))
    blocks = CellBlocks(frame)
    entries.reserveCapacity(census.count + census.count / 2)
    let first = rings.starts[ringIndices.lowerBound]
    try rings.forEachRun(ofEdgesOf: ringIndices, atMost: Self.edgesAtOnce) { edges in
      if isWhole {
        enterAll(rings, edges, first)
      } else {
        enter(rings, edges, first, meeting: box)
      }
    }
    blocks.finish()
  }

  private static func cellCount(edges: Int) -> Int {
    let few = min(cellsPerEdgeOfFew * edges, fewestCells)
    return max(1, min(max(few, cellsPerEdge * edges), mostCells))
  }

  /// Enters consecutive edges; the cell of a vertex is computed once.
  private mutating func enterAll(_ rings: PathSet, _ edges: Range<Int>, _ first: Int) {
    var c = rings.position(at: edges.lowerBound)
    var cellC = frame.cell(c)
    for vertex in edges {
      let d = rings.position(at: vertex + 1)
      let cellD = frame.cell(d)
      if c != d { enter(UInt32(vertex - first), c, cellC, d, cellD) }
      (c, cellC) = (d, cellD)
    }
  }

  /// Enters those of consecutive edges that meet a box, and counts those to the north of it.
  private mutating func enter(
    _ rings: PathSet, _ edges: Range<Int>, _ first: Int, meeting box: Box
  ) {
    for vertex in edges {
      let (c, d) = (rings.position(at: vertex), rings.position(at: vertex + 1))
      let around = Box(around: c, d)
      if around.minX > box.maxX || around.maxX < box.minX || around.maxY < box.minY || c == d {
        continue
      }
      if around.minY > box.maxY {
        flipAll(c, d)
      } else {
        enter(UInt32(vertex - first), c, frame.cell(c), d, frame.cell(d))
      }
    }
  }

  @inline(__always)
  private mutating func enter(
    _ edge: UInt32, _ c: Position, _ cellC: CellFrame.Cell, _ d: Position, _ cellD: CellFrame.Cell
  ) {
    frame.forEachRun(from: c, in: cellC, to: d, in: cellD) { column, rows in
      for row in rows {
        let cell = blocks.number(column: column, row: row)
        blocks.mark(cell)
        entries.append(SIMD2(UInt32(truncatingIfNeeded: cell), edge))
      }
      let middle = frame.middle(ofColumn: column)
      if (c.x > middle) != (d.x > middle) {
        // Between the lowest and the highest of these rows all cells are mixed: any will do.
        blocks.flip(blocks.number(column: column, row: rows.lowerBound))
      }
    }
  }

  /// An edge that passes to the north of all cells.
  private mutating func flipAll(_ c: Position, _ d: Position) {
    let columns = (frame.column(min(c.x, d.x)))...(frame.column(max(c.x, d.x)))
    for column in columns {
      let middle = frame.middle(ofColumn: column)
      if (c.x > middle) != (d.x > middle) {
        blocks.flip(blocks.number(column: column, row: frame.rows - 1))
      }
    }
  }

  /// The edges cell by cell, and where those of each mixed cell begin.
  func sorted() -> (starts: [UInt32], edges: [UInt32]) {
    var starts = [UInt32](repeating: 0, count: blocks.mixedCount + 2)
    for entry in entries { starts[blocks.rank(Int(entry.x)) + 2] += 1 }
    for rank in 2..<starts.count { starts[rank] += starts[rank - 1] }
    // What is counted up here becomes the end of a cell, which is the start of the next one.
    var edges = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      let rank = blocks.rank(Int(entry.x)) + 1
      edges[Int(starts[rank])] = entry.y
      starts[rank] += 1
    }
    starts.removeLast()
    return (starts, edges)
  }
}

/// How many edges there are in a box, and how far they reach.
private struct EdgeCensus {
  private(set) var count = 0
  /// The sum of the widths and heights of all edges, as far as they can lie in the box.
  private(set) var extent = 0.0

  init(_ rings: PathSet, _ ringIndices: Range<Int>, in box: Box) throws(CancellationError) {
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    try rings.forEachRun(ofEdgesOf: ringIndices, atMost: 1 << 18) { edges in
      var c = rings.position(at: edges.lowerBound)
      for vertex in edges {
        let d = rings.position(at: vertex + 1)
        if Box(around: c, d).meets(box) {
          count += 1
          extent += min((d.x - c.x).magnitude, width) + min((d.y - c.y).magnitude, height)
        }
        c = d
      }
    }
  }
}

extension PathSet {
  /// Calls `body` with runs of consecutive edges, each named by its first vertex.
  ///
  /// - Throws: `CancellationError` between runs.
  fileprivate func forEachRun(
    ofEdgesOf paths: Range<Int>, atMost count: Int, _ body: (_ edges: Range<Int>) -> Void
  ) throws(CancellationError) {
    var done = 0
    for path in paths {
      let last = vertices(of: path).upperBound - 1
      var first = vertices(of: path).lowerBound
      while first < last {
        if done >= count {
          if Task.isCancelled { throw CancellationError() }
          done = 0
        }
        let edges = first..<min(first + count - done, last)
        body(edges)
        done += edges.count
        first = edges.upperBound
      }
    }
  }
}
