public import Formats
public import Geometry
public import Permeability

/// Plans as they were asked for: their files and what is known beside them.
public struct PlanInput: Sendable {
  /// The layers, one for each alternative.
  public var sources: [LayerQuery]
  /// Attributes that all lines have, whatever anything else says; ``PlanSettings`` reads them.
  public var settings = DesignSettings()
  /// The path of a file of attributes in JSON5, which go before those of columns; nil for none.
  public var attributes: String?
  /// Layers of structures by place, and tables of structures by chainage.
  public var structures: [LayerQuery] = []
  /// How far from a line a structure may lie, in metres.
  public var distance = 50.0
  /// The way through a structure where its source does not say it, in metres.
  public var usualLength: Double?
  /// The year that is scored; nil where no structure is new.
  public var year: Int?
  /// The extent of the atlas in degrees, by which mistaken coordinates are noticed; nil if unknown.
  public var extent: Box?

  /// Asks for plans, one for each source.
  public init(_ sources: [LayerQuery]) { self.sources = sources }
}
