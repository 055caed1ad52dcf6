import Geometry

/// Consecutive rows of a line column, boxed and measured in one pass, for all polygons to share.
///
/// Boxes and chainages are kept for chunks of segments, not for every vertex: what lies between is
/// added up again when it is asked for, in the same order and so with the same bits.
final class LineStrip: Sendable {
  /// So many consecutive segments of a path make a chunk.
  static let chunkLength = 16

  /// The rows.
  let rows: Range<Int>
  /// The paths of the rows.
  let paths: Range<Int>
  /// The length of every row.
  let lengths: [Double]
  /// The boxes around the chunks of all paths, end to end.
  let chunkBoxes: [Box]
  /// Where the vertices of all paths are.
  let vertices: PathSet
  /// How lengths are measured.
  let measure: LengthMeasure
  /// The first chunk of every path, and behind the last the end.
  private let chunkStarts: [Int]
  /// The chainage at the start of every chunk and at the end of every path.
  private let marks: [Double]
  /// The box around every path; empty for a path without a length.
  private let pathBoxes: [Box]
  /// The box around every row.
  private let rowBoxes: [Box]

  /// Boxes and measures some rows; asks `check` every now and then.
  init<Failure: Error>(
    _ rows: Range<Int>, of lines: LineColumn, by measure: LengthMeasure,
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    let survey = try LineSurvey(rows, of: lines, by: measure, check: check)
    self.rows = rows
    self.measure = measure
    paths = lines.rowStarts[rows.lowerBound]..<lines.rowStarts[rows.upperBound]
    vertices = lines.paths
    lengths = survey.lengths
    chunkBoxes = survey.chunkBoxes
    chunkStarts = survey.chunkStarts
    marks = survey.marks
    pathBoxes = survey.pathBoxes
    rowBoxes = survey.rowBoxes
  }

  /// The box around a row.
  func box(ofRow row: Int) -> Box { rowBoxes[row - rows.lowerBound] }

  /// The box around a path; empty for a path that has no two different positions.
  func box(ofPath path: Int) -> Box { pathBoxes[path - paths.lowerBound] }

  /// The chunks of a path, in `chunkBoxes`.
  func chunks(ofPath path: Int) -> Range<Int> {
    chunkStarts[path - paths.lowerBound]..<chunkStarts[path - paths.lowerBound + 1]
  }

  /// The chainage of a vertex.
  func chainage(ofVertex vertex: Int, onPath path: Int) -> Double {
    let number = path - paths.lowerBound
    let range = vertices.vertices(of: path)
    if vertex == range.upperBound - 1 { return marks[chunkStarts[number + 1] + number] }
    let chunk = (vertex - range.lowerBound) / Self.chunkLength
    let first = range.lowerBound + chunk * Self.chunkLength
    let mark = marks[chunkStarts[number] + number + chunk]
    if first == vertex { return mark }
    return measure.advance(
      vertices, first..<vertex + 1, chunkBoxes[chunkStarts[number] + chunk], mark)
  }
}

/// What a strip holds, while it is being found out.
private struct LineSurvey {
  private(set) var lengths: [Double] = []
  private(set) var chunkBoxes: [Box] = []
  private(set) var chunkStarts: [Int] = [0]
  private(set) var marks: [Double] = []
  private(set) var pathBoxes: [Box] = []
  private(set) var rowBoxes: [Box] = []

  init<Failure: Error>(
    _ rows: Range<Int>, of lines: LineColumn, by measure: LengthMeasure,
    check: () throws(Failure) -> Void
  ) throws(Failure) {
    reserve(rows.count, lines.rowStarts[rows.lowerBound]..<lines.rowStarts[rows.upperBound], lines)
    for row in rows {
      var (box, length) = (Box.empty, 0.0)
      for path in lines.pathIndices(of: row) {
        try append(path, of: lines.paths, measure, &length, check)
        box.formUnion(pathBoxes[pathBoxes.count - 1])
      }
      rowBoxes.append(box)
      lengths.append(length)
    }
  }

  private mutating func reserve(_ rowCount: Int, _ paths: Range<Int>, _ lines: LineColumn) {
    let starts = lines.paths.starts
    let chunkCount =
      (starts[paths.upperBound] - starts[paths.lowerBound]) / LineStrip.chunkLength + paths.count
    chunkBoxes.reserveCapacity(chunkCount)
    marks.reserveCapacity(chunkCount + paths.count)
    chunkStarts.reserveCapacity(paths.count + 1)
    pathBoxes.reserveCapacity(paths.count)
    rowBoxes.reserveCapacity(rowCount)
    lengths.reserveCapacity(rowCount)
  }

  private mutating func append<Failure: Error>(
    _ path: Int, of paths: PathSet, _ measure: LengthMeasure, _ length: inout Double,
    _ check: () throws(Failure) -> Void
  ) throws(Failure) {
    let vertices = paths.vertices(of: path)
    var box = Box.empty
    var first = vertices.lowerBound
    while first + 1 < vertices.upperBound {
      if chunkBoxes.count % 256 == 0 { try check() }
      let chunk = first..<min(first + LineStrip.chunkLength + 1, vertices.upperBound)
      let chunkBox = paths.box(ofVertices: chunk)
      marks.append(length)
      length = measure.advance(paths, chunk, chunkBox, length)
      chunkBoxes.append(chunkBox)
      box.formUnion(chunkBox)
      first = chunk.upperBound - 1
    }
    marks.append(length)
    if box.minX == box.maxX && box.minY == box.maxY { box = .empty }
    pathBoxes.append(box)
    chunkStarts.append(chunkBoxes.count)
  }
}
