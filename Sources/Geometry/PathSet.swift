/// Many runs of vertices, end to end in one flat buffer: the lowest level of every column.
///
/// Path `i` owns the vertices `starts[i] ..< starts[i + 1]`; vertex `v` has the ordinates
/// `xy[2 * v]` and `xy[2 * v + 1]`. Vertices may be appended before their path is ended: they form
/// the open path, which is not counted yet.
public struct PathSet: Sendable, Equatable {
  /// The ordinates of all vertices: x, y, x, y, …
  public private(set) var xy: [Double] = []
  /// The first vertex of every path, and behind the last path the end of it.
  public private(set) var starts: [Int] = [0]

  /// Creates a set without paths.
  public init() {}

  /// Creates a set without paths, with room for as many of the same size as another has.
  init(roomLike other: PathSet) {
    xy.reserveCapacity(other.xy.count)
    starts.reserveCapacity(other.starts.count)
  }

  /// The number of ended paths.
  @inlinable
  public var count: Int { starts.count - 1 }

  /// The number of vertices, those of the open path included.
  @inlinable
  public var vertexCount: Int { xy.count / 2 }

  /// The number of vertices of the open path.
  @inlinable
  public var openCount: Int { vertexCount - starts[count] }

  /// Returns the vertices of one path, as indices.
  @inlinable
  public func vertices(of path: Int) -> Range<Int> { starts[path]..<starts[path + 1] }

  /// Returns the path that owns a vertex.
  package func path(ofVertex vertex: Int) -> Int {
    starts.partitionIndex { $0 > vertex } - 1
  }

  /// Returns one vertex.
  @inlinable
  public func position(at vertex: Int) -> Position { Position(xy[2 * vertex], xy[2 * vertex + 1]) }

  /// Returns the vertices of one path as a copy, for tests and small work.
  public func positions(of path: Int) -> [Position] { vertices(of: path).map(position(at:)) }

  /// Calls `body` with the interleaved ordinates of one path, without copying them.
  @inlinable
  public func withPath<Result: ~Copyable, Failure: Error>(
    at path: Int, _ body: (_ xy: Span<Double>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(xy.span.extracting((2 * starts[path])..<(2 * starts[path + 1])))
  }

  /// Returns the smallest box around some paths; empty for no vertices.
  public func box(of paths: Range<Int>) -> Box {
    box(ofVertices: starts[paths.lowerBound]..<starts[paths.upperBound])
  }

  /// Returns the smallest box around some vertices; empty for none.
  @inlinable
  public func box(ofVertices vertices: Range<Int>) -> Box {
    var least = SIMD2<Double>(repeating: .infinity)
    var greatest = -least
    for vertex in vertices {
      let position = SIMD2(xy[2 * vertex], xy[2 * vertex + 1])
      least.replace(with: position, where: position .< least)
      greatest.replace(with: position, where: position .> greatest)
    }
    return Box(minX: least.x, minY: least.y, maxX: greatest.x, maxY: greatest.y)
  }

  /// Makes room for more vertices; at least doubles the memory when it grows, so that many small
  /// reservations cost no more than one large one.
  public mutating func reserve(vertices: Int) {
    let needed = xy.count + 2 * vertices
    if needed > xy.capacity { xy.reserveCapacity(max(needed, 2 * xy.capacity)) }
  }

  /// Appends a vertex to the open path.
  @inlinable
  public mutating func append(x: Double, y: Double) {
    append(ordinate: x)
    append(ordinate: y)
  }

  @usableFromInline
  mutating func append(ordinate: Double) { xy.append(ordinate) }

  /// Appends interleaved ordinates to the open path.
  public mutating func append(interleaved: Span<Double>) {
    unsafe interleaved.withUnsafeBufferPointer { unsafe xy.append(contentsOf: $0) }
  }

  /// Appends interleaved ordinates, given as their bytes in little-endian order, to the open path.
  mutating func append(littleEndian bytes: RawSpan) {
    let count = bytes.byteCount / 8
    reserve(vertices: count / 2)
    xy.append(addingCapacity: count) { output in
      for index in 0..<count {
        let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
        output.append(Double(bitPattern: UInt64(littleEndian: word)))
      }
    }
  }

  /// Forgets the last vertex of the open path.
  mutating func removeLastVertex() { xy.removeLast(2) }

  /// Ends the open path, which may be empty.
  public mutating func endPath() { starts.append(vertexCount) }

  /// Forgets the open path and every ended path from `count` on.
  public mutating func removePaths(from count: Int) {
    xy.removeLast(xy.count - 2 * starts[count])
    starts.removeLast(starts.count - 1 - count)
  }

  /// Moves one vertex.
  public mutating func moveVertex(_ vertex: Int, to position: Position) {
    xy[2 * vertex] = position.x
    xy[2 * vertex + 1] = position.y
  }
}
