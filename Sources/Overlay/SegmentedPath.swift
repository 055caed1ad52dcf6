import Geometry

/// One path of a line as segments that have a length, in chunks with boxes.
///
/// Repeated vertices make no segment; the segments around them meet in the repeated position.
struct SegmentedPath {
  /// Consecutive segments and the box around them.
  struct Chunk {
    var segments: Range<Int>
    var box: Box
  }

  private static let chunkLength = 16

  private let paths: PathSet
  /// The first vertex of every segment.
  private var vertices: [Int] = []
  private(set) var chunks: [Chunk] = []
  /// The box around the path.
  private(set) var box = Box.empty
  /// Whether the path ends where it starts.
  let isClosed: Bool

  var segmentCount: Int { vertices.count }

  /// Divides one path; without segments when it has no two different positions.
  init(_ paths: PathSet, path: Int) {
    self.paths = paths
    let range = paths.vertices(of: path)
    for vertex in range.dropLast()
    where paths.position(at: vertex) != paths.position(at: vertex + 1) {
      vertices.append(vertex)
    }
    isClosed =
      range.count > 1
      && paths.position(at: range.lowerBound) == paths.position(at: range.upperBound - 1)
    for first in stride(from: 0, to: vertices.count, by: Self.chunkLength) {
      let segments = first..<min(first + Self.chunkLength, vertices.count)
      var box = Box.empty
      for segment in segments {
        let (a, b) = ends(ofSegment: segment)
        box.formUnion(Box(around: a, b))
      }
      chunks.append(Chunk(segments: segments, box: box))
      self.box.formUnion(box)
    }
  }

  /// The first vertex of a segment in the path set.
  func vertex(ofSegment segment: Int) -> Int { vertices[segment] }

  /// The positions between which a segment runs.
  func ends(ofSegment segment: Int) -> (Position, Position) {
    (paths.position(at: vertices[segment]), paths.position(at: vertices[segment] + 1))
  }

  /// One segment as a part of its line; it ends at the start of the next one.
  func part(ofSegment segment: Int) -> LinePart {
    let from = CutPosition(
      segment: vertices[segment], fraction: 0, position: ends(ofSegment: segment).0)
    if segment == segmentCount - 1 { return LinePart(from: from, to: end) }
    let to = CutPosition(
      segment: vertices[segment + 1], fraction: 0, position: ends(ofSegment: segment).1)
    return LinePart(from: from, to: to)
  }

  /// The start of the path.
  var start: CutPosition {
    CutPosition(segment: vertices[0], fraction: 0, position: paths.position(at: vertices[0]))
  }

  /// The end of the path.
  var end: CutPosition {
    let last = vertices[vertices.count - 1]
    return CutPosition(segment: last, fraction: 1, position: paths.position(at: last + 1))
  }
}
