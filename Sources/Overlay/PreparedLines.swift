import Geometry

/// The segments of many lines, indexed together.
struct PreparedLines: Sendable {
  private static let runLength = 8

  let lines: LineColumn
  /// The row that owns each path.
  private var rows: [Int] = []
  private var runs: [(path: Int, vertices: Range<Int>)] = []
  private let index: PackedIndex

  init(_ lines: LineColumn) {
    self.lines = lines
    for row in 0..<lines.count {
      for path in lines.pathIndices(of: row) {
        rows.append(row)
        let vertices = lines.paths.vertices(of: path)
        guard vertices.count > 1 else { continue }
        for first in stride(
          from: vertices.lowerBound, to: vertices.upperBound - 1, by: Self.runLength)
        {
          runs.append((path, first..<min(first + Self.runLength, vertices.upperBound - 1)))
        }
      }
    }
    index = PackedIndex(
      runs.map { run in
        var box = Box.empty
        for vertex in run.vertices.lowerBound...run.vertices.upperBound {
          let position = lines.paths.position(at: vertex)
          box.formUnion(x: position.x, y: position.y)
        }
        return box
      })
  }

  /// Returns the row that owns a path.
  func row(ofPath path: Int) -> Int { rows[path] }

  /// Calls `body` with every segment that has a length and whose box meets `box`.
  func forEachSegment(
    meeting box: Box, _ body: (_ path: Int, _ vertex: Int, _ c: Position, _ d: Position) -> Void
  ) {
    var found: [Int] = []
    index.collect(meeting: box, into: &found)
    for item in found {
      let (path, vertices) = runs[item]
      var c = lines.paths.position(at: vertices.lowerBound)
      for vertex in vertices {
        let d = lines.paths.position(at: vertex + 1)
        if c != d && Box(around: c, d).meets(box) { body(path, vertex, c, d) }
        c = d
      }
    }
  }
}
