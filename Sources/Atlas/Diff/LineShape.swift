internal import Geometry

/// A line as a set of paths: the same for lines of the same vertices, in whichever direction and order
/// their paths are.
struct LineShape: Hashable {
  private let paths: [[UInt64]]

  init(_ row: Int, of lines: LineColumn) {
    paths = lines.pathIndices(of: row).map { Self.vertices(of: $0, lines.paths) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The ordinates of a path in that of its two directions which comes first.
  private static func vertices(of path: Int, _ paths: PathSet) -> [UInt64] {
    let vertices = paths.vertices(of: path)
    func bits(_ vertex: Int) -> (UInt64, UInt64) {
      let position = paths.position(at: vertex)
      return (position.x.bitPattern, position.y.bitPattern)
    }
    let mirrored = { (vertex: Int) in vertices.lowerBound + vertices.upperBound - 1 - vertex }
    let first = vertices.first { bits($0) != bits(mirrored($0)) }
    let isForward = first.map { bits($0) < bits(mirrored($0)) } ?? true
    var ordinates: [UInt64] = []
    ordinates.reserveCapacity(2 * vertices.count)
    for vertex in vertices {
      let (x, y) = bits(isForward ? vertex : mirrored(vertex))
      ordinates.append(x)
      ordinates.append(y)
    }
    return ordinates
  }
}
