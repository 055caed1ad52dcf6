/// A stretch of a line along which the same other lines run beside it.
public struct BundledStretch: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// The chainage of its start, in metres.
  public let from: Double
  /// The chainage of its end, in metres.
  public internal(set) var to: Double
  /// The lines of the same family beside it, ascending: tracks or carriageways that are one feature
  /// with it, and no further obstacle.
  public let twins: [Int]
  /// The lines of other families beside it, ascending: obstacles that must be passed as well.
  public let companions: [Int]

  /// How long the stretch is, in metres.
  public var length: Double { to - from }

  /// Whether a line runs beside this one here.
  func isBeside(_ other: Int) -> Bool { twins.contains(other) || companions.contains(other) }
}
