import Geometry
import Overlay

/// What one batch of lines came to, with everything that stays in memory.
private struct BatchResult: Sendable {
  var number: Int
  var totals: RangeTotals
  var pieces: [Piece] = []
  var contacts: [Contact] = []
}

/// Our own contender: ranges are prepared, lines are cut, and everything is added up by range and
/// class. All pieces and crossings stay in memory unless they are let go batch by batch.
struct KulanOverlay {
  /// How a line on the boundary is counted.
  enum Reading {
    /// Lengths inside, and the places where lines pass in or out.
    case open
    /// As GEOS counts: lengths inside and on the boundary, and the ends of what both make up, where
    /// these are not ends of the line. The same as `open` where no line runs along a boundary.
    case closed
  }

  let ranges: PolygonColumn
  var reading = Reading.open
  var jobs = 1
  /// Whether pieces and crossings stay in memory to the end.
  var keepsPieces = true

  /// Cuts all lines with all ranges.
  func overlay(_ source: LineSource) async throws -> Findings {
    let overlay = try await PolygonOverlay(ranges, measuredBy: .geodesic, jobs: jobs)
    let feed = try LineFeed(source)
    // A file comes in small batches, for which it is best that every worker takes one at a time.
    let isFile = if case .file = source { true } else { false }
    let workers = isFile ? jobs : 1
    let jobsOfWorker = isFile ? 1 : jobs
    let parts = try await withThrowingTaskGroup(of: [BatchResult].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var parts: [BatchResult] = []
          while let (number, batch) = try await feed.next() {
            let cuts = try await overlay.cut(batch.lines, jobs: jobsOfWorker)
            var part = BatchResult(number: number, totals: tally(cuts, batch))
            if keepsPieces { (part.pieces, part.contacts) = (cuts.pieces, cuts.contacts) }
            parts.append(part)
          }
          return parts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    var totals = RangeTotals(ranges: ranges.count)
    for part in parts.sorted(by: { $0.number < $1.number }) { totals.add(part.totals) }
    return totals.findings
  }

  private func tally(_ cuts: Cuts, _ batch: LineBatch) -> RangeTotals {
    var totals = RangeTotals(ranges: ranges.count)
    switch reading {
    case .open:
      for meeting in cuts.meetings {
        totals.add(
          length: meeting.insideLength, crossings: meeting.crossings, toRange: meeting.polygon,
          class: batch.classes[meeting.line])
      }
    case .closed:
      for (place, piece) in cuts.pieces.enumerated() {
        let ends = [
          !isContinued(before: place, cuts, batch), !isContinued(behind: place, cuts, batch),
        ]
        totals.add(
          length: piece.length, crossings: ends.count { $0 }, toRange: piece.polygon,
          class: batch.classes[piece.line])
      }
    }
    return totals
  }

  /// Whether another piece ends where this one starts, or the line starts there.
  private func isContinued(before place: Int, _ cuts: Cuts, _ batch: LineBatch) -> Bool {
    let piece = cuts.pieces[place]
    if piece.fromChainage == 0 { return true }
    guard place > 0 else { return false }
    let previous = cuts.pieces[place - 1]
    return previous.line == piece.line && previous.polygon == piece.polygon
      && previous.to.position == piece.from.position
  }

  /// Whether another piece starts where this one ends, or the line ends there.
  private func isContinued(behind place: Int, _ cuts: Cuts, _ batch: LineBatch) -> Bool {
    let piece = cuts.pieces[place]
    let vertices = batch.lines.paths.vertices(
      of: batch.lines.pathIndices(of: piece.line).lowerBound)
    if piece.to.position == batch.lines.paths.position(at: vertices.upperBound - 1) { return true }
    guard place + 1 < cuts.pieces.count else { return false }
    let next = cuts.pieces[place + 1]
    return next.line == piece.line && next.polygon == piece.polygon
      && next.from.position == piece.to.position
  }
}
