import Geometry

/// Enters the edges of one polygon into the cells of a frame.
struct CellEntries {
  /// About how many cells there are for each edge.
  private static let cellsPerEdge = 4
  /// Small polygons have this many cells for each edge, up to ``fewestCells``.
  private static let cellsPerEdgeOfFew = 64
  private static let fewestCells = 262144
  private static let mostCells = 1 << 24

  let frame: CellFrame
  private(set) var blocks: CellBlocks
  /// The number of a cell and an edge that may touch it, in the order of the edges.
  private var entries: [SIMD2<UInt32>] = []

  /// Enters the edges that meet a box, and counts those above it.
  init(_ rings: PathSet, _ ringIndices: Range<Int>, in box: Box, isWhole: Bool) {
    let first = rings.starts[ringIndices.lowerBound]
    let edgeCount =
      isWhole
      ? rings.starts[ringIndices.upperBound] - first
      : Self.count(rings, ringIndices, meeting: box)
    frame = CellFrame(box, cells: Self.cellCount(edges: edgeCount))
    blocks = CellBlocks(frame)
    entries.reserveCapacity(edgeCount + edgeCount / 2)
    for ring in ringIndices {
      let vertices = rings.vertices(of: ring)
      guard vertices.count > 1 else { continue }
      if isWhole {
        enterAll(rings, vertices, first)
      } else {
        enter(rings, vertices, first, meeting: box)
      }
    }
    blocks.finish()
  }

  private static func cellCount(edges: Int) -> Int {
    let few = min(cellsPerEdgeOfFew * edges, fewestCells)
    return max(1, min(max(few, cellsPerEdge * edges), mostCells))
  }

  private static func count(_ rings: PathSet, _ ringIndices: Range<Int>, meeting box: Box) -> Int {
    ringIndices.reduce(0) { sum, ring in
      var count = 0
      rings.forEachEdge(of: ring) { _, c, d in count += Box(around: c, d).meets(box) ? 1 : 0 }
      return sum + count
    }
  }

  /// Enters all edges of one ring; the cell of a vertex is computed once.
  private mutating func enterAll(_ rings: PathSet, _ vertices: Range<Int>, _ first: Int) {
    var c = rings.position(at: vertices.lowerBound)
    var cellC = frame.cell(c)
    for vertex in vertices.dropLast() {
      let d = rings.position(at: vertex + 1)
      let cellD = frame.cell(d)
      if c != d { enter(UInt32(vertex - first), c, cellC, d, cellD) }
      (c, cellC) = (d, cellD)
    }
  }

  /// Enters the edges of one ring that meet a box, and counts those to the north of it.
  private mutating func enter(
    _ rings: PathSet, _ vertices: Range<Int>, _ first: Int, meeting box: Box
  ) {
    for vertex in vertices.dropLast() {
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
    for entry in entries { starts[(blocks.rank(Int(entry.x)) ?? 0) + 2] += 1 }
    for rank in 2..<starts.count { starts[rank] += starts[rank - 1] }
    // What is counted up here becomes the end of a cell, which is the start of the next one.
    var edges = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      let rank = (blocks.rank(Int(entry.x)) ?? 0) + 1
      edges[Int(starts[rank])] = entry.y
      starts[rank] += 1
    }
    starts.removeLast()
    return (starts, edges)
  }
}

extension PathSet {
  /// Calls `body` with every pair of consecutive vertices of a path.
  @inline(__always)
  fileprivate func forEachEdge(
    of path: Int, _ body: (_ vertex: Int, _ c: Position, _ d: Position) -> Void
  ) {
    let vertices = vertices(of: path)
    guard vertices.count > 1 else { return }
    var c = position(at: vertices.lowerBound)
    for vertex in vertices.dropLast() {
      let d = position(at: vertex + 1)
      body(vertex, c, d)
      c = d
    }
  }
}
