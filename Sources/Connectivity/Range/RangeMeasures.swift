/// What barriers do to a range, or to the part of it in a region, in one scenario.
public struct RangeMeasures: Sendable, Hashable {
  /// How much hangs together, with permeabilities at one end of their estimates.
  public struct Ends: Sendable, Hashable {
    /// At the low ends.
    public let low: ConnectedArea
    /// At the central values.
    public let central: ConnectedArea
    /// At the high ends.
    public let high: ConnectedArea
  }

  /// What other forms of the model come to, with central values.
  public struct Variants: Sendable, Hashable {
    /// The least permeable of several obstacles decides (γ = 0).
    public let leastDecides: ConnectedArea
    /// Obstacles are independent (γ = 1).
    public let independent: ConnectedArea
    /// The other rule for several barriers between two patches.
    public let otherEdge: ConnectedArea
  }

  /// How easily random straight movements pass, for each end; nil where no movement fits.
  public struct Chords: Sendable, Hashable {
    /// At the low ends.
    public let low: SampleMean
    /// At the central values.
    public let central: SampleMean
    /// At the high ends.
    public let high: SampleMean
  }

  /// The number of the region; nil for the whole range.
  public let region: Int?
  /// How much hangs together.
  public let connected: Ends
  /// The effective mesh size by complete meshes (CBC), in km².
  public let meshSizeAcrossBorders: Double
  /// The number of patches.
  public let patches: Int
  /// The number of slivers, whose area counts for a neighbour.
  public let slivers: Int
  /// The area of the largest patch, in km².
  public let largestPatch: Double
  /// The mean permeability of barriers by length, P̄; nil without any. It does not measure connectivity.
  public let meanPermeability: Double?
  /// The length of barriers inside, in km; those that lie on each other count once.
  public let barrierLength: Double
  /// What cutting by all barriers would come to; nil where all do cut.
  public let threshold: ThresholdEffect?
  /// Other forms of the model.
  public let variants: Variants
  /// Random straight movements; nil where none were asked for, or none fits.
  public var chords: Chords?

  /// The area of the range, in km².
  public var area: Double { connected.central.landscape }
  /// The density of barriers, in km per 100 km²; 0 without area.
  public var density: Double { area > 0 ? 100 * barrierLength / area : 0 }
}
