import Geometry

/// The chainage of consecutive rows of a column.
struct ChainageStrip: Sendable {
  /// The first vertex of the first row.
  let firstVertex: Int
  /// The chainage of every vertex.
  private(set) var values: [Double] = []
  /// The length of every row.
  private(set) var lengths: [Double] = []

  /// Starts before a row, with nothing measured.
  init(startingAt row: Int, of lines: LineColumn) {
    firstVertex = lines.paths.starts[lines.rowStarts[row]]
  }

  /// Measures some rows.
  ///
  /// - Throws: `CancellationError`, also in the middle of a long line.
  init(_ rows: Range<Int>, of lines: LineColumn, by measure: LengthMeasure) throws {
    self.init(startingAt: rows.lowerBound, of: lines)
    try append(rows, of: lines, by: measure) { try Task.checkCancellation() }
  }

  /// Measures rows that follow those measured so far; asks `check` every now and then.
  mutating func append<Failure: Error>(
    _ rows: Range<Int>, of lines: LineColumn, by measure: LengthMeasure,
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    let paths = lines.paths
    values.reserveCapacity(paths.starts[lines.rowStarts[rows.upperBound]] - firstVertex)
    for row in rows {
      var length = 0.0
      for path in lines.pathIndices(of: row) {
        let vertices = paths.vertices(of: path)
        guard !vertices.isEmpty else { continue }
        values.append(length)
        for first in stride(from: vertices.lowerBound, to: vertices.upperBound - 1, by: 4096) {
          try check()
          let block = first..<min(first + 4097, vertices.upperBound)
          length = measure.extend(paths, block, length, &values)
        }
      }
      lengths.append(length)
    }
  }
}
