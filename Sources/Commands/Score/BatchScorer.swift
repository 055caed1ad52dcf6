internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Scores barriers batch by batch; batches in any order.
struct BatchScorer: Sendable {
  private let request: ScoreRequest
  private let idKind: Field.Kind
  private let cache: ScoreCache
  private let passages: BarrierPassages?
  private let bundles: ScoredBundles?
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
    _ request: ScoreRequest, passages: BarrierPassages?, bundles: ScoredBundles?,
    idKind: Field.Kind, writing: Writing?
  ) {
    self.request = request
    self.passages = passages
    self.bundles = bundles
    self.idKind = idKind
    self.writing = writing
    cache = ScoreCache(
      request.model.scorer, species: request.model.species,
      seasons: request.seasons.map { $0 == Season.annual ? nil : $0 })
  }

  /// Scores all barriers of a batch.
  func score(_ batch: InputFeed.Batch) throws -> Product {
    let features = batch.features.features
    let reader = DesignReader(features.columns.map(\.field), settings: request.model.settings)
    var product = Product(
      rows: FeatureBatch(
        fields: ScoreRows.fields(idKind, isSampled: !request.samplers.isEmpty)),
      progress: batch.progress)
    for row in 0..<features.count {
      if row % 256 == 0 { try Task.checkCancellation() }
      guard let found = reader.design(row, of: features) else {
        product.counts.withoutClass += 1
        continue
      }
      if request.leavesOut(found) {
        product.counts.planned += 1
        continue
      }
      let design = request.model.rebuilding(found)
      append(
        row, of: features, batch.features.ids[row], number: batch.first + row, design, to: &product)
    }
    return product
  }

  private func append(
    _ row: Int, of features: FeatureBatch, _ id: Value, number: Int,
    _ design: BarrierDesign, to product: inout Product
  ) {
    let barrier = Barrier(
      row: row, number: number, id: id, design: design,
      own: passages?.passages(
        on: features.geometry.slots[row], of: features.geometry.lines, id: id, design))
    product.counts.barriers += 1
    if barrier.own != nil {
      product.counts.withPassages += 1
      if passages?.barriers.contains(id.description) == true {
        product.counts.named.insert(id.description)
      }
    }
    let name = request.model.overrides.isEmpty ? "" : id.description
    for line in cache.scores(of: design) {
      let known = request.model.overrides.entry(
        barrier: name, species: line.species, season: line.season)
      if let known {
        product.counts.overridden.insert(name)
        let score = known.score(line.species, line.season, of: design)
        product.counts.add(score)
        write(score, of: barrier, features, source: known.source, to: &product)
      } else {
        let whole = barrier.own.flatMap { mean(line, design, $0) } ?? line
        product.counts.add(whole)
        for score in stretches(of: barrier, whole) {
          write(score, of: barrier, features, source: nil, to: &product)
        }
      }
    }
  }

  /// A barrier while it is scored.
  private struct Barrier {
    let row: Int
    /// Its number in the order of the sources.
    let number: Int
    let id: Value
    let design: BarrierDesign
    /// Its passages and its length, where it has passages.
    let own: BarrierPassages.Own?
  }

  private func mean(
    _ line: Score, _ design: BarrierDesign, _ own: BarrierPassages.Own
  ) -> Score? {
    request.model.scorer.score(
      design, passages: own.passages, length: own.length, for: line.species,
      season: Self.season(line))
  }

  /// The scores to write: one, or one for each stretch in which it hardly changes.
  private func stretches(of barrier: Barrier, _ mean: Score) -> [Score] {
    guard let own = barrier.own, let tolerance = request.passages?.tolerance, writing != nil
    else { return [mean] }
    return request.model.scorer.stretches(
      barrier.design, passages: own.passages, length: own.length, tolerance: tolerance,
      for: mean.species, season: Self.season(mean))
  }

  private static func season(_ score: Score) -> String? {
    score.season == Season.annual ? nil : score.season
  }

  private func write(
    _ score: Score, of barrier: Barrier, _ features: FeatureBatch, source: String?,
    to product: inout Product
  ) {
    guard let writing else { return }
    if writing.hasGeometry {
      product.rows.geometry.append(
        score.passages?.stretch, ofRow: barrier.row, of: features.geometry)
    } else {
      product.rows.geometry.appendNone()
    }
    var values = ScoreRows.values(barrier.id, score, barrier.design, source: source)
    values += ScoreRows.values(bundles?.company(of: barrier.number, score, cache))
    if let sampler = request.samplers[score.season] {
      values += ScoreRows.values(source == nil ? sample(score, of: barrier, by: sampler) : nil)
    }
    product.rows.append(values)
  }

  private func sample(_ score: Score, of barrier: Barrier, by sampler: Sampler) -> Sample? {
    sampler.sample(
      barrier.design, passages: barrier.own?.passages ?? [], length: barrier.own?.length ?? 0,
      in: score.passages?.stretch, line: barrier.id.description, for: score.species)
  }
}

extension GeometryColumn {
  /// Appends a row, or a stretch of it.
  fileprivate mutating func append(
    _ stretch: ClosedRange<Double>?, ofRow row: Int, of source: GeometryColumn
  ) {
    guard let stretch else { return append(row, of: source) }
    var line = LineColumn()
    line.append(stretch: stretch, ofRow: source.slots[row], of: source.lines)
    append(0, of: GeometryColumn(line))
  }
}
