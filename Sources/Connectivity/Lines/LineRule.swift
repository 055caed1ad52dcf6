public import Permeability

/// When fragments belong to one line.
public struct LineRule: Sendable, Hashable {
  /// How near to each other fragments of one name must come to be one line, in metres.
  public let nameDistance: Double
  /// How far apart fragments of one family may end, in metres, to go on in each other where nothing else
  /// meets them.
  public let gap: Double
  /// When fragments of one family side by side are tracks or carriageways of one line.
  public let twins: BundleRule

  /// Creates a rule. By default names hold together over 10 km, lines go on over gaps of 100 m, and lines
  /// within 50 m of each other for 200 m are tracks or carriageways of one.
  ///
  /// - Parameters:
  ///   - nameDistance: How near fragments of one name must come, in metres, above 0.
  ///   - gap: How far apart fragments may end that go on in each other, in metres, at least 0.
  ///   - twins: When fragments of one family side by side are one line.
  public init(
    nameDistance: Double = 10_000, gap: Double = 100,
    twins: BundleRule = BundleRule(distance: 50, overlap: 200)
  ) {
    precondition(nameDistance > 0 && nameDistance.isFinite, "a distance is a number above 0")
    precondition(gap >= 0 && gap.isFinite, "a gap is a number of at least 0")
    (self.nameDistance, self.gap, self.twins) = (nameDistance, gap, twins)
  }
}
