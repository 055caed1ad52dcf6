internal import Formats
internal import Overlay

/// Takes in what comes of the lines, batch by batch in their order: sums, counts, rows to write.
///
/// `@unchecked Sendable`: it is used by one step of a ``Pipeline`` after the other, never by two at
/// once, and by nobody else until the pipeline has ended.
final class OverlaySink: @unchecked Sendable {
  private(set) var summary: Summary
  private(set) var counts: OverlayCounts
  private(set) var repeats: RepeatTally?
  private let polygonGroups: [Int]
  private let outputs: Outputs<OverlayTable>
  private let progress: Progress

  /// Starts with what is counted already; `repeats` is nil where repetitions count again.
  init(
    polygonGroups: [Int], counts: OverlayCounts, repeats: RepeatTally?,
    outputs: Outputs<OverlayTable>, progress: Progress
  ) {
    summary = Summary(polygonGroups: polygonGroups)
    self.polygonGroups = polygonGroups
    self.counts = counts
    self.repeats = repeats
    self.outputs = outputs
    self.progress = progress
  }

  /// Takes in the next batch.
  func take(_ batch: BatchCutter.Product) async throws {
    var batch = batch
    for (table, first) in [
      (OverlayTable.pieces, counts.pieces), (.crossings, counts.crossings),
      (.summary, counts.meetings),
    ] {
      guard var rows = batch.rows[table] else { continue }
      for row in 0..<rows.count { rows.ids.append(Int64(first + row + 1)) }
      try outputs.append(rows, to: table)
    }
    if let prints = batch.prints, let hidden = try await repeats?.add(batch, prints) {
      batch.totals.hide(
        hidden, batch.cuts, of: batch.column, polygonGroups: polygonGroups)
    }
    summary.add(batch.totals, lineGroups: batch.lines.groups)
    counts.add(batch.counts)
    progress.update(fraction: batch.progress, count: counts.lines)
  }

  /// Ends the search for repetitions.
  func finish() async throws { try await repeats?.finish(lineCount: counts.lines) }
}
