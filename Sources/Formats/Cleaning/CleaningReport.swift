/// What was done to the features of a layer, so that nothing is changed or dropped silently.
public struct CleaningReport: Sendable, Equatable {
  /// The repair of one feature.
  public struct Repair: Sendable, Hashable {
    /// The id of the feature in its source.
    public let id: String
    /// What was wrong, and where.
    public let reason: String
    /// The area of a polygon as delivered, in m²: shells less holes; 0 for lines.
    public let areaBefore: Double
    /// The area of the repaired polygon, in m²; 0 for lines.
    public let areaAfter: Double
  }

  /// The coordinate reference system that the coordinates were taken to be in, with its code where
  /// it has one.
  public internal(set) var crs = ""
  /// Whether coordinates were transformed; otherwise they were longitude and latitude already.
  public internal(set) var isTransformed = false
  /// What a reader should know of the layer as a whole.
  public internal(set) var notes: [String] = []
  /// The features that were repaired, in the order of the layer.
  public internal(set) var repairs: [Repair] = []
  /// The features that cannot be used, those that the reader refused included.
  public internal(set) var rejections: [Rejection] = []
  /// The ids of the features that were split at the antimeridian.
  public internal(set) var antimeridianSplits: [String] = []
  /// The number of features that were moved by whole turns into −180...180 degrees.
  public internal(set) var shiftedFeatures = 0
  /// The number of features outside the area that their coordinate reference system is made for.
  public internal(set) var featuresOutsideAreaOfUse = 0
  /// The number of vertices that were added to keep transformed edges straight.
  public internal(set) var addedVertices = 0

  /// Starts with nothing done.
  public init() {}
}
