public import Geometry

/// What is looked at, beside the plans and the atlas.
public struct AssessmentSettings: Sendable {
  /// Within what distance of a line its effects are felt, in metres; nil for `effect_zone` of the model.
  public var effectDistance: Double?
  /// Further areas to look at, such as protected areas: their names and polygons.
  public var areas: [(name: String, polygons: PolygonColumn)] = []
  /// Migration routes, tracks or axes of corridors: their names, and their lines in longitude and latitude.
  public var routes: (names: [String], lines: LineColumn) = ([], LineColumn())
  /// Red List categories and shares of populations by the ids of species, see ``RedListTable``.
  public var redList: [String: RedListEntry] = [:]
  /// The passages that are looked for.
  public var mitigation = MitigationSettings()
  /// Whether plans are compared with everything else that is planned.
  public var isCumulative = true
  /// Whether other designs are tried.
  public var triesVariants = true

  /// The usual settings.
  public init() {}
}
