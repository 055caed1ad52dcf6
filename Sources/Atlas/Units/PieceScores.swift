internal import Connectivity
internal import Overlay
internal import Permeability

/// What barriers let through for one species, piece by piece.
struct PieceScores: Sendable {
  /// The scores of all barriers.
  let scores: [Score]
  private let permeability: BarrierPermeability

  init(_ rows: RangeRows) {
    scores = rows.scores
    permeability = rows.study.permeability
  }

  /// The mean permeability along a stretch of a barrier.
  func estimate(_ row: Int, _ stretch: ClosedRange<Double>) -> Estimate {
    permeability.estimate(row, stretch)
  }
}
