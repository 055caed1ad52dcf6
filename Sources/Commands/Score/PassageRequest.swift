internal import Formats
internal import Permeability

/// The passages that `kulan score` was asked to take into account.
struct PassageRequest: Sendable {
  /// The layers, and how they are found along barriers.
  let input: PassageInput
  /// How much P may change within a stretch; nil where barriers are scored as a whole.
  let tolerance: Double?

  /// Nil where none are wanted.
  init?(_ arguments: Arguments) throws {
    let sources = arguments.texts(ScoreCommand.passages)
    let gapSpacing = arguments.integer(ScoreCommand.gapSpacing).map(Double.init)
    if sources.isEmpty, gapSpacing == nil { return nil }
    input = PassageInput(
      sources.map {
        var query = LayerQuery(SourceSpec($0))
        query.cleaning.jobs = arguments.jobs
        return PassageInput.Source(query)
      },
      distance: arguments.integer(ScoreCommand.passageDistance).map(Double.init)
        ?? PassageInput.usualDistance,
      usualLength: arguments.integer(ScoreCommand.passageLength).map(Double.init),
      gapSpacing: gapSpacing, year: arguments.integer(ScoreCommand.year))
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
