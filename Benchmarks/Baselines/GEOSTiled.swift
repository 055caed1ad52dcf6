import GEOSBridge
import Geometry

/// The expert's GEOS program: ranges are first cut to tiles of few vertices, which are prepared and
/// indexed, so that no intersection has to look at a whole range.
///
/// Wrong where a line runs along the edge of a tile; the workload has no such line.
final class GEOSTiled: GEOSOverlay {
  private static let tileSize = 256

  let geos = GEOSContext()
  let rangeCount: Int
  private var tiles: [GEOSPreparedRanges.Member] = []
  /// The range of every tile, ascending.
  private var ranges: [Int] = []
  private var index = PackedIndex([])

  /// Cuts every row to tiles.
  init(_ column: PolygonColumn) throws {
    rangeCount = column.count
    for row in 0..<column.count {
      for part in column.partIndices(of: row) { try cut(part, of: column, range: row) }
    }
    index = PackedIndex(tiles.map(\.box))
  }

  /// Keeps a part that is small, and halves any other.
  private func cut(_ part: Int, of column: PolygonColumn, range: Int) throws {
    let rings = column.ringIndices(ofPart: part)
    let box = column.rings.box(of: rings)
    let polygon = try geos.makePolygon(parts: part..<part + 1, of: column)
    let vertexCount = rings.reduce(0) { $0 + column.rings.vertices(of: $1).count }
    if vertexCount <= Self.tileSize {
      tiles.append(try GEOSPreparedRanges.Member(polygon, box: box))
      ranges.append(range)
      return
    }
    for half in box.halves {
      var pieces = GeometryColumn()
      try pieces.append(try polygon.clipped(to: half), only: .polygon)
      for piece in 0..<pieces.polygons.partCount {
        try cut(piece, of: pieces.polygons, range: range)
      }
    }
  }

  func cut(
    _ line: borrowing GEOSHandle, _ row: Int, of batch: LineBatch, into pieces: inout GEOSPieces,
    _ totals: inout RangeTotals
  ) throws {
    let candidates = index.items(meeting: batch.lines.box(of: row))
    var length = LazyLength()
    for group in candidates.chunked(by: { ranges[$0] == ranges[$1] }) {
      pieces.start(line: row, of: batch.lines)
      let isWhole = try cut(line, by: group, into: &pieces)
      let found = pieces.finish()
      totals.add(
        length: isWhole ? length(row, batch.lines) : found.length, crossings: found.crossings,
        toRange: ranges[group[group.startIndex]], class: batch.classes[row])
    }
  }

  /// Cuts a line with tiles of one range, and says whether it lies in one of them as a whole.
  private func cut(
    _ line: borrowing GEOSHandle, by group: ArraySlice<Int>, into pieces: inout GEOSPieces
  ) throws -> Bool {
    for tile in group {
      let prepared = tiles[tile]
      guard try prepared.prepared.intersects(line) else { continue }
      if try prepared.prepared.contains(line) { return true }
      try pieces.add(try line.intersection(prepared.prepared.base))
    }
    return false
  }
}

extension Box {
  /// The two halves of the box, cut across its longer side.
  fileprivate var halves: [Box] {
    var (first, second) = (self, self)
    if maxX - minX > maxY - minY {
      first.maxX = (minX + maxX) / 2
      second.minX = first.maxX
    } else {
      first.maxY = (minY + maxY) / 2
      second.minY = first.maxY
    }
    return [first, second]
  }
}

extension [Int] {
  /// Returns the runs of neighbours that belong together.
  fileprivate func chunked(by belong: (Int, Int) -> Bool) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = startIndex
    for next in indices.dropFirst() where !belong(self[next - 1], self[next]) {
      runs.append(self[start..<next])
      start = next
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}
