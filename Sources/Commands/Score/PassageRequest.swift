internal import Formats

/// The passages that `kulan score` was asked to take into account.
struct PassageRequest: Sendable {
  let queries: [LayerQuery]
  /// How far from a barrier a passage may lie, in metres.
  let distance: Double
  /// The way through one where the source does not say it, in metres.
  let usualLength: Double?

  /// Nil where none are wanted.
  init?(_ arguments: Arguments) throws {
    let sources = arguments.texts(ScoreCommand.passages)
    if sources.isEmpty { return nil }
    queries = sources.map {
      var query = LayerQuery(SourceSpec($0))
      query.cleaning.jobs = arguments.jobs
      return query
    }
    distance = Double(arguments.integer(ScoreCommand.passageDistance) ?? 50)
    usualLength = arguments.integer(ScoreCommand.passageLength).map(Double.init)
  }
}
