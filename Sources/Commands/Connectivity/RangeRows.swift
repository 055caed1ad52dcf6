internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// The rows that `kulan connectivity` writes of one species.
struct RangeRows {
  let species: String
  let regions: [String]
  let request: RangeRequest
  let barriers: RangeBarriers
  let study: RangeStudy
  let scores: [Score]

  private func name(_ region: Int?) -> Value { region.map { .text(regions[$0]) } ?? .null }

  /// A row of connectivity.csv.
  func row(
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
      .text(request.season ?? Season.annual), evidence.grade, evidence.priors,
      evidence.overrides, km2(sample?.equivalentArea.low), km2(sample?.equivalentArea.median),
      km2(sample?.equivalentArea.high), share(sample?.chords?.low),
      share(sample?.chords?.median), share(sample?.chords?.high),
      sample.map { .integer(Int64($0.equivalentArea.count)) } ?? .null,
    ]
  }

  /// Rows of importance.csv, the most important first.
  func rows(
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
  func rows(_ routes: MovementObstacles, ids: [String], _ scenario: RangeScenario) -> [[Value]] {
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
  func patches(_ scenario: RangeScenario, jobs: Int) async throws -> FeatureBatch {
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

  /// What many draws of the model come to; none where they are not asked for.
  func samples(
    of scenario: RangeScenario, chords: [Int?: RangeChords], jobs: Int
  ) async throws -> [RangeSample] {
    guard let count = request.samples else { return [] }
    let sampler = try Sampler(
      request.model.scorer, species: [species], season: request.season, count: count,
      seed: request.seed)
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
