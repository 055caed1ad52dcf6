import Geometry

/// A few consecutive segments of one path: what an index of lines holds, and what is asked of it.
///
/// A segment is named by its first vertex. Repeated vertices are segments without a length; they
/// count here and are passed over where segments are compared.
struct LineChunk: Sendable {
  /// The greatest number of segments in a chunk.
  static let length = 16

  /// The path to which the segments belong.
  let path: Int
  /// The first segment.
  let start: Int
  /// The end of the segments: the last vertex.
  let end: Int

  /// The box around the segments.
  @inline(__always)
  func box(in paths: PathSet) -> Box { paths.box(ofVertices: start..<end + 1) }
}

extension PathSet {
  /// Calls `body` with the chunks of the segments among some vertices, in order; where a path is
  /// divided does not depend on the range, which need not begin or end with a path.
  func forEachLineChunk<Failure: Error>(
    among vertices: Range<Int>, _ body: (LineChunk) throws(Failure) -> Void
  ) throws(Failure) {
    guard !vertices.isEmpty else { return }
    var path = self.path(ofVertex: vertices.lowerBound)
    while path < count && starts[path] < vertices.upperBound {
      let own = self.vertices(of: path)
      // The first chunk of the path that starts among the vertices.
      let skipped = max(vertices.lowerBound - own.lowerBound, 0) + LineChunk.length - 1
      var start = own.lowerBound + skipped / LineChunk.length * LineChunk.length
      while start < min(vertices.upperBound, own.upperBound - 1) {
        let end = min(start + LineChunk.length, own.upperBound - 1)
        try body(LineChunk(path: path, start: start, end: end))
        start = end
      }
      path += 1
    }
  }
}
