internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Computes what barriers do to ranges, species by species.
struct RangeJob {
  private let request: RangeRequest
  private let console: Console
  private let outputs: Outputs<RangeTable>

  init(_ request: RangeRequest, on console: Console) {
    self.request = request
    self.console = console
    outputs = Outputs(overwrite: false, on: console)
  }

  /// Computes and writes.
  func run() async throws -> RangeResult {
    if request.isDryRun, let out = request.out {
      try OutputFolder.check(out, overwrite: request.overwrites, names: RangeTable.files)
    }
    let inputs = try await RangeInputs(request, on: console)
    var result = RangeResult(request: request, records: inputs.records)
    if request.isDryRun { return result }
    guard let out = request.out else {
      try await compute(inputs, into: &result)
      return result
    }
    let folder = try OutputFolder(out, overwrite: request.overwrites, names: RangeTable.files)
    return try await folder.fill {
      do {
        for table in tables(inputs) {
          try outputs.add(
            table, to: folder.file(table.file),
            geometry: table.hasGeometry ? .multiPolygon : .none, fields: table.fields)
          result.tables.append(table)
        }
        try await compute(inputs, into: &result)
        try outputs.append(RejectedRows.rows(inputs.records), to: .rejected)
        try outputs.finish()
        return result
      } catch {
        outputs.cancel()
        throw error
      }
    }
  }

  /// The tables that there is something for.
  private func tables(_ inputs: RangeInputs) -> [RangeTable] {
    RangeTable.allCases.filter { table in
      switch table {
      case .connectivity, .patches: true
      case .importance: request.settings.ranking != .none
      case .routes: !request.routes.queries.isEmpty
      case .rejected: inputs.records.contains { !$0.cleaning.rejections.isEmpty }
      }
    }
  }

  private func compute(_ inputs: RangeInputs, into result: inout RangeResult) async throws {
    let (model, settings) = (request.model, request.settings)
    let ground = try await BarrierGround(
      inputs.barriers, passages: inputs.passages, bridgedGaps: settings.bridgedGaps,
      bundleDistance: model.bundleDistance, jobs: request.jobs)
    let barriers = RangeBarriers(
      ground.list, ground.network, ground.lines, passages: ground.passages,
      scenarios: ground.usualScenarios, model, season: settings.season)
    let wanted = inputs.ranges.names.indices.filter {
      model.species.contains(inputs.ranges.names[$0])
    }
    result.note(inputs, ground, species: wanted.map { inputs.ranges.names[$0] })
    let routes = try await MovementObstacles(
      MovementCrossings(
        of: inputs.routes, with: ground.network.overlay, jobs: request.jobs),
      bundles: ground.network.bundles)
    let progress = Progress("connectivity", unit: "ranges", on: console)
    defer { progress.finish() }
    for (done, range) in wanted.enumerated() {
      let rows = try await RangeRows(
        range: inputs.ranges.polygons(of: range), of: inputs.ranges.names[range],
        regions: (inputs.regions.names, inputs.regionColumn), barriers, model, settings,
        jobs: request.jobs)
      try await compute(rows, routes, ids: inputs.routeIDs, into: &result) { part in
        progress.update(fraction: (Double(done) + part) / Double(wanted.count), count: done)
      }
    }
  }

  /// Computes all scenarios of one range; `show` gets the part that is done.
  private func compute(
    _ rows: RangeRows, _ routes: MovementObstacles, ids: [String], into result: inout RangeResult,
    _ show: (Double) -> Void
  ) async throws {
    let scenarios = rows.barriers.scenarios
    show(0.1)
    let chords = try await rows.chords(jobs: request.jobs)
    for (number, scenario) in scenarios.enumerated() {
      show(0.2 + 0.8 * Double(number) / Double(scenarios.count))
      let found = try await rows.measured(scenario, chords, jobs: request.jobs)
      result.rows += found.connectivity
      result.ranking += found.importance.prefix(
        min(found.ofWholeRange, RangeResult.printedRanks))
      try append(found.connectivity, to: .connectivity)
      try append(found.importance, to: .importance)
      try append(rows.rows(routes, ids: ids, scenario), to: .routes)
      if outputs.has(.patches) {
        try outputs.append(
          numbered(try await rows.patches(scenario, jobs: request.jobs), .patches), to: .patches)
      }
    }
  }

  private func append(_ rows: [[Value]], to table: RangeTable) throws {
    var batch = FeatureBatch(fields: table.fields)
    for row in rows {
      batch.geometry.appendNone()
      batch.append(row)
    }
    try outputs.append(numbered(batch, table), to: table)
  }

  /// Numbers rows on from those that the table has.
  private func numbered(_ batch: FeatureBatch, _ table: RangeTable) -> FeatureBatch {
    var batch = batch
    for _ in 0..<batch.count {
      batch.ids.append(.integer(counter.next(table)))
    }
    return batch
  }

  private let counter = RowCounter()
}

/// Numbers the rows of every table.
private final class RowCounter {
  private var counts: [RangeTable: Int64] = [:]

  func next(_ table: RangeTable) -> Int64 {
    counts[table, default: 0] += 1
    return counts[table, default: 0]
  }
}

extension RangeTable: OutputTable {}
