internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay

/// Does one overlay: polygons are read whole and prepared, lines pass by in batches.
struct OverlayJob {
  private let request: OverlayRequest
  private let console: Console
  private let table: OverlaySummaryTable
  private let lines: InputSideReader
  private var polygons: InputSideReader
  private var polygonNames = NamedFeatures(ids: [], groups: [])
  private let outputs: Outputs<OverlayTable>
  private var counts = OverlayCounts()

  init(_ request: OverlayRequest, on console: Console) throws {
    self.request = request
    self.console = console
    table = OverlaySummaryTable(groupBy: request.groupBy)
    lines = try InputSideReader(request.lines, by: request.groupBy.columns(of: .lines))
    polygons = try InputSideReader(request.polygons, by: request.groupBy.columns(of: .polygons))
    outputs = Outputs(overwrite: request.overwrites, on: console)
  }

  /// Reads, cuts and writes.
  mutating func run() async throws -> OverlayResult {
    if request.isDryRun { return try dryResult() }
    do {
      try openOutputs()
      let column = try await readPolygons()
      let overlay = try await PolygonOverlay(column, measuredBy: .geodesic, jobs: request.jobs)
      let lines = InputFeed(lines)
      let sink = try await cut(lines, with: overlay, snapper: snapper(to: column))
      let records = lines.records + polygons.records
      try finishOutputs(sink.summary, lines.groups, records)
      return OverlayResult(
        records: records, counts: sink.counts, repeats: sink.repeats,
        cover: sink.summary.cover.sorted { $0.key < $1.key }.reduce(into: CoverTotals()) {
          $0 += $1.value
        },
        totals: totalsTable(sink.summary, lines.groups), outputs: outputs.places,
        notes: outputs.notes + (sink.repeats?.notes ?? []), isDry: false)
    } catch {
      outputs.cancel()
      throw error
    }
  }

  /// Lines and polygons are opened by now: what is missing or misnamed has been said.
  private func dryResult() throws -> OverlayResult {
    for table in OverlayTable.allCases { try request.places[table].map(outputs.check) }
    let places = request.places.mapValues(SourceSpec.init(output:))
    return OverlayResult(
      records: lines.records + polygons.records, counts: counts, repeats: nil,
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
      try outputs.add(.rejected, to: place, geometry: .none, fields: InputRecord.rejectionFields)
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

  /// Lets the lines pass by: read, cut and taken in at the same time, batch by batch.
  private func cut(
    _ lines: InputFeed, with overlay: PolygonOverlay, snapper: VertexSnapper?
  ) async throws -> OverlaySink {
    let progress = Progress("cutting lines", unit: "lines", on: console)
    defer { progress.finish() }
    let cutter = BatchCutter(
      overlay: overlay, snapper: snapper, polygons: polygonNames, idKinds: idKinds,
      tables: Set(OverlayTable.allCases.filter(outputs.has)),
      keepsRepeats: request.keepsRepeats)
    let sink = OverlaySink(
      polygonGroups: polygonNames.groups, counts: counts,
      repeats: request.keepsRepeats ? nil : repeats(cutter), outputs: outputs, progress: progress)
    let pipeline = Pipeline {
      try await lines.next()
    } work: {
      try await cutter.cut($0)
    } take: {
      try await sink.take($0)
    }
    try await pipeline.run(jobs: request.jobs)
    try await sink.finish()
    return sink
  }

  private func repeats(_ cutter: BatchCutter) -> RepeatTally {
    let canReopen = request.lines.queries.allSatisfy { Datasets.canReopen($0.source.path) }
    let reading = RepeatReading(
      side: request.lines, columns: request.groupBy.columns(of: .lines), cutter: cutter,
      jobs: request.jobs, console: console)
    return RepeatTally(rereading: canReopen ? reading : nil, limits: request.repeatLimits)
  }

  private func finishOutputs(
    _ summary: Summary, _ lineGroups: GroupTable, _ records: [InputRecord]
  ) throws {
    if let place = request.places[.summary], !request.groupBy.isEmpty {
      let batch = table.groupRows(summary, lineGroups, polygons.groups)
      try outputs.add(.summary, to: place, geometry: .none, fields: batch.columns.map(\.field))
      try outputs.append(batch, to: .summary)
    }
    let rejected = RejectedRows.rows(records)
    if rejected.count > 0, !outputs.has(.rejected), let path = outputs.geoPackage {
      try outputs.add(.rejected, to: path, geometry: .none, fields: InputRecord.rejectionFields)
    }
    try outputs.append(rejected, to: .rejected)
    try outputs.finish()
  }

  /// The totals for a reader: by the groups that were asked for, or by polygon.
  private func totalsTable(_ summary: Summary, _ lineGroups: GroupTable) -> TextTable {
    guard request.groupBy.isEmpty else {
      return TextTable(
        table.groupRows(summary, lineGroups, polygons.groups), keys: request.groupBy.keys.count)
    }
    let column = "polygon_id"
    let byPolygon = OverlaySummaryTable(
      groupBy: GroupBy(key: GroupBy.Key(side: .polygons, column: column)))
    let names = GroupTable(column: column, polygons.idKind, polygonNames.ids)
    return TextTable(byPolygon.groupRows(summary, lineGroups, names), keys: 1)
  }
}

extension GeometryColumn {
  /// The box around all rows.
  var extent: Box {
    (0..<count).reduce(into: Box.empty) { $0.formUnion(box(of: $1)) }
  }
}
