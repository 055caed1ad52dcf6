/// What the passages of a barrier make of it.
public struct PassageEffect: Sendable, Hashable {
  /// The permeability of the line itself.
  public let line: Estimate
  /// The mean permeability along the whole barrier.
  public let mean: Double
  /// The passages that the species can use at all.
  public let usable: Int
  /// How far those who get across walk along the line for it, in metres, on average.
  public let detour: Double
  /// The stretch of the barrier that is scored, by chainage in metres.
  public let stretch: ClosedRange<Double>
}
