public import Geometry
internal import Overlay
internal import Permeability

/// Ends of lines that stop short of another line of their family, and lines with those gaps closed.
///
/// Where a source was simplified or cut into tiles, a road no longer reaches the road that it branches
/// off: it stops some metres before it, or behind it. Patches leak there. An end is carried on to the
/// nearest place of a line of its family within the tolerance: to the vertex, where that is nearest, and
/// otherwise a metre beyond the line, so that both certainly meet. Ends that meet a line of their family
/// already stay as they are.
///
/// A gap in a real fence is no flaw of the source. Nothing is closed unless it is asked for.
public struct GapBridges: Sendable {
  /// The lines, with one more vertex at every end that was carried on.
  public private(set) var lines = LineColumn()
  /// How many ends were carried on.
  public private(set) var count = 0

  /// Closes gaps.
  ///
  /// - Parameters:
  ///   - lines: Lines in longitude and latitude.
  ///   - families: What every line is: only ends of one family are joined.
  ///   - tolerance: The widest gap that is closed, in metres, above 0.
  /// - Complexity: O(*n* log *n*) in the number of segments.
  public init<Family: Hashable>(_ lines: LineColumn, families: [Family], tolerance: Double) {
    precondition(families.count == lines.count, "there must be a family for every line")
    precondition(tolerance > 0 && tolerance.isFinite, "a tolerance is a number above 0")
    let search = GapSearch(lines, families: families, tolerance: tolerance)
    var joined: Set<Joint> = []
    for row in 0..<lines.count {
      for path in lines.pathIndices(of: row) {
        let vertices = lines.paths.vertices(of: path)
        let isOpen =
          vertices.count > 1
          && lines.paths.position(at: vertices.lowerBound)
            != lines.paths.position(at: vertices.upperBound - 1)
        let before = isOpen ? search.bridge(atStart: true, ofPath: path, row) : nil
        let behind = isOpen ? search.bridge(atStart: false, ofPath: path, row) : nil
        append(before, &joined)
        lines.paths.withPath(at: path) { self.lines.paths.append(interleaved: $0) }
        append(behind, &joined)
        self.lines.paths.endPath()
      }
      self.lines.endRow()
    }
  }

  /// Two ends that meet: the second one need not come to the first as well.
  private struct Joint: Hashable {
    let from: Position
    let to: Position
  }

  private mutating func append(_ bridge: Bridge?, _ joined: inout Set<Joint>) {
    guard let bridge, !joined.contains(Joint(from: bridge.to, to: bridge.end)) else { return }
    joined.insert(Joint(from: bridge.end, to: bridge.to))
    lines.paths.append(x: bridge.to.x, y: bridge.to.y)
    count += 1
  }
}

/// Where an end is to be carried.
private struct Bridge {
  let end: Position
  let to: Position
}

/// Finds what ends of lines come near to.
private struct GapSearch<Family: Hashable> {
  /// How far beyond a line an end is carried, in metres.
  private static var excess: Double { 1 }
  /// The number of segments that are looked at together.
  private static var runLength: Int { 8 }

  private let lines: LineColumn
  private let families: [Family]
  private let tolerance: Double
  private let rows: [Int32]
  private let runs: [(path: Int, segments: Range<Int>)]
  private let index: PackedIndex

  init(_ lines: LineColumn, families: [Family], tolerance: Double) {
    (self.lines, self.families, self.tolerance) = (lines, families, tolerance)
    rows = lines.rowsOfPaths()
    let runs = (0..<lines.paths.count).flatMap { path in
      let vertices = lines.paths.vertices(of: path)
      return stride(from: vertices.lowerBound, to: vertices.upperBound - 1, by: Self.runLength).map
      {
        (path: path, segments: $0..<min($0 + Self.runLength, vertices.upperBound - 1))
      }
    }
    self.runs = runs
    index = PackedIndex(
      runs.map { run in
        lines.paths.box(ofVertices: run.segments.lowerBound..<run.segments.upperBound + 1)
      })
  }

  /// Where one end of a path is to be carried; nil where it meets something, or nothing is near.
  func bridge(atStart: Bool, ofPath path: Int, _ row: Int) -> Bridge? {
    let vertices = lines.paths.vertices(of: path)
    let end = lines.paths.position(at: atStart ? vertices.lowerBound : vertices.upperBound - 1)
    let frame = LocalFrame(latitude: end.y)
    let own = ownReach(of: vertices, atStart: atStart, frame)
    var nearest: (square: Double, to: Position)?
    for item in index.items(meeting: Box(around: end, end).grown(byMetres: tolerance)) {
      let run = runs[item]
      guard families[Int(rows[run.path])] == families[row] else { continue }
      for segment in run.segments where run.path != path || !own.contains(segment) {
        let (a, b) = (lines.paths.position(at: segment), lines.paths.position(at: segment + 1))
        let side = orientation(a, b, end)
        guard let (square, to) = goal(of: end, a, b, side: side, frame) else { continue }
        if side == 0 && isBetween(end, a, b) { return nil }
        if square < nearest?.square ?? (tolerance * tolerance) { nearest = (square, to) }
      }
    }
    return nearest.map { Bridge(end: end, to: $0.to) }
  }

  /// The segments of a path that are near its end because they lead there.
  private func ownReach(of vertices: Range<Int>, atStart: Bool, _ frame: LocalFrame) -> Range<Int> {
    var way = 0.0
    var vertex = atStart ? vertices.lowerBound : vertices.upperBound - 1
    let last = atStart ? vertices.upperBound - 1 : vertices.lowerBound
    while vertex != last && way <= 4 * tolerance {
      let next = vertex + (atStart ? 1 : -1)
      let (a, b) = (lines.paths.position(at: vertex), lines.paths.position(at: next))
      let step = frame.way(from: SIMD2(a.x, a.y), to: SIMD2(b.x, b.y))
      way += (step * step).sum().squareRoot()
      vertex = next
    }
    return atStart ? vertices.lowerBound..<vertex : vertex..<vertices.upperBound
  }

  /// How far an end is from a segment, squared in m², and where it is to be carried; nil for a
  /// segment without length.
  private func goal(
    of end: Position, _ a: Position, _ b: Position, side: Int, _ frame: LocalFrame
  ) -> (square: Double, to: Position)? {
    guard let (share, way) = frame.nearest(to: end, from: a, to: b) else { return nil }
    let along = frame.way(from: SIMD2(a.x, a.y), to: SIMD2(b.x, b.y))
    let square = (way * way).sum()
    let length = (along * along).sum().squareRoot()
    // At an end of the segment its vertex is the place to meet.
    if share * length <= 1 { return (square, a) }
    if (1 - share) * length <= 1 { return (square, b) }
    let foot = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
    let left = SIMD2(-along.y, along.x) / length
    let step = (side > 0 ? -left : left) * Self.excess / frame.scale
    return (square, Position(foot.x + step.x, foot.y + step.y))
  }
}
