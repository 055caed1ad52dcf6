internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// Scores barriers batch by batch; batches in any order.
struct BatchScorer: Sendable {
  private let request: ScoreRequest
  private let idKind: Field.Kind
  private let cache: ScoreCache
  private let passages: ScoredPassages?
  private let writing: Writing?

  /// What comes of one batch.
  struct Product: Sendable {
    /// The rows to write, without ids; with geometry where the format has any.
    var rows: FeatureBatch
    var counts = ScoreCounts()
    var progress: Double
  }

  /// How rows are written.
  struct Writing: Sendable {
    let hasGeometry: Bool
  }

  /// Prepares to score; `writing` is nil where no rows are wanted.
  init(
    _ request: ScoreRequest, passages: ScoredPassages?, idKind: Field.Kind, writing: Writing?
  ) {
    self.request = request
    self.passages = passages
    self.idKind = idKind
    self.writing = writing
    cache = ScoreCache(
      request.scorer, species: request.species,
      seasons: request.seasons.map { $0 == Season.annual ? nil : $0 })
  }

  /// Scores all barriers of a batch.
  func score(_ batch: InputFeed.Batch) throws -> Product {
    let features = batch.features.features
    let reader = DesignReader(features.columns.map(\.field), settings: request.settings)
    var product = Product(
      rows: FeatureBatch(
        fields: ScoreRows.fields(idKind, isSampled: !request.samplers.isEmpty)),
      progress: batch.progress)
    for row in 0..<features.count {
      if row % 256 == 0 { try Task.checkCancellation() }
      guard var design = reader.design(row, of: features) else {
        product.counts.withoutClass += 1
        continue
      }
      if request.leavesOutPlanned, design.status == .planned {
        product.counts.planned += 1
        continue
      }
      if let rebuilt = request.rebuilt { design = rebuilt.rebuilding(design) }
      append(row, of: features, batch.features.ids[row], design, to: &product)
    }
    return product
  }

  /// The scores of a barrier, with its passages where it has any.
  private func scores(
    of design: BarrierDesign, _ own: (passages: [PassageOnLine], length: Double)?
  ) -> [Score] {
    let scores = cache.scores(of: design)
    guard let own else { return scores }
    return scores.compactMap { score in
      request.scorer.score(
        design, passages: own.passages, length: own.length, for: score.species,
        season: score.season == Season.annual ? nil : score.season)
    }
  }

  private func append(
    _ row: Int, of features: FeatureBatch, _ id: Value, _ design: BarrierDesign,
    to product: inout Product
  ) {
    product.counts.barriers += 1
    let name = request.overrides.isEmpty ? "" : id.description
    let own = passages?.passages(on: features.geometry.slots[row], of: features.geometry.lines)
    product.counts.withPassages += own == nil ? 0 : 1
    for computed in scores(of: design, own) {
      let known = request.overrides.entry(
        barrier: name, species: computed.species, season: computed.season)
      if known != nil { product.counts.overridden.insert(name) }
      let score = known?.score(computed.species, computed.season, of: design) ?? computed
      product.counts.add(score)
      guard let writing else { continue }
      if writing.hasGeometry {
        product.rows.geometry.append(row, of: features.geometry)
      } else {
        product.rows.geometry.appendNone()
      }
      var values = ScoreRows.values(id, score, design, source: known?.source)
      if let sampler = request.samplers[score.season] {
        let sample =
          known == nil
          ? sampler.sample(
            design, passages: own?.passages ?? [], length: own?.length ?? 0,
            line: id.description, for: score.species) : nil
        values += ScoreRows.values(sample)
      }
      product.rows.append(values)
    }
  }
}
