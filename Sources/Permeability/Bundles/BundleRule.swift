/// When two lines run side by side.
public struct BundleRule: Sendable, Hashable {
  /// How far apart the lines may be, in metres: the parameter `bundle_dist`.
  public let distance: Double
  /// Below which angle they count as parallel, in degrees, whichever way they were digitised.
  public let angle: Double
  /// For how long they must run side by side, in metres.
  public let overlap: Double

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - distance: How far apart the lines may be, in metres, above 0.
  ///   - angle: Below which angle they count as parallel, above 0° and below 90°.
  ///   - overlap: For how long they must run side by side, in metres, at least 0.
  public init(distance: Double, angle: Double = 30, overlap: Double = 1000) {
    precondition(distance > 0 && distance.isFinite, "a distance is a number above 0")
    precondition(angle > 0 && angle < 90, "an angle is above 0° and below 90°")
    precondition(overlap >= 0 && overlap.isFinite, "an overlap is a number of at least 0")
    (self.distance, self.angle, self.overlap) = (distance, angle, overlap)
  }

  /// How long a gap may be for what lies on both sides of it to be one stretch: a bend that is smaller
  /// than the width of a bundle does not divide it.
  var gap: Double { distance }
}
