import Geometry

/// The edges of one polygon or multi-polygon by the cells of a grid: most of the plane is decided
/// without looking at an edge, and the rest by the few edges of a cell.
///
/// The index covers the box of the polygon, or a window of it: then it answers for what lies in the
/// window, and holds only the edges there.
final class PolygonIndex: Sendable {
  private static let manyCells = 20

  /// The rings; shared with the layer, not copied.
  let rings: PathSet
  /// The vertices of the polygon.
  let vertices: Range<Int>
  /// The rings of the polygon.
  let ringIndices: Range<Int>
  /// What the index covers.
  let box: Box
  /// Whether it covers all of the polygon.
  let isWhole: Bool
  private let frame: CellFrame
  private let blocks: CellBlocks
  /// Where the edges of every mixed cell begin in `edges`, and behind the last the end.
  private let starts: [UInt32]
  /// Edges, by their first vertex, counted from the first one of the polygon.
  private let edges: [UInt32]

  /// Indexes what of a polygon lies in a window, or all of it.
  ///
  /// - Complexity: O(*n*) in the number of vertices; 4 bytes for each cell that an edge touches, 4
  ///   for each cell that any edge touches, and half a byte for every cell.
  /// - Throws: `CancellationError`.
  init(
    _ polygons: PolygonColumn, row: Int, box whole: Box, window: Box? = nil
  ) throws(CancellationError) {
    rings = polygons.rings
    ringIndices = polygons.ringIndices(of: row)
    vertices = rings.starts[ringIndices.lowerBound]..<rings.starts[ringIndices.upperBound]
    isWhole = window == nil
    box = window ?? whole
    let entries = try CellEntries(rings, ringIndices, in: box, isWhole: isWhole)
    frame = entries.frame
    blocks = entries.blocks
    (starts, edges) = entries.sorted()
  }

  /// What is known of a box: inside, outside, or neither for sure.
  @inline(__always)
  func cover(of other: Box) -> Cover {
    guard box.meets(other) else { return isWhole ? .outside : .mixed }
    return blocks.cover(
      frame.cell(Position(other.minX, other.minY)), frame.cell(Position(other.maxX, other.maxY)))
  }

  /// The ends of an edge.
  @inline(__always)
  func ends(ofEdge edge: UInt32) -> (Position, Position) {
    let first = 2 * (vertices.lowerBound + Int(edge))
    return (
      Position(rings.xy[first], rings.xy[first + 1]),
      Position(rings.xy[first + 2], rings.xy[first + 3])
    )
  }

  /// Whether a box spreads over many cells.
  func isSpread(_ box: Box) -> Bool {
    let columns = frame.column(box.maxX) - frame.column(box.minX) + 1
    return columns * (frame.row(box.maxY) - frame.row(box.minY) + 1) > Self.manyCells
  }

  /// Finds the edges whose boxes meet that of a chunk of segments; false when they are too many to
  /// be held against every segment.
  func collectEdges(meeting box: Box, into near: inout NearEdges) -> Bool {
    near.removeAll()
    let (southWest, northEast) = (
      frame.cell(Position(box.minX, box.minY)), frame.cell(Position(box.maxX, box.maxY))
    )
    let (width, height) = (
      northEast.column - southWest.column + 1, northEast.row - southWest.row + 1
    )
    guard width * height <= NearEdges.mostCells else { return false }
    return blocks.forEachMixed(southWest, northEast) { rank in
      for index in Int(starts[rank])..<Int(starts[rank + 1]) {
        let (c, d) = ends(ofEdge: edges[index])
        let around = Box(around: c, d)
        if around.meets(box) && !near.add(edges[index], around) { return false }
      }
      return true
    }
  }

  /// Calls `body` with every segment of some that edges come near, and with those edges, each once.
  ///
  /// - Parameters:
  ///   - paths: Where the segments are.
  ///   - segments: The first vertices of the segments.
  ///   - found: Room for the edges.
  ///   - body: Is given a segment and edges whose boxes meet its own.
  @inline(__always)
  func forEachSegment(
    of paths: PathSet, in segments: Range<Int>, _ found: inout [UInt32],
    _ body: (_ segment: Int, _ edges: [UInt32]) -> Void
  ) {
    guard !segments.isEmpty else { return }
    var a = paths.position(at: segments.lowerBound)
    var cellA = frame.cell(a)
    for segment in segments {
      let b = paths.position(at: segment + 1)
      let cellB = frame.cell(b)
      found.removeAll(keepingCapacity: true)
      collectEdges(near: a, cellA, b, cellB, into: &found)
      if !found.isEmpty { body(segment, found) }
      (a, cellA) = (b, cellB)
    }
  }

  /// Finds the edges whose boxes hold a position.
  func edges(at position: Position) -> [UInt32] {
    var found: [UInt32] = []
    let cell = frame.cell(position)
    collectEdges(near: position, cell, position, cell, into: &found)
    return found
  }

  /// Finds the edges whose boxes meet that of a segment, each once.
  @inline(__always)
  private func collectEdges(
    near a: Position, _ cellA: CellFrame.Cell, _ b: Position, _ cellB: CellFrame.Cell,
    into found: inout [UInt32]
  ) {
    let box = Box(around: a, b)
    if cellA == cellB {
      append(edgesOf: blocks.number(column: cellA.column, row: cellA.row), meeting: box, to: &found)
      return
    }
    var cellCount = 0
    frame.forEachRun(from: a, in: cellA, to: b, in: cellB) { column, rows in
      for row in rows {
        let before = found.count
        append(edgesOf: blocks.number(column: column, row: row), meeting: box, to: &found)
        cellCount += found.count > before ? 1 : 0
      }
    }
    if cellCount > 1 { found.removeRepeats() }
  }

  @inline(__always)
  private func append(edgesOf cell: Int, meeting box: Box, to found: inout [UInt32]) {
    guard blocks.isMixed(cell) else { return }
    let rank = blocks.rank(cell)
    for index in Int(starts[rank])..<Int(starts[rank + 1]) {
      let (c, d) = ends(ofEdge: edges[index])
      if Box(around: c, d).meets(box) { found.append(edges[index]) }
    }
  }

  /// Whether the sector immediately clockwise of straight up belongs to the inside: the parity of
  /// the edges above, counted on a ray moved infinitely little to the east. Edges through `origin`
  /// lie below that ray's start and do not count.
  ///
  /// The ray ends at the first cell that no edge touches, of which the index knows what it is.
  func isInsideRightOfUp(_ origin: Position) -> Bool {
    if isWhole && !box.contains(x: origin.x, y: origin.y) { return false }
    let ray = Box(minX: origin.x, minY: origin.y, maxX: origin.x, maxY: .infinity)
    let start = frame.cell(origin)
    var found: [UInt32] = []
    for row in start.row..<frame.rows {
      let cell = blocks.number(column: start.column, row: row)
      if !blocks.isMixed(cell) {
        found.removeRepeats()
        return blocks.isInside(cell) != isOdd(found, above: origin)
      }
      append(edgesOf: cell, meeting: ray, to: &found)
    }
    if isWhole {
      found.removeRepeats()
      return isOdd(found, above: origin)
    }
    return isOdd(allEdges, above: origin)
  }

  /// All edges of the polygon, also those beyond the window.
  private var allEdges: some Sequence<UInt32> {
    ringIndices.lazy.flatMap { [rings, first = vertices.lowerBound] ring in
      rings.vertices(of: ring).dropLast().lazy.map { UInt32($0 - first) }
    }
  }

  private func isOdd(_ edges: some Sequence<UInt32>, above origin: Position) -> Bool {
    var isOdd = false
    for edge in edges {
      let (c, d) = ends(ofEdge: edge)
      guard (c.x > origin.x) != (d.x > origin.x) else { continue }
      let (west, east) = c.x > origin.x ? (d, c) : (c, d)
      if orientation(west, east, origin) < 0 { isOdd.toggle() }
    }
    return isOdd
  }
}

extension [UInt32] {
  /// Leaves each number once, in ascending order.
  fileprivate mutating func removeRepeats() {
    guard count > 1 else { return }
    sort()
    var kept = 1
    for index in 1..<count where self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
