/// How a class is drawn, on a map of a page and in QGIS alike.
public struct Symbol: Sendable, Hashable {
  /// What the symbol is drawn on.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A dot at a place.
    case point
    /// A stroke along a line.
    case line
    /// An area within its outline.
    case area
  }

  /// The colour of the stroke, of the dot, or of the area and its outline.
  public var colour: Colour
  /// The width of a stroke or outline, or the diameter of a dot, in CSS pixels of 1/96 inch.
  public var width: Double
  /// The lengths of dashes and gaps in turn, in pixels; empty for an unbroken stroke.
  public var dash: [Double]
  /// How much an area covers what is below, 0 for its outline alone to 1.
  public var fillOpacity: Double
  /// How much strokes and dots cover what is below, 0 to 1.
  public var opacity: Double

  /// Creates a symbol.
  public init(
    _ colour: Colour, width: Double = 1, dash: [Double] = [], fillOpacity: Double = 0.35,
    opacity: Double = 1
  ) {
    self.colour = colour
    self.width = width
    self.dash = dash
    self.fillOpacity = fillOpacity
    self.opacity = opacity
  }
}

/// A class of features: the value that they carry, what a legend calls it, and how it is drawn.
public struct SymbolClass: Sendable, Hashable {
  /// The value of the attribute that the features of the class have.
  public var value: String
  /// What a legend calls the class.
  public var label: String
  /// How the class is drawn.
  public var symbol: Symbol

  /// Creates a class; without a label its value is the label.
  public init(_ value: String, label: String? = nil, symbol: Symbol) {
    self.value = value
    self.label = label ?? value
    self.symbol = symbol
  }
}
