internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// The barriers of all scenarios, with what they let through for any species.
struct RangeBarriers: Sendable {
  let list: BarrierList
  let network: BarrierNetwork
  let lines: BarrierLines
  /// The ends that were carried on, or could be within ``usualGap``.
  let gaps: Int
  /// What exists, and where anything is planned, that with it.
  let scenarios: [RangeScenario]
  private let request: RangeRequest
  private let cache: ScoreCache
  /// The passages and the length of the barriers that have passages.
  private let passages: [Int: (passages: [PassageOnLine], length: Double)]

  /// The gaps between lines that are more likely flaws of the source than real, in metres.
  static let usualGap = 50.0

  init(_ inputs: RangeInputs, _ request: RangeRequest) async throws {
    list = inputs.barriers
    self.request = request
    let bridges = GapBridges(
      list.column.lines, families: list.designs.map(\.barrierClass.family),
      tolerance: request.bridgedGaps ?? Self.usualGap)
    gaps = bridges.count
    let lines = request.bridgedGaps == nil ? list.column.lines : bridges.lines
    let table = request.model.scorer.parameters
    let distance = request.model.species.first.flatMap { table.row(of: .bundleDistance, for: $0) }
    network = try await BarrierNetwork(
      lines, families: list.designs.map(\.barrierClass),
      rule: BundleRule(distance: distance?.value.central ?? 500), jobs: request.jobs)
    self.lines = BarrierLines(of: lines, fragments: list.fragments)
    cache = ScoreCache(
      request.model.scorer, species: request.model.species, seasons: [request.season])
    passages = list.designs.indices.reduce(into: [:]) { found, row in
      found[row] = inputs.passages?.passages(
        on: row, of: lines, id: inputs.barriers.ids[row], inputs.barriers.designs[row])
    }
    let isPlanned = list.designs.map { $0.status == .planned }
    scenarios =
      [RangeScenario("baseline", isPresent: isPlanned.map { !$0 })]
      + (isPlanned.contains(true)
        ? [RangeScenario("planned", isPresent: isPlanned.map { _ in true })] : [])
  }

  /// How many barriers have passages.
  var withPassages: Int { passages.count }

  /// The scores of all barriers for a species.
  func scores(for species: String) -> [Score] {
    list.designs.indices.map { row in
      guard let score = score(of: row, for: species) else {
        preconditionFailure("the scorer was prepared for every species that is asked for")
      }
      return score
    }
  }

  private func score(of row: Int, for species: String) -> Score? {
    let design = list.designs[row]
    let season = request.season ?? Season.annual
    let known = request.model.overrides.entry(
      barrier: list.ids[row].description, species: species, season: season)
    if let known { return known.score(species, season, of: design) }
    guard let own = passages[row] else {
      return cache.scores(of: design).first { $0.species == species }
    }
    return request.model.scorer.score(
      design, passages: own.passages, length: own.length, for: species, season: request.season)
  }

  /// What all barriers let through for a species.
  func permeability(for species: String, _ scores: [Score]) -> BarrierPermeability {
    let scorer = request.model.scorer
    return BarrierPermeability(means: scores.map(\.p)) { [passages, list, request] row, stretch in
      guard let own = passages[row], scores[row].mode != .override,
        let line = scores[row].passages?.line
      else { return nil }
      return scorer.permeability(
        of: line, list.designs[row], passages: own.passages, length: own.length, along: stretch,
        for: species, season: request.season)
    }
  }

  /// The draws of some barriers for a species; nil for all others.
  func draws(
    of rows: Set<Int>, for species: String, _ scores: [Score], by sampler: Sampler
  ) -> [LineDraws?] {
    list.designs.indices.map { row in
      guard rows.contains(row) else { return nil }
      let id = list.ids[row].description
      if scores[row].mode == .override { return sampler.draws(of: scores[row].p, line: id) }
      let own = passages[row]
      return sampler.draws(
        list.designs[row], passages: own?.passages ?? [], length: own?.length ?? 0, line: id,
        for: species, realisesFences: true)
    }
  }
}
