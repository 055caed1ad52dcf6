internal import Formats

/// The passages that `kulan score` was asked to take into account.
struct PassageRequest: Sendable {
  let queries: [LayerQuery]
  /// How far from a barrier a passage may lie, in metres.
  let distance: Double
  /// The way through one where the source does not say it, in metres.
  let usualLength: Double?
  /// How far apart openings are of which nothing else is known, in metres; nil without any.
  let gapSpacing: Double?
  /// The year that is scored; nil where no passage is new.
  let year: Int?
  /// How much P may change within a stretch; nil where barriers are scored as a whole.
  let tolerance: Double?

  /// Nil where none are wanted.
  init?(_ arguments: Arguments) throws {
    let sources = arguments.texts(ScoreCommand.passages)
    gapSpacing = arguments.integer(ScoreCommand.gapSpacing).map(Double.init)
    if sources.isEmpty, gapSpacing == nil { return nil }
    queries = sources.map {
      var query = LayerQuery(SourceSpec($0))
      query.cleaning.jobs = arguments.jobs
      return query
    }
    distance = Double(arguments.integer(ScoreCommand.passageDistance) ?? 50)
    usualLength = arguments.integer(ScoreCommand.passageLength).map(Double.init)
    year = arguments.integer(ScoreCommand.year)
    tolerance = try arguments.text(ScoreCommand.split).map(Self.tolerance)
  }

  private static func tolerance(_ text: String) throws(UserError) -> Double {
    guard let tolerance = Double(text), tolerance >= 0.001, tolerance <= 1 else {
      throw UserError(
        .usage, "--split cannot be '\(text)'", help: "write a number from 0.001 to 1, as in 0.1")
    }
    return tolerance
  }
}
