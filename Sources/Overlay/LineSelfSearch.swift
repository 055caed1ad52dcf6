import Geometry

/// Finds the segments of every line that meet others of the same line, each pair once, the one that
/// comes first in front.
///
/// Segments that follow each other always share a vertex; they are found only where the path turns
/// back on itself.
struct LineSelfSearch: Sendable {
  private let index: LineIndex
  /// The end of the chunks of every row.
  private let ends: [Int]

  /// Searches lines that are indexed in their own order, or a single row in any.
  init(_ index: LineIndex) {
    self.index = index
    var ends = Array(repeating: 0, count: index.lines.count)
    for (chunk, next) in zip(index.chunks, 1...) { ends[Int(index.rows[chunk.path])] = next }
    self.ends = ends
  }

  /// Finds what some chunks share with themselves and with chunks of their lines that the index holds
  /// behind them.
  func findings(amongChunks chunks: Range<Int>) throws -> LineFindings {
    var findings = LineFindings()
    var candidates: [Int] = []
    var pulse = Pulse()
    for number in chunks {
      let chunk = index.chunks[number]
      let row = Int(index.rows[chunk.path])
      compareSegments(of: chunk, in: row, &findings)
      candidates.removeAll(keepingCapacity: true)
      let box = index.box(ofChunk: number)
      index.collect(meeting: box, among: number + 1..<ends[row], into: &candidates)
      for candidate in candidates {
        try pulse.beat()
        let (other, otherBox) = (index.chunks[candidate], index.box(ofChunk: candidate))
        if chunk.start < other.start {
          compare(chunk, box, other, otherBox, row, &findings)
        } else {
          compare(other, otherBox, chunk, box, row, &findings)
        }
      }
      try pulse.beat()
    }
    findings.sortCrossings()
    return findings
  }

  private func compareSegments(of chunk: LineChunk, in row: Int, _ findings: inout LineFindings) {
    guard !isMonotone(chunk) else { return }
    for segment in chunk.start..<chunk.end {
      for later in segment + 1..<max(chunk.end, segment + 1) {
        compare(chunk, segment, chunk, later, row, &findings)
      }
    }
  }

  /// Whether a chunk always runs to the same side, east or west, north or south, and so meets itself
  /// nowhere.
  private func isMonotone(_ chunk: LineChunk) -> Bool {
    let xy = index.lines.paths.xy.span
    var (east, west, north, south) = (true, true, true, true)
    for segment in chunk.start..<chunk.end {
      let (dx, dy) = (
        xy[2 * segment + 2] - xy[2 * segment], xy[2 * segment + 3] - xy[2 * segment + 1]
      )
      east = east && dx > 0
      west = west && dx < 0
      north = north && dy > 0
      south = south && dy < 0
    }
    return east || west || north || south
  }

  private func compare(
    _ chunk: LineChunk, _ box: Box, _ other: LineChunk, _ otherBox: Box, _ row: Int,
    _ findings: inout LineFindings
  ) {
    let xy = index.lines.paths.xy.span
    for segment in chunk.start..<chunk.end where segmentBox(segment, xy).meets(otherBox) {
      let own = segmentBox(segment, xy)
      for later in other.start..<other.end where segmentBox(later, xy).meets(own) {
        compare(chunk, segment, other, later, row, &findings)
      }
    }
  }

  @inline(__always)
  private func segmentBox(_ segment: Int, _ xy: Span<Double>) -> Box {
    Box(
      around: Position(xy[2 * segment], xy[2 * segment + 1]),
      Position(xy[2 * segment + 2], xy[2 * segment + 3]))
  }

  private func compare(
    _ chunk: LineChunk, _ segment: Int, _ other: LineChunk, _ later: Int, _ row: Int,
    _ findings: inout LineFindings
  ) {
    let paths = index.lines.paths
    let (a, b) = (paths.position(at: segment), paths.position(at: segment + 1))
    let (c, d) = (paths.position(at: later), paths.position(at: later + 1))
    guard a != b && c != d else { return }
    if later == segment + 1 && other.path == chunk.path {
      guard pointsAlike(b, a, d) && orientation(a, b, d) == 0 else { return }
    } else {
      switch meeting(a, b, c, d) {
      case .apart: return
      case .touch, .overlap: break
      case .crossing:
        let toRight = orientation(c, d, a) > 0
        findings.addCrossing(row, segment, a, b, with: row, later, c, d, toRight: toRight)
        return
      }
    }
    findings.add(
      SegmentPair(
        path: chunk.path, otherPath: other.path, row: row, otherRow: row, segment: segment,
        otherSegment: later))
  }
}
