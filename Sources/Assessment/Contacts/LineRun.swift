internal import Geometry

/// A few consecutive segments of a line, with the box around them.
struct LineRun: Sendable {
  /// So many segments make a run.
  static let length = 64

  /// The row of the line.
  let row: Int
  /// The first vertices of its segments.
  let segments: Range<Int>
  /// The box around them.
  let box: Box
}

extension LineColumn {
  /// The runs of all lines, line by line, along them.
  var runs: [LineRun] {
    (0..<count).flatMap { row in
      pathIndices(of: row).flatMap { path in
        let segments = paths.vertices(of: path).dropLast()
        return stride(from: segments.startIndex, to: segments.endIndex, by: LineRun.length)
          .map { first in
            let run = first..<min(first + LineRun.length, segments.endIndex)
            let box = paths.box(ofVertices: run.lowerBound..<run.upperBound + 1)
            return LineRun(row: row, segments: run, box: box)
          }
      }
    }
  }
}
