public import Geometry

/// What a user wants of one input: which layer, which features, and how to read it.
public struct LayerQuery: Sendable {
  /// The file and the layer.
  public var source: SourceSpec
  /// The kind of geometry that is wanted; nil for any. It chooses the layer where none is named,
  /// and features of other kinds are set aside.
  public var kind: GeometryKind?
  /// A query in SQL whose result is read through GDAL in place of a layer; nil for none.
  public var sql: String?
  /// Which features are wanted, by their attributes; nil for all.
  public var condition: Expression?
  /// Which features are wanted, in degrees: those whose box meets this one; nil for all. A western
  /// edge east of the eastern one means a box across the antimeridian.
  public var box: Box?
  /// How to bring the layer to valid geometry in longitude and latitude.
  public var cleaning = CleaningOptions()
  /// Whether a feature that cannot be used is an error, instead of being set aside.
  public var isStrict = false
  /// The greatest number of features in a batch.
  public var batchSize = 8192

  /// Asks for all features of an input.
  public init(_ source: SourceSpec, kind: GeometryKind? = nil) {
    self.source = source
    self.kind = kind
  }
}
