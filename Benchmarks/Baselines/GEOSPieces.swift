import GEOSBridge
import Geometry
import PROJBridge

/// The pieces of lines in ranges, as GEOS cuts them: all of them stay in memory, with the places
/// where lines pass boundaries.
struct GEOSPieces {
  /// All pieces so far.
  private var pieces = GeometryColumn()
  /// All places so far where a line passes the boundary of a range.
  private var crossings: [Position] = []
  /// Where pieces of the line at hand end in its interior.
  private var ends: [Position] = []
  private var length = 0.0
  private var lineStart = Position(.nan, .nan)
  private var lineEnd = Position(.nan, .nan)

  /// Turns to one line, of one path, and one range.
  mutating func start(line: Int, of lines: LineColumn) {
    let vertices = lines.paths.vertices(of: lines.pathIndices(of: line).lowerBound)
    lineStart = lines.paths.position(at: vertices.lowerBound)
    lineEnd = lines.paths.position(at: vertices.upperBound - 1)
    ends.removeAll(keepingCapacity: true)
    length = 0
  }

  /// Adds the lines among the parts of an intersection.
  mutating func add(_ intersection: borrowing GEOSHandle) throws {
    let first = pieces.lines.paths.count
    try pieces.append(intersection, only: .line)
    for path in first..<pieces.lines.paths.count {
      length += pieces.lines.paths.withPath(at: path) { Geodesic.wgs84.length(of: $0) }
      let vertices = pieces.lines.paths.vertices(of: path)
      add(end: pieces.lines.paths.position(at: vertices.lowerBound))
      add(end: pieces.lines.paths.position(at: vertices.upperBound - 1))
    }
  }

  /// Adds an end of a piece; two that meet at the edge of a tile are no end.
  private mutating func add(end: Position) {
    if end == lineStart || end == lineEnd { return }
    // Both tiles round the place where the line leaves the one and enters the other.
    let known = ends.firstIndex { abs($0.x - end.x) < 1e-11 && abs($0.y - end.y) < 1e-11 }
    if let known { ends.remove(at: known) } else { ends.append(end) }
  }

  /// Returns what the line at hand has in its range.
  mutating func finish() -> (length: Double, crossings: Int) {
    crossings += ends
    return (length, ends.count)
  }
}

/// The length of one line on the ellipsoid, measured when it is first asked for.
struct LazyLength {
  private var value: Double?

  /// Returns the length of a row, the same on every call.
  mutating func callAsFunction(_ row: Int, _ lines: LineColumn) -> Double {
    if let value { return value }
    let length = Geodesic.wgs84.length(ofRow: row, of: lines)
    value = length
    return length
  }
}
