package import Formats
package import Geometry
internal import Landscape
package import Permeability

/// The rows of the tables of ``RangeTable`` for one species.
package struct RangeRows: Sendable {
  package let species: String
  package let barriers: RangeBarriers
  package let study: RangeStudy
  /// The scores of all barriers.
  package let scores: [Score]
  private let regions: [String]
  private let settings: RangeSettings
  private let model: BarrierModel

  /// Divides a range and scores the barriers for its species.
  ///
  /// - Parameters:
  ///   - range: The polygons of the range.
  ///   - species: Whose range it is.
  ///   - regions: The regions by name, a row for each.
  ///   - barriers: The barriers.
  ///   - model: How they were scored.
  ///   - settings: What is computed.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Throws: `CancellationError`.
  package init(
    range: PolygonColumn, of species: String, regions: (names: [String], column: PolygonColumn),
    _ barriers: RangeBarriers, _ model: BarrierModel, _ settings: RangeSettings, jobs: Int
  ) async throws {
    let mesh = try await RangeMesh(
      range: range, regions: regions.column, barriers: barriers.network.lines, jobs: jobs)
    let table = model.scorer.parameters
    let trace = table.row(of: .traceLength, for: species)?.value.central ?? 0
    let rule = PatchRule(
      cutsBelow: settings.cutsBelow, leastArea: settings.leastArea,
      edge: settings.edge ?? PatchRule.edge(traceLength: trace))
    scores = barriers.scores(for: species)
    study = RangeStudy(
      mesh, barriers.network, barriers.permeability(for: species, scores), rule: rule,
      dependence: table.row(of: .dependence, for: species)?.value.central ?? 1)
    (self.species, self.barriers, self.regions) = (species, barriers, regions.names)
    (self.settings, self.model) = (settings, model)
  }

  private func name(_ region: Int?) -> Value { region.map { .text(regions[$0]) } ?? .null }

  /// A row of connectivity.csv.
  private func row(
    _ measures: RangeMeasures, _ scenario: RangeScenario, _ chords: RangeChords?,
    _ sample: RangeSample?
  ) -> [Value] {
    let (connected, variants) = (measures.connected, measures.variants)
    let evidence = evidence(in: scenario, measures.region)
    let found = measures.chords
    let start: [Value] = [
      .text(species), name(measures.region), .text(scenario.name), km2(measures.area),
      km2(connected.central.equivalentArea), share(connected.central.probability),
      km2(connected.central.meshSize), km2(measures.meshSizeAcrossBorders),
      share(found?.central.mean), share(found?.central.standardError),
      .integer(Int64(measures.patches)), km2(connected.low.equivalentArea),
      km2(connected.high.equivalentArea), share(connected.low.probability),
      share(connected.high.probability), share(found?.low.mean), share(found?.high.mean),
      .integer(Int64(measures.slivers)), km2(measures.largestPatch),
    ]
    let middle: [Value] = [
      share(measures.meanPermeability), .measured(rounded(measures.barrierLength, 3)),
      .measured(rounded(measures.density, 3)), .real(study.rule.cutsBelow),
      km2(measures.threshold?.floor.equivalentArea),
      km2(measures.threshold?.ceiling.equivalentArea), .text(study.rule.edge.rawValue),
      km2(variants.otherEdge.equivalentArea), km2(variants.leastDecides.equivalentArea),
      km2(variants.independent.equivalentArea),
    ]
    return start + middle + [
      chords.map { .measured($0.chords.length / 1000) } ?? .null,
      chords.map { .integer(Int64($0.chords.count)) } ?? .null,
      chords.map { .integer(Int64($0.chords.seed)) } ?? .null,
      .text(settings.season ?? Season.annual), evidence.grade, evidence.priors,
      evidence.overrides, km2(sample?.equivalentArea.low), km2(sample?.equivalentArea.median),
      km2(sample?.equivalentArea.high), share(sample?.chords?.low),
      share(sample?.chords?.median), share(sample?.chords?.high),
      sample.map { .integer(Int64($0.equivalentArea.count)) } ?? .null,
    ]
  }

  /// Rows of importance.csv, the most important first.
  private func rows(
    _ importance: [LineImportance], _ scenario: RangeScenario, _ region: Int?,
    _ chords: RangeChords?
  ) -> [[Value]] {
    let now = chords.map { study.permeability(of: $0.obstacles, in: scenario) }
    return importance.enumerated().map { rank, found in
      let line = barriers.lines.lines[found.line]
      let rise = now?.rise(opening: Set(line.rows.filter { scenario.isPresent[$0] }))
      let classes = Set(line.rows.map { barriers.list.designs[$0].barrierClass.rawValue })
      return [
        .text(species), name(region), .text(line.id), share(found.permeability),
        km2(found.gain), .integer(Int64(rank + 1)), .text(scenario.name), share(rise?.mean),
        share(rise?.standardError), .measured(rounded(found.length, 3)),
        .text(classes.sorted().joined(separator: "; ")), .text(line.label),
        .integer(Int64(line.rows.count { scenario.isPresent[$0] })),
      ]
    }
  }

  /// Rows of routes.csv.
  package func rows(_ routes: MovementObstacles, ids: [String], _ scenario: RangeScenario)
    -> [[Value]]
  {
    let ends = [\Estimate.central, \.low, \.high].map {
      study.permeability(of: routes, in: scenario, $0)
    }
    return ids.indices.map { number in
      let route = ends[0].route(number)
      let worst = route.contributions.contains { $0.obstacle < 1 } ? route.greatest : nil
      let named = worst.map {
        barriers.lines.lines[barriers.lines.numbers[$0.crossing.barrier]].id
      }
      return [
        .text(species), .text(scenario.name), .text(ids[number]), share(route.permeability),
        share(ends[1].values[number]), share(ends[2].values[number]),
        route.permeability > 0 ? .measured(rounded(route.resistance, 6)) : .null,
        .integer(Int64(route.crossings)), .integer(Int64(route.obstacles)),
        named.map(Value.text) ?? .null, share(worst?.permeability),
        worst.map { .measured(rounded($0.crossing.chainage, 2)) } ?? .null,
      ]
    }
  }

  /// Rows of patches.gpkg, and their polygons.
  package func patches(_ scenario: RangeScenario, jobs: Int) async throws -> FeatureBatch {
    let graph = study.patches(study.walls(in: scenario))
    let reach = try await graph.reach(jobs: jobs)
    let patches = graph.hosts.indices.filter { graph.hosts[$0] == $0 }
      .sorted { (graph.areas[$1], $0) < (graph.areas[$0], $1) }
    var numbers = Array(repeating: 0, count: graph.count)
    for (number, node) in patches.enumerated() { numbers[node] = number }
    let groups = graph.nodesOfCells.map { numbers[graph.hosts[$0]] }
    let neighbours = graph.neighbours()
    var batch = FeatureBatch(fields: RangeTable.patches.fields)
    batch.geometry = GeometryColumn(study.mesh.polygons(of: groups, count: patches.count))
    for (number, node) in patches.enumerated() {
      let beside = neighbours[node] ?? [:]
      batch.append([
        .text(species), .text(scenario.name), .integer(Int64(number + 1)),
        km2(graph.areas[node]), km2(reach[node]), share(beside.values.max()),
        .text(beside.keys.map { numbers[$0] + 1 }.sorted().map(String.init).joined(separator: " ")),
        .integer(Int64(graph.hosts.count { $0 == node } - 1)),
      ])
    }
    return batch
  }

  /// Draws random movements in the range and in every region, which serve all scenarios.
  package func chords(jobs: Int) async throws -> [Int?: RangeChords] {
    let distance = model.scorer.parameters.movementDistance(for: species)
    guard settings.chords > 0, let distance else { return [:] }
    var drawn: [Int?: RangeChords] = [:]
    for region in [nil] + study.regions.map(Optional.some) {
      drawn[region] = try await study.chords(
        in: region, length: 1000 * distance.value.central, count: settings.chords,
        seed: settings.seed, jobs: jobs)
    }
    return drawn
  }

  /// Rows of connectivity.csv and importance.csv.
  package struct Measured: Sendable {
    /// A row for the whole range, and one for every region.
    package fileprivate(set) var connectivity: [[Value]] = []
    /// The lines of the whole range and then of every region, as far as they are to be ranked.
    package fileprivate(set) var importance: [[Value]] = []
    /// How many of ``importance`` are of the whole range.
    package fileprivate(set) var ofWholeRange = 0
  }

  /// Measures a scenario in the range and its regions, and ranks the lines.
  ///
  /// - Parameters:
  ///   - scenario: Which barriers are there.
  ///   - drawn: What ``chords(jobs:)`` returned.
  ///   - jobs: The greatest number of steps in work at once.
  /// - Returns: The rows.
  /// - Throws: `CancellationError`.
  package func measured(
    _ scenario: RangeScenario, _ drawn: [Int?: RangeChords], jobs: Int
  ) async throws -> Measured {
    let samples = try await samples(of: scenario, chords: drawn, jobs: jobs)
    var found = Measured()
    for var measures in try await study.measures(of: scenario, jobs: jobs) {
      let chords = drawn[measures.region]
      measures.chords = chords.flatMap { study.measures(of: $0, in: scenario) }
      found.connectivity.append(
        row(measures, scenario, chords, samples.first { $0.region == measures.region }))
      guard settings.ranking == .regions || settings.ranking == .range && measures.region == nil
      else { continue }
      let importance = try await study.importance(
        in: scenario, ofLines: barriers.lines.numbers, region: measures.region, jobs: jobs)
      let ranked = rows(importance, scenario, measures.region, chords)
      if measures.region == nil { found.ofWholeRange = ranked.count }
      found.importance += ranked
    }
    return found
  }

  /// What many draws of the model come to; none where they are not asked for.
  private func samples(
    of scenario: RangeScenario, chords: [Int?: RangeChords], jobs: Int
  ) async throws -> [RangeSample] {
    guard let count = settings.samples else { return [] }
    let sampler = try Sampler(
      model.scorer, species: [species], season: settings.season, count: count,
      seed: settings.seed)
    let inside = Set(study.mesh.pieces.map(\.barrier))
    return try await study.samples(
      of: scenario, draws: barriers.draws(of: inside, for: species, scores, by: sampler),
      count: count, chords: chords, jobs: jobs)
  }

  /// How well what is there is known: the worst grade, and the shares of priors and overrides.
  private func evidence(
    in scenario: RangeScenario, _ region: Int?
  ) -> (grade: Value, priors: Value, overrides: Value) {
    var worst: EvidenceGrade?
    var lengths: [Score.Mode: Double] = [:]
    for wall in study.mesh.walls
    where region.map({ study.mesh.regions[$0][wall.left] && study.mesh.regions[$0][wall.right] })
      ?? true
    {
      for piece in study.mesh.pieces[wall.pieces] where scenario.isPresent[piece.barrier] {
        let score = scores[piece.barrier]
        if worst.map({ $0.rawValue < score.grade.rawValue }) ?? true { worst = score.grade }
        lengths[score.mode, default: 0] += piece.stretch.upperBound - piece.stretch.lowerBound
      }
    }
    let total = lengths.values.reduce(0, +)
    func part(_ mode: Score.Mode) -> Value {
      total > 0 ? share((lengths[mode] ?? 0) / total) : .null
    }
    return (worst.map { .text($0.rawValue) } ?? .null, part(.prior), part(.override))
  }

  /// To the hectare and better.
  private func km2(_ area: Double?) -> Value { .measured(area.map { rounded($0, 6) }) }

  /// To nine decimals: products of permeabilities are small.
  private func share(_ p: Double?) -> Value { .measured(p.map { rounded($0, 9) }) }

  private func rounded(_ number: Double, _ decimals: Int) -> Double {
    let scale = [3: 1e3, 2: 1e2, 6: 1e6, 9: 1e9][decimals] ?? 1e6
    return (number * scale).rounded() / scale
  }
}
