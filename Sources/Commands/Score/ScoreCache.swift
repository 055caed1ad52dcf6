internal import Permeability
internal import Synchronization

/// The scores of designs that were met before: most barriers share theirs with many others.
final class ScoreCache: Sendable {
  /// So many designs are kept; beyond them all are forgotten, so that memory has a bound.
  private static let capacity = 1 << 12

  private let request: ScoreRequest
  private let scores = Mutex<[BarrierDesign: [Score]]>([:])

  init(_ request: ScoreRequest) { self.request = request }

  /// Returns the scores of a design for all species and seasons that are asked for.
  func scores(of design: BarrierDesign) -> [Score] {
    if let known = scores.withLock({ $0[design] }) { return known }
    let made = request.species.flatMap { species in
      request.seasons.compactMap { season in
        request.scorer.score(
          design, for: species, season: season == Season.annual ? nil : season)
      }
    }
    scores.withLock { scores in
      if scores.count >= Self.capacity { scores.removeAll(keepingCapacity: true) }
      scores[design] = made
    }
    return made
  }
}
