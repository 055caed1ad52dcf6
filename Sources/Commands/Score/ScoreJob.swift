internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// Scores all barriers: read, scored and written at the same time, batch by batch.
struct ScoreJob {
  private let request: ScoreRequest
  private let console: Console
  private let feed: InputFeed
  private let idKind: Field.Kind
  private let outputs: Outputs<ScoreTable>

  init(_ request: ScoreRequest, on console: Console) throws {
    self.request = request
    self.console = console
    let reader = try InputSideReader(request.barriers, by: [])
    idKind = reader.idKind
    feed = InputFeed(reader)
    outputs = Outputs(overwrite: request.overwrites, on: console)
  }

  /// Reads, scores and writes.
  func run() async throws -> ScoreResult {
    if request.isDryRun {
      for place in [request.out, request.rejected].compactMap(\.self) { try outputs.check(place) }
      return result(ScoreCounts())
    }
    do {
      try openOutputs()
      let (counts, passages) = try await score()
      try finishOutputs()
      return result(counts, passages)
    } catch {
      outputs.cancel()
      throw error
    }
  }

  private func result(_ counts: ScoreCounts, _ passages: BarrierPassages? = nil) -> ScoreResult {
    ScoreResult(
      request: request, records: feed.records, counts: counts, passages: passages,
      outputs: outputs.places,
      notes: outputs.notes)
  }

  /// Twenty rows repeat the geometry of a barrier; in a table that cannot be drawn it is left out.
  private var hasGeometry: Bool {
    request.out.map { place in
      ![".csv", ".tsv"].contains { SourceSpec(output: place).path.lowercased().hasSuffix($0) }
    } ?? false
  }

  private func openOutputs() throws {
    if let out = request.out {
      try outputs.add(
        .scores, to: out, geometry: hasGeometry ? .unknown : .none,
        fields: ScoreRows.fields(idKind, isSampled: !request.samplers.isEmpty))
    }
    if let rejected = request.rejected {
      try outputs.add(.rejected, to: rejected, geometry: .none, fields: InputRecord.rejectionFields)
    }
  }

  private func score() async throws -> (ScoreCounts, BarrierPassages?) {
    var passages: BarrierPassages?
    if let wanted = request.passages { passages = try await BarrierPassages(wanted.input) }
    let bundles = request.findsBundles ? try await ScoredBundles(request) : nil
    let progress = Progress("scoring barriers", unit: "barriers", on: console)
    defer { progress.finish() }
    let scorer = BatchScorer(
      request, passages: passages, bundles: bundles, idKind: idKind,
      writing: request.out.map { _ in BatchScorer.Writing(hasGeometry: hasGeometry) })
    let sink = ScoreSink(outputs, progress)
    let feed = feed
    let pipeline = Pipeline {
      try await feed.next()
    } work: {
      try scorer.score($0)
    } take: {
      try sink.take($0)
    }
    try await pipeline.run(jobs: request.jobs)
    return (sink.counts, passages)
  }

  private func finishOutputs() throws {
    let rejected = RejectedRows.rows(feed.records)
    if rejected.count > 0, !outputs.has(.rejected), let path = outputs.geoPackage {
      try outputs.add(.rejected, to: path, geometry: .none, fields: InputRecord.rejectionFields)
    }
    try outputs.append(rejected, to: .rejected)
    try outputs.finish()
  }
}

/// Takes in what comes of the barriers, in their order.
///
/// `@unchecked Sendable`: it is used by one step of a ``Pipeline`` after the other, never by two at
/// once, and by nobody else until the pipeline has ended.
private final class ScoreSink: @unchecked Sendable {
  private(set) var counts = ScoreCounts()
  private let outputs: Outputs<ScoreTable>
  private let progress: Progress
  private var rowCount: Int64 = 0

  init(_ outputs: Outputs<ScoreTable>, _ progress: Progress) {
    self.outputs = outputs
    self.progress = progress
  }

  func take(_ product: BatchScorer.Product) throws {
    var rows = product.rows
    for _ in 0..<rows.count {
      rowCount += 1
      rows.ids.append(rowCount)
    }
    try outputs.append(rows, to: .scores)
    counts += product.counts
    progress.update(fraction: product.progress, count: counts.barriers)
  }
}
