import GEOSBridge
import Geometry
import PROJBridge

/// The pieces of one line in one range, as GEOS cuts them: their length and where they end.
struct GEOSPieces {
  private(set) var length = 0.0
  /// Where pieces end in the interior of the line.
  private var ends: [Position] = []
  private let lineStart: Position
  private let lineEnd: Position

  /// Starts with no pieces of a line of one path.
  init(of line: Int, in lines: LineColumn) {
    let vertices = lines.paths.vertices(of: lines.pathIndices(of: line).lowerBound)
    lineStart = lines.paths.position(at: vertices.lowerBound)
    lineEnd = lines.paths.position(at: vertices.upperBound - 1)
  }

  /// Adds the lines among the parts of an intersection.
  mutating func add(_ intersection: borrowing GEOSHandle) throws {
    var column = GeometryColumn()
    try column.append(intersection, only: .line)
    let paths = column.lines.paths
    for path in 0..<paths.count {
      length += paths.withPath(at: path) { Geodesic.wgs84.length(of: $0) }
      let vertices = paths.vertices(of: path)
      add(end: paths.position(at: vertices.lowerBound))
      add(end: paths.position(at: vertices.upperBound - 1))
    }
  }

  /// Adds an end of a piece; two that meet at the edge of a tile are no end.
  private mutating func add(end: Position) {
    if end == lineStart || end == lineEnd { return }
    // Both tiles round the place where the line leaves the one and enters the other.
    let known = ends.firstIndex { abs($0.x - end.x) < 1e-11 && abs($0.y - end.y) < 1e-11 }
    if let known { ends.remove(at: known) } else { ends.append(end) }
  }

  /// The places where the line passes the boundary of the range.
  var crossings: Int { ends.count }
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
