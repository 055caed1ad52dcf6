public import Geometry

/// What a layer says of itself before any feature is read.
public struct LayerHeader: Sendable, Equatable {
  /// The name of the layer in its file.
  public var name: String
  /// The type of geometry that the layer declares.
  public var geometryType: GeometryType
  /// The coordinate reference system, as any text that PROJ takes: authority code, WKT, PROJJSON
  /// or PROJ string; nil where the layer does not say.
  public var crs: String?
  /// The attributes.
  public var fields: [Field]
  /// Whether feature ids are whole numbers or text.
  public var idKind: Field.Kind = .integer
  /// The number of features, where it is known without reading them.
  public var featureCount: Int?
  /// The extent that the layer declares, in its own coordinates, where it does.
  public var extent: Box?
  /// The step to which the coordinates are rounded, in their own unit, where the layer says so.
  public var resolution: Double?
  /// What a reader left out and why, for instance attributes of a type that Kulan does not hold.
  public var notes: [String] = []

  /// Describes a layer.
  public init(name: String, geometryType: GeometryType, crs: String?, fields: [Field]) {
    self.name = name
    self.geometryType = geometryType
    self.crs = crs
    self.fields = fields
  }
}

/// The geometry type that a layer declares.
public enum GeometryType: String, Sendable, Hashable, CaseIterable {
  /// A table without geometry.
  case none
  /// Any mixture.
  case unknown
  /// Single points.
  case point
  /// Multi-points.
  case multiPoint
  /// Single lines.
  case lineString
  /// Multi-lines.
  case multiLineString
  /// Single polygons.
  case polygon
  /// Multi-polygons.
  case multiPolygon
}
