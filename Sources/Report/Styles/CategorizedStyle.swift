public import Formats

/// A style by the classes of one attribute, for QGIS and for programs that read SLD.
///
/// Features of no class are drawn in grey. Where features overlap, QGIS draws the first class on top.
public struct CategorizedStyle: Sendable, Hashable {
  /// The name, for the list that QGIS shows.
  public var name: String
  /// The attribute whose values are those of the classes.
  public var attribute: String
  /// What the features of the layer are.
  public var kind: Symbol.Kind
  /// The classes, the first of them drawn on top.
  public var classes: [SymbolClass]
  /// What the style shows.
  public var summary: String
  /// The fixed words.
  public var texts: Texts

  /// Creates a style.
  public init(
    _ name: String, attribute: String, kind: Symbol.Kind, classes: [SymbolClass],
    summary: String = "", texts: Texts = .english
  ) {
    self.name = name
    self.attribute = attribute
    self.kind = kind
    self.classes = classes
    self.summary = summary
    self.texts = texts
  }

  /// Returns the style for a layer, as it goes into a GeoPackage.
  public func style(of layer: String) -> LayerStyle {
    LayerStyle(name: name, qml: qml, sld: sld(of: layer), summary: summary)
  }

  /// The classes, and behind them one for everything else, whose value is empty.
  var allClasses: [SymbolClass] {
    let other = Symbol(Colour(0x9AA5B1), width: 1, fillOpacity: 0.2)
    return classes + [SymbolClass("", label: texts.other, symbol: other)]
  }
}
