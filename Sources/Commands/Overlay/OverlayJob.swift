internal import Formats
internal import Geometry
internal import Overlay

/// Does one overlay: polygons are read whole and prepared, lines pass by in batches.
struct OverlayJob {
  private let request: OverlayRequest
  private let console: Console
  private let table: OverlaySummaryTable
  private var lines: OverlaySideReader
  private var polygons: OverlaySideReader
  private var polygonNames = NamedFeatures(ids: [], groups: [])
  private let outputs: OverlayOutputs
  private var repeats = RepeatTally()
  private var counts = OverlayCounts()

  init(_ request: OverlayRequest, on console: Console) throws {
    self.request = request
    self.console = console
    table = OverlaySummaryTable(groupBy: request.groupBy)
    lines = try OverlaySideReader(request.lines, by: request.groupBy.columns(of: .lines))
    polygons = try OverlaySideReader(request.polygons, by: request.groupBy.columns(of: .polygons))
    outputs = OverlayOutputs(overwrite: request.overwrites, on: console)
  }

  /// Reads, cuts and writes.
  mutating func run() async throws -> OverlayResult {
    if request.isDryRun { return try dryResult() }
    do {
      try openOutputs()
      let column = try await readPolygons()
      let overlay = try await PolygonOverlay(column, measuredBy: .geodesic, jobs: request.jobs)
      var summary = Summary(polygonGroups: polygonNames.groups)
      try await cutLines(with: overlay, snapper: snapper(to: column), into: &summary)
      try finishOutputs(summary)
      return OverlayResult(
        records: lines.records + polygons.records, counts: counts, repeats: repeats,
        cover: summary.cover.sorted { $0.key < $1.key }.reduce(into: CoverTotals()) {
          $0 += $1.value
        },
        totals: totalsTable(summary), outputs: outputs.places, notes: outputs.notes, isDry: false)
    } catch {
      outputs.cancel()
      throw error
    }
  }

  /// Lines and polygons are opened by now: what is missing or misnamed has been said.
  private func dryResult() throws -> OverlayResult {
    for table in OverlayOutputs.Table.allCases { try request.places[table].map(outputs.check) }
    let places = request.places.mapValues(OverlayOutputs.spec)
    return OverlayResult(
      records: lines.records + polygons.records, counts: counts, repeats: repeats,
      cover: CoverTotals(), totals: TextTable([]), outputs: places, notes: [], isDry: true)
  }

  private var idKinds: (line: Field.Kind, polygon: Field.Kind) { (lines.idKind, polygons.idKind) }

  private func openOutputs() throws {
    let (line, polygon) = idKinds
    if let place = request.places[.pieces] {
      try outputs.add(
        .pieces, to: place, geometry: .lineString, fields: OverlayRows.pieceFields(line, polygon))
    }
    if let place = request.places[.crossings] {
      try outputs.add(
        .crossings, to: place, geometry: .point,
        fields: OverlayRows.crossingFields(line, polygon))
    }
    if let place = request.places[.summary], request.groupBy.isEmpty {
      try outputs.add(
        .summary, to: place, geometry: .none,
        fields: OverlaySummaryTable.pairFields(line, polygon))
    }
    if let place = request.places[.rejected] {
      try outputs.add(.rejected, to: place, geometry: .none, fields: OverlayRejected.fields)
    }
  }

  private mutating func readPolygons() async throws -> PolygonColumn {
    let progress = Progress("reading polygons", unit: "polygons", on: console)
    defer { progress.finish() }
    var all = GeometryColumn()
    while let batch = try await polygons.next() {
      for row in 0..<batch.features.count { all.append(row, of: batch.features.geometry) }
      counts.polygonExtent.formUnion(batch.features.geometry.extent)
      polygonNames.ids += batch.ids
      polygonNames.groups += batch.groups
      progress.update(fraction: polygons.progress, count: all.count)
    }
    counts.polygons = all.count
    // Without grouping every polygon is a group of its own in the printed totals.
    if request.groupBy.isEmpty { polygonNames.groups = Array(0..<all.count) }
    return all.polygons
  }

  private func snapper(to polygons: PolygonColumn) -> VertexSnapper? {
    // The rounding of both ordinates by half a step moves a vertex by at most √½ steps.
    let declared = lines.resolution * 0.7072 * VertexSnapper.metresPerDegree
    let tolerance = request.snap ?? declared
    return tolerance > 0 ? VertexSnapper(polygons, tolerance: tolerance) : nil
  }

  private mutating func cutLines(
    with overlay: PolygonOverlay, snapper: VertexSnapper?, into summary: inout Summary
  ) async throws {
    let progress = Progress("cutting lines", unit: "lines", on: console)
    defer { progress.finish() }
    while let batch = try await lines.next() {
      var column = batch.features.geometry.lines
      snapper?.snap(&column, report: &counts.snapping)
      let cuts = try await overlay.cut(column, jobs: request.jobs)
      try write(cuts, of: column, batch)
      let hidden =
        request.keepsRepeats
        ? [:] : repeats.add(column, groups: batch.groups, ids: batch.ids, cuts.chainage)
      summary.add(cuts, of: column, lineGroups: batch.groups, hiding: hidden)
      counts.lines += column.count
      counts.lineExtent.formUnion(batch.features.geometry.extent)
      counts.add(cuts)
      progress.update(fraction: lines.progress, count: counts.lines)
    }
  }

  private func write(_ cuts: Cuts, of column: LineColumn, _ batch: OverlayBatch) throws {
    let rows = OverlayRows(
      lines: NamedFeatures(ids: batch.ids, groups: batch.groups), polygons: polygonNames,
      idKinds: idKinds)
    if outputs.has(.pieces) {
      try outputs.append(
        rows.pieces(cuts, of: column, firstId: counts.pieces + 1), to: .pieces)
    }
    if outputs.has(.crossings) {
      try outputs.append(rows.crossings(cuts, firstId: counts.crossings + 1), to: .crossings)
    }
    if outputs.has(.summary) {
      try outputs.append(
        OverlaySummaryTable.rows(cuts, rows, firstId: counts.meetings + 1), to: .summary)
    }
  }

  private func finishOutputs(_ summary: Summary) throws {
    if let place = request.places[.summary], !request.groupBy.isEmpty {
      let batch = table.groupRows(summary, lines.groups, polygons.groups)
      try outputs.add(.summary, to: place, geometry: .none, fields: batch.columns.map(\.field))
      try outputs.append(batch, to: .summary)
    }
    let rejected = OverlayRejected.rows(lines.records + polygons.records)
    if rejected.count > 0, !outputs.has(.rejected), let path = outputs.geoPackage {
      try outputs.add(.rejected, to: path, geometry: .none, fields: OverlayRejected.fields)
    }
    try outputs.append(rejected, to: .rejected)
    try outputs.finish()
  }

  /// The totals for a reader: by the groups that were asked for, or by polygon.
  private func totalsTable(_ summary: Summary) -> TextTable {
    guard request.groupBy.isEmpty else {
      return TextTable(
        table.groupRows(summary, lines.groups, polygons.groups), keys: request.groupBy.keys.count)
    }
    let column = "polygon_id"
    let byPolygon = OverlaySummaryTable(
      groupBy: GroupBy(key: GroupBy.Key(side: .polygons, column: column)))
    let names = GroupTable(column: column, polygons.idKind, polygonNames.ids)
    return TextTable(byPolygon.groupRows(summary, lines.groups, names), keys: 1)
  }
}

extension GeometryColumn {
  /// The box around all rows.
  fileprivate var extent: Box {
    (0..<count).reduce(into: Box.empty) { $0.formUnion(box(of: $1)) }
  }
}
