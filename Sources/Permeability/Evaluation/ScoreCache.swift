internal import Synchronization

/// The scores of designs that were met before: most barriers share theirs with many others, and all
/// pieces of a barrier do.
///
/// Used by any number of tasks at once.
public final class ScoreCache: Sendable {
  /// So many scores are kept, about a kilobyte each; beyond them all are forgotten, so that memory
  /// has a bound.
  private static let capacity = 1 << 16

  private let scorer: Scorer
  private let species: [String]
  private let seasons: [String?]
  private let scores = Mutex<[BarrierDesign: [Score]]>([:])

  /// Prepares to score.
  ///
  /// - Parameters:
  ///   - scorer: What scores.
  ///   - species: Species that the scorer was prepared for.
  ///   - seasons: The ids of seasons; nil is the year.
  public init(_ scorer: Scorer, species: [String], seasons: [String?] = [nil]) {
    self.scorer = scorer
    self.species = species
    self.seasons = seasons
  }

  /// Returns the scores of a design: for every species, every season, in the order of both lists.
  public func scores(of design: BarrierDesign) -> [Score] {
    if let known = scores.withLock({ $0[design] }) { return known }
    let made = species.flatMap { species in
      seasons.compactMap { scorer.score(design, for: species, season: $0) }
    }
    scores.withLock { scores in
      if (scores.count + 1) * made.count > Self.capacity { scores.removeAll(keepingCapacity: true) }
      scores[design] = made
    }
    return made
  }
}
