internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
package import Permeability

/// The barriers of all scenarios, with what they let through for any species.
package struct RangeBarriers: Sendable {
  package let list: BarrierList
  package let network: BarrierNetwork
  package let lines: BarrierLines
  package let scenarios: [RangeScenario]
  private let model: BarrierModel
  private let season: String?
  private let cache: ScoreCache
  /// The passages of the barriers that have any.
  private let passages: [Int: BarrierPassages.Own]

  /// Takes barriers whose lines and bundles are known.
  ///
  /// - Parameters:
  ///   - list: The barriers.
  ///   - network: Where they are, and which run side by side.
  ///   - lines: Which of them are one line.
  ///   - passages: The passages of those that have any.
  ///   - scenarios: Which of them are there.
  ///   - model: How they are scored.
  ///   - season: The id of a season; nil for the year.
  package init(
    _ list: BarrierList, _ network: BarrierNetwork, _ lines: BarrierLines,
    passages: [Int: BarrierPassages.Own], scenarios: [RangeScenario], _ model: BarrierModel,
    season: String?
  ) {
    (self.list, self.network, self.lines, self.scenarios) = (list, network, lines, scenarios)
    (self.model, self.season, self.passages) = (model, season, passages)
    cache = ScoreCache(model.scorer, species: model.species, seasons: [season])
  }

  /// How many barriers have passages.
  package var withPassages: Int { passages.count }

  /// The scores of all barriers for a species.
  package func scores(for species: String) -> [Score] {
    list.designs.indices.map { row in
      guard let score = score(of: row, for: species) else {
        preconditionFailure("the scorer was prepared for every species that is asked for")
      }
      return score
    }
  }

  private func score(of row: Int, for species: String) -> Score? {
    let design = list.designs[row]
    let known = model.overrides.entry(
      barrier: list.ids[row].description, species: species, season: season ?? Season.annual)
    if let known { return known.score(species, season ?? Season.annual, of: design) }
    guard let own = passages[row] else {
      return cache.scores(of: design).first { $0.species == species }
    }
    return model.scorer.score(
      design, passages: own.passages, length: own.length, for: species, season: season)
  }

  /// What all barriers let through for a species.
  package func permeability(for species: String, _ scores: [Score]) -> BarrierPermeability {
    let (scorer, season) = (model.scorer, season)
    return BarrierPermeability(means: scores.map(\.p)) { [passages, list] row, stretch in
      guard let own = passages[row], scores[row].mode != .override,
        let line = scores[row].passages?.line
      else { return nil }
      return scorer.permeability(
        of: line, list.designs[row], passages: own.passages, length: own.length, along: stretch,
        for: species, season: season)
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
