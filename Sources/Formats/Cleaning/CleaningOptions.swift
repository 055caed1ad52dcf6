/// How a layer is brought to valid geometry in longitude and latitude.
public struct CleaningOptions: Sendable, Equatable {
  /// What an edge means that spans more than 180 degrees of longitude.
  public enum WideEdges: Sendable, Hashable {
    /// It goes the short way, over the antimeridian.
    case overAntimeridian
    /// It goes the long way, as it is drawn on a map centred on Greenwich.
    case asDrawn
  }

  /// The coordinate reference system to take in place of the one that the layer declares.
  public var sourceCRS: String?
  /// What the user calls `sourceCRS`, for messages.
  public var sourceCRSOption = "--src-crs"
  /// What wide edges mean in a layer that is in degrees already.
  public var wideEdges = WideEdges.overAntimeridian
  /// The greatest number of chunks of features in work at once.
  public var jobs = 1

  /// Creates the default options.
  public init() {}
}
