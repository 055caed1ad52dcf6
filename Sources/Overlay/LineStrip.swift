import Geometry

/// Consecutive rows of a line column, measured and boxed in one pass, for all polygons to share.
struct LineStrip: Sendable {
  /// Consecutive segments that have one box.
  static let chunkLength = 16

  /// The rows.
  let rows: Range<Int>
  private let firstPath: Int
  /// The boxes around the chunks of segments of all paths, end to end.
  private(set) var chunkBoxes: [Box] = []
  /// The first chunk of every path, and behind the last the end.
  private(set) var chunkStarts: [Int] = [0]
  /// The box around every path; empty for a path without a length.
  private var pathBoxes: [Box] = []
  private var segmentCounts: [Int] = []
  /// The box around every row.
  private var rowBoxes: [Box] = []

  /// Boxes some rows.
  init(_ rows: Range<Int>, of lines: LineColumn) {
    self.rows = rows
    firstPath = lines.rowStarts[rows.lowerBound]
    let paths = firstPath..<lines.rowStarts[rows.upperBound]
    let vertexCount =
      lines.paths.starts[paths.upperBound] - lines.paths.starts[paths.lowerBound]
    chunkBoxes.reserveCapacity(vertexCount / Self.chunkLength + paths.count)
    rowBoxes.reserveCapacity(rows.count)
    for row in rows {
      let firstChunk = chunkBoxes.count
      var rowBox = Box.empty
      for path in lines.pathIndices(of: row) {
        append(lines.paths.vertices(of: path), of: lines.paths)
        rowBox.formUnion(pathBoxes[pathBoxes.count - 1])
      }
      rowBoxes.append(rowBox)
      segmentCounts.append((chunkBoxes.count - firstChunk) * Self.chunkLength)
    }
  }

  private mutating func append(_ vertices: Range<Int>, of paths: PathSet) {
    var box = Box.empty
    var first = vertices.lowerBound
    while first + 1 < vertices.upperBound {
      let last = min(first + Self.chunkLength, vertices.upperBound - 1)
      let chunk = paths.box(ofVertices: first..<last + 1)
      chunkBoxes.append(chunk)
      box.formUnion(chunk)
      first = last
    }
    if box.minX == box.maxX && box.minY == box.maxY { box = .empty }
    pathBoxes.append(box)
    chunkStarts.append(chunkBoxes.count)
  }

  /// The box around a row.
  func box(ofRow row: Int) -> Box { rowBoxes[row - rows.lowerBound] }

  /// The box around a path; empty for a path that has no two different positions.
  func box(ofPath path: Int) -> Box { pathBoxes[path - firstPath] }

  /// About how many segments a row has.
  func segmentCount(ofRow row: Int) -> Int { segmentCounts[row - rows.lowerBound] }

  /// The chunks of a path, in `chunkBoxes`.
  func chunks(ofPath path: Int) -> Range<Int> {
    chunkStarts[path - firstPath]..<chunkStarts[path - firstPath + 1]
  }
}
