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
      case .importance: request.ranking != .none
      case .routes: !request.routes.queries.isEmpty
      case .rejected: inputs.records.contains { !$0.cleaning.rejections.isEmpty }
      }
    }
  }

  private func compute(_ inputs: RangeInputs, into result: inout RangeResult) async throws {
    let barriers = try await RangeBarriers(inputs, request)
    let wanted = inputs.ranges.names.indices.filter {
      request.model.species.contains(inputs.ranges.names[$0])
    }
    result.note(inputs, barriers, species: wanted.map { inputs.ranges.names[$0] })
    let routes = try await MovementObstacles(
      MovementCrossings(
        of: inputs.routes, with: barriers.network.overlay, jobs: request.jobs),
      bundles: barriers.network.bundles)
    let progress = Progress("connectivity", unit: "ranges", on: console)
    defer { progress.finish() }
    for (done, range) in wanted.enumerated() {
      let rows = try await rows(of: range, inputs, barriers)
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
    let chords = try await chords(rows)
    for (number, scenario) in scenarios.enumerated() {
      show(0.2 + 0.8 * Double(number) / Double(scenarios.count))
      try await measure(rows, scenario, chords, into: &result)
      try append(rows.rows(routes, ids: ids, scenario), to: .routes)
      if outputs.has(.patches) {
        try outputs.append(
          numbered(try await rows.patches(scenario, jobs: request.jobs), .patches), to: .patches)
      }
    }
  }

  /// Divides a range and scores the barriers for its species.
  private func rows(
    of range: Int, _ inputs: RangeInputs, _ barriers: RangeBarriers
  ) async throws -> RangeRows {
    let species = inputs.ranges.names[range]
    let mesh = try await RangeMesh(
      range: inputs.ranges.polygons(of: range), regions: inputs.regionColumn,
      barriers: barriers.network.lines, jobs: request.jobs)
    let table = request.model.scorer.parameters
    let trace = table.row(of: .traceLength, for: species)?.value.central ?? 0
    let rule = PatchRule(
      cutsBelow: request.cutsBelow, leastArea: request.leastArea,
      edge: request.edge ?? PatchRule.edge(traceLength: trace))
    let scores = barriers.scores(for: species)
    return RangeRows(
      species: species, regions: inputs.regions.names, request: request, barriers: barriers,
      study: RangeStudy(
        mesh, barriers.network, barriers.permeability(for: species, scores), rule: rule,
        dependence: table.row(of: .dependence, for: species)?.value.central ?? 1),
      scores: scores)
  }

  /// Measures a scenario in the range and its regions, and ranks the lines.
  private func measure(
    _ rows: RangeRows, _ scenario: RangeScenario, _ drawn: [Int?: RangeChords],
    into result: inout RangeResult
  ) async throws {
    let samples = try await rows.samples(of: scenario, chords: drawn, jobs: request.jobs)
    for var measures in try await rows.study.measures(of: scenario, jobs: request.jobs) {
      let chords = drawn[measures.region]
      measures.chords = chords.flatMap { rows.study.measures(of: $0, in: scenario) }
      let row = rows.row(
        measures, scenario, chords, samples.first { $0.region == measures.region })
      result.rows.append(row)
      try append([row], to: .connectivity)
      guard request.ranking == .regions || request.ranking == .range && measures.region == nil
      else { continue }
      let importance = try await rows.study.importance(
        in: scenario, ofLines: rows.barriers.lines.numbers, region: measures.region,
        jobs: request.jobs)
      let ranked = rows.rows(importance, scenario, measures.region, chords)
      if measures.region == nil { result.ranking += ranked.prefix(RangeResult.printedRanks) }
      try append(ranked, to: .importance)
    }
  }

  /// Draws random movements in the range and in every region, which serve all scenarios.
  private func chords(_ rows: RangeRows) async throws -> [Int?: RangeChords] {
    let distance = request.model.scorer.parameters.movementDistance(for: rows.species)
    guard request.chords > 0, let distance else { return [:] }
    var drawn: [Int?: RangeChords] = [:]
    for region in [nil] + rows.study.regions.map(Optional.some) {
      drawn[region] = try await rows.study.chords(
        in: region, length: 1000 * distance.value.central, count: request.chords,
        seed: request.seed, jobs: request.jobs)
    }
    return drawn
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
