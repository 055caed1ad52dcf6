public import Permeability

/// What the barriers of a network let through, for one species.
public struct BarrierPermeability: Sendable {
  /// One of three values of an estimate.
  public typealias End = KeyPath<Estimate, Double> & Sendable

  /// The mean of every barrier.
  public let means: [Estimate]
  /// Returns the mean along a stretch, for barriers with passages; nil for all others.
  private let alongStretch: @Sendable (_ barrier: Int, ClosedRange<Double>) -> Estimate?

  /// Takes the mean of every barrier, and what differs along those with passages.
  public init(
    means: [Estimate],
    alongStretch: @escaping @Sendable (Int, ClosedRange<Double>) -> Estimate? = { _, _ in nil }
  ) {
    (self.means, self.alongStretch) = (means, alongStretch)
  }

  /// The permeability of a barrier along a stretch.
  public func value(_ barrier: Int, _ stretch: ClosedRange<Double>, _ end: End) -> Double {
    estimate(barrier, stretch)[keyPath: end]
  }

  /// The permeability of a barrier along a stretch, with its bounds.
  public func estimate(_ barrier: Int, _ stretch: ClosedRange<Double>) -> Estimate {
    alongStretch(barrier, stretch) ?? means[barrier]
  }

  /// Returns the same with other values for some barriers.
  ///
  /// - Parameters:
  ///   - others: Their means.
  ///   - alongStretch: The mean along a stretch of one of them; nil where it has no passages.
  /// - Returns: The same for all other barriers.
  package func replacing(
    _ others: [Int: Estimate],
    alongStretch: @escaping @Sendable (_ barrier: Int, ClosedRange<Double>) -> Estimate?
  ) -> BarrierPermeability {
    var means = means
    for (row, mean) in others { means[row] = mean }
    return BarrierPermeability(means: means) { [before = self.alongStretch] row, stretch in
      others[row] == nil ? before(row, stretch) : alongStretch(row, stretch)
    }
  }

  /// One end of all estimates, for the barriers of a scenario.
  func barriers(of scenario: RangeScenario, _ end: End) -> WallPermeability.Barriers {
    WallPermeability.Barriers(
      means: means.indices.map { scenario.isPresent[$0] ? means[$0][keyPath: end] : nil },
      alongStretch: { alongStretch($0, $1)?[keyPath: end] })
  }
}

/// Which of the barriers of a network are there.
public struct RangeScenario: Sendable, Hashable {
  /// How users call it.
  public let name: String
  /// Whether each barrier is there.
  public let isPresent: [Bool]

  /// Names a scenario.
  public init(_ name: String, isPresent: [Bool]) {
    (self.name, self.isPresent) = (name, isPresent)
  }
}
