/// A map: layers in an equal-area projection, with legend, scale bar and graticule.
///
/// It is a vector drawing of about 1000 pixels' width that can be printed; with scripts the reader
/// moves it, zooms it and switches its layers. Lines and outlines stray no more than ``tolerance``
/// from those of the layers, and nothing vanishes: what is smaller than a pixel is drawn as a dot.
public struct MapPicture: Sendable {
  /// The name of the map in the page: letters, digits and hyphens, unique on the page.
  public var id: String
  /// What the map shows: its caption.
  public var title: String
  /// The layers, from the lowest to the highest.
  public var layers: [MapLayer]
  /// What the choices among layers are called, for instance `Species`; a map without choices has no
  /// use for it.
  public var choiceTitle: String
  /// Names on the map; one that would cover an earlier one is left out until the reader zooms in.
  public var labels: [MapLabel]
  /// Whether the map must say that its layers are a drawing and no data.
  public var isSchematic: Bool
  /// Whom the layers come from, under which licences.
  public var credits: [Prose]
  /// How far a line may stray from that of its layer where all of the map is shown, in pixels.
  public var tolerance: Double

  /// Creates a map.
  public init(
    id: String, title: String, layers: [MapLayer] = [], choiceTitle: String = "",
    labels: [MapLabel] = [], isSchematic: Bool = false, credits: [Prose] = [],
    tolerance: Double = 0.3
  ) {
    precondition(tolerance >= 0.1, "a drawing is good to a tenth of a pixel")
    self.id = id
    self.title = title
    self.layers = layers
    self.choiceTitle = choiceTitle
    self.labels = labels
    self.isSchematic = isSchematic
    self.credits = credits
    self.tolerance = tolerance
  }
}
