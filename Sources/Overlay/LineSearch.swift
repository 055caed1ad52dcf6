import Geometry

/// Finds the segments of lines that meet segments of an index.
///
/// A chunk of a line asks the index for chunks whose boxes meet its own. Of two chunks the one with
/// the larger box is walked: few of its segments meet the box of the other, and those are compared
/// with all segments of the other by their sides. Everything is decided by exact predicates.
struct LineSearch: Sendable {
  private let lines: LineColumn
  /// The row that owns each path.
  private let rows: [Int32]
  private let index: LineIndex

  init(_ lines: LineColumn, in index: LineIndex) {
    self.lines = lines
    rows = lines.rowsOfPaths()
    self.index = index
  }

  /// Finds what the chunks that start among some vertices share with the index; `isPair` says whether
  /// a row of the lines and one of the index are to be compared at all.
  func findings(
    among vertices: Range<Int>, where isPair: (Int, Int) -> Bool
  ) throws -> LineFindings {
    var findings = LineFindings()
    var candidates: [Int] = []
    var pulse = Pulse()
    let xy = lines.paths.xy.span
    try lines.paths.forEachLineChunk(among: vertices) { chunk in
      let box = chunk.box(in: lines.paths)
      candidates.removeAll(keepingCapacity: true)
      index.collect(meeting: box, into: &candidates)
      for candidate in candidates {
        try pulse.beat()
        let other = index.chunks[candidate]
        guard isPair(Int(rows[chunk.path]), Int(index.rows[other.path])) else { continue }
        let otherBox = index.box(ofChunk: candidate)
        if box.extent < otherBox.extent {
          compare(other, index.lines.paths.xy.span, chunk, xy, box) {
            add(chunk, $1, other, $0, isProper: $2, toRight: !$3, to: &findings)
          }
        } else {
          compare(chunk, xy, other, index.lines.paths.xy.span, otherBox) {
            add(chunk, $0, other, $1, isProper: $2, toRight: $3, to: &findings)
          }
        }
      }
    }
    findings.sortCrossings()
    return findings
  }

  private func add(
    _ chunk: LineChunk, _ segment: Int, _ other: LineChunk, _ otherSegment: Int, isProper: Bool,
    toRight: Bool, to findings: inout LineFindings
  ) {
    let (paths, others) = (lines.paths, index.lines.paths)
    let (row, otherRow) = (Int(rows[chunk.path]), Int(index.rows[other.path]))
    if isProper {
      findings.addCrossing(
        row, segment, paths.position(at: segment), paths.position(at: segment + 1),
        with: otherRow, otherSegment, others.position(at: otherSegment),
        others.position(at: otherSegment + 1), toRight: toRight)
    } else {
      findings.add(
        SegmentPair(
          path: chunk.path, otherPath: other.path, row: row, otherRow: otherRow, segment: segment,
          otherSegment: otherSegment))
    }
  }

  /// Calls `body` with all segments of two chunks that meet, the second one in `box`: with both
  /// segments, whether they cross in the interior of both, and if so, whether the first passes from
  /// the left of the second to its right.
  @inline(__always)
  private func compare(
    _ chunk: LineChunk, _ xy: Span<Double>, _ other: LineChunk, _ otherXY: Span<Double>,
    _ box: Box, _ body: (_ segment: Int, _ other: Int, _ isProper: Bool, _ toRight: Bool) -> Void
  ) {
    let (least, greatest) = (SIMD2(box.minX, box.minY), SIMD2(box.maxX, box.maxY))
    var end = SIMD2(xy[2 * chunk.start], xy[2 * chunk.start + 1])
    for segment in chunk.start..<chunk.end {
      let start = end
      end = SIMD2(xy[2 * segment + 2], xy[2 * segment + 3])
      let isFalling = end .< start
      let low = start.replacing(with: end, where: isFalling)
      let high = end.replacing(with: start, where: isFalling)
      guard all((low .<= greatest) .& (high .>= least)) else { continue }
      let (a, b) = (Position(start.x, start.y), Position(end.x, end.y))
      var d = Position(otherXY[2 * other.start], otherXY[2 * other.start + 1])
      var sideD = orientation(a, b, d)
      for otherSegment in other.start..<other.end {
        let (c, sideC) = (d, sideD)
        d = Position(otherXY[2 * otherSegment + 2], otherXY[2 * otherSegment + 3])
        sideD = orientation(a, b, d)
        guard sideC * sideD <= 0 else { continue }
        let (sideA, sideB) = (orientation(c, d, a), orientation(c, d, b))
        guard sideA * sideB <= 0 else { continue }
        if sideA * sideB * sideC * sideD != 0 {
          body(segment, otherSegment, true, sideA > 0)
        } else if a != b && c != d && Box(around: a, b).meets(Box(around: c, d)) {
          body(segment, otherSegment, false, false)
        }
      }
    }
  }
}

extension Box {
  /// The longer side.
  fileprivate var extent: Double { max(maxX - minX, maxY - minY) }
}
