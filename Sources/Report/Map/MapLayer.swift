public import Geometry

/// A layer of a map: features in longitude and latitude, each of a class.
///
/// Every feature is drawn as what it is, an area, line or point. Features of one class with the same
/// tooltip become one path; fifty thousand pieces of road without tooltips cost no more than their
/// vertices.
public struct MapLayer: Sendable {
  /// The name of the layer in the page: letters, digits and hyphens, unique in its map.
  public var id: String
  /// What the legend calls the layer; layers of different choices with one title and one set of
  /// classes share a place in the legend.
  public var title: String
  /// What the swatches of the legend show.
  public var kind: Symbol.Kind
  /// The classes; the first is drawn on top of the others.
  public var classes: [SymbolClass]
  /// Whether the layer is shown until the reader asks otherwise.
  public var isShown: Bool
  /// What the layer is one of several views of, for instance a species: of all choices of a map the
  /// reader sees one at a time, the first to begin with. Nil for a layer that belongs to all of them.
  public var choice: String?
  /// Whether the map is as large as the layer needs; other layers are background, and only what of
  /// them lies near the framed ones is drawn.
  public var isFramed: Bool
  /// The geometries in longitude and latitude, in degrees.
  public private(set) var geometry: GeometryColumn
  /// The class of every feature, its place in ``classes``.
  public private(set) var classIndices: [Int]
  /// What is told of every feature where the reader points at it; empty for nothing.
  public private(set) var tooltips: [String]

  /// Creates a layer without features.
  public init(
    id: String, title: String, kind: Symbol.Kind, classes: [SymbolClass], isShown: Bool = true,
    choice: String? = nil, isFramed: Bool = true
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.classes = classes
    self.isShown = isShown
    self.choice = choice
    self.isFramed = isFramed
    geometry = GeometryColumn()
    classIndices = []
    tooltips = []
  }

  /// The number of features.
  public var count: Int { geometry.count }

  /// Appends a feature.
  ///
  /// - Parameters:
  ///   - row: A row of `column`.
  ///   - column: Geometries in longitude and latitude.
  ///   - index: The class, its place in ``classes``.
  ///   - tooltip: What is told of the feature; features of a class with the same tooltip, or none,
  ///     become one path.
  public mutating func append(
    _ row: Int, of column: GeometryColumn, class index: Int = 0, tooltip: String = ""
  ) {
    precondition(classes.indices.contains(index), "a feature is of a class of its layer")
    geometry.append(row, of: column)
    classIndices.append(index)
    tooltips.append(tooltip)
  }

  /// The box around all features, in degrees.
  var extent: Box {
    (0..<geometry.count).reduce(into: Box.empty) { $0.formUnion(geometry.box(of: $1)) }
  }
}
