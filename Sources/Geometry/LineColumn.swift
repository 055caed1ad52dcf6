/// Lines and multi-lines: row `i` owns the paths `rowStarts[i] ..< rowStarts[i + 1]`.
///
/// Consecutive paths of a row are separate: nothing connects the end of one to the start of the
/// next, and chainage runs on without a gap.
public struct LineColumn: Sendable, Equatable {
  /// The paths of all rows, end to end.
  public package(set) var paths = PathSet()
  /// The first path of every row, and behind the last row the end of it.
  public package(set) var rowStarts: [Int] = [0]

  /// Creates a column without rows.
  public init() {}

  /// Creates a column without rows, with room for as many of the same size as another has.
  init(roomLike other: LineColumn) {
    paths = PathSet(roomLike: other.paths)
    rowStarts.reserveCapacity(other.rowStarts.count)
  }

  /// Copies lines, each a list of paths.
  public init(_ rows: [[[Position]]]) {
    for row in rows {
      for path in row {
        for vertex in path { paths.append(x: vertex.x, y: vertex.y) }
        paths.endPath()
      }
      endRow()
    }
  }

  /// The number of rows.
  public var count: Int { rowStarts.count - 1 }

  /// Returns the paths of one row, as indices.
  public func pathIndices(of row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

  /// Returns the box around one row.
  public func box(of row: Int) -> Box { paths.box(of: pathIndices(of: row)) }

  /// Moves one vertex.
  public mutating func moveVertex(_ vertex: Int, to position: Position) {
    paths.moveVertex(vertex, to: position)
  }

  /// Ends the open row with the paths that were ended since the last one.
  package mutating func endRow() { rowStarts.append(paths.count) }

  /// Forgets what was appended since the last ended row.
  package mutating func abandonRow() { paths.removePaths(from: rowStarts[count]) }

  /// Appends the paths of a row of another column to the open row.
  package mutating func append(pathsOf row: Int, of other: LineColumn) {
    for path in other.pathIndices(of: row) {
      other.paths.withPath(at: path) { paths.append(interleaved: $0) }
      paths.endPath()
    }
  }
}
