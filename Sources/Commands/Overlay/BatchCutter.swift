internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Synchronization

/// Cuts one batch of lines and makes the rows of all outputs of it; batches do not know each other.
struct BatchCutter: Sendable {
  let overlay: PolygonOverlay
  let snapper: VertexSnapper?
  let polygons: NamedFeatures
  let idKinds: (line: Field.Kind, polygon: Field.Kind)
  /// The tables whose rows are wanted.
  let tables: Set<OverlayTable>
  let keepsRepeats: Bool
  /// What surely is not repeated, once that is known.
  let sieve = SharedSieve()

  /// Everything that one batch of lines comes to, but for what it repeats of earlier ones.
  struct Product: Sendable {
    let lines: NamedFeatures
    let column: LineColumn
    let cuts: Cuts
    var totals: LineTotals
    /// Nil where repetitions are not looked for.
    let prints: SegmentPrints?
    /// The rows of the outputs, without ids.
    let rows: [OverlayTable: FeatureBatch]
    let counts: OverlayCounts
    let progress: Double
  }

  /// Moves vertices of a batch onto those of polygons, where that is wanted.
  func snapped(_ lines: InputBatch, _ report: inout VertexSnapper.Report) -> LineColumn {
    var column = lines.features.geometry.lines
    snapper?.snap(&column, report: &report)
    return column
  }

  /// Fingerprints of the segments of a batch as it will be cut.
  func prints(of lines: InputBatch) -> SegmentPrints {
    var report = VertexSnapper.Report()
    return SegmentPrints(snapped(lines, &report), groups: lines.groups)
  }

  /// Cuts a batch.
  func cut(_ batch: InputFeed.Batch) async throws -> Product {
    let lines = NamedFeatures(ids: batch.features.ids, groups: batch.features.groups)
    var counts = OverlayCounts()
    let column = snapped(batch.features, &counts.snapping)
    let cuts = try await overlay.cut(column)
    counts.lines = column.count
    counts.lineExtent = batch.features.features.geometry.extent
    counts.add(cuts)
    return Product(
      lines: lines, column: column, cuts: cuts,
      totals: LineTotals(cuts, of: column, polygonGroups: polygons.groups),
      prints: keepsRepeats
        ? nil : SegmentPrints(column, groups: lines.groups, through: sieve.value),
      rows: rows(cuts, of: column, lines), counts: counts, progress: batch.progress)
  }

  /// A sieve that is found while batches are being cut; those cut without it come to the same.
  final class SharedSieve: Sendable {
    private let sieve = Mutex<SegmentSieve?>(nil)

    /// The sieve, or nil as long as there is none.
    var value: SegmentSieve? {
      get { sieve.withLock { $0 } }
      set { sieve.withLock { $0 = newValue } }
    }
  }

  private func rows(
    _ cuts: Cuts, of column: LineColumn, _ lines: NamedFeatures
  ) -> [OverlayTable: FeatureBatch] {
    let rows = OverlayRows(lines: lines, polygons: polygons, idKinds: idKinds)
    var result: [OverlayTable: FeatureBatch] = [:]
    for table in tables {
      switch table {
      case .pieces: result[table] = rows.pieces(cuts, of: column)
      case .crossings: result[table] = rows.crossings(cuts)
      case .summary: result[table] = rows.meetings(cuts)
      case .rejected: break
      }
    }
    return result
  }
}
