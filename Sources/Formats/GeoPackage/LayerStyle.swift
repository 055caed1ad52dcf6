/// How a layer is drawn, in the languages of QGIS and of other programs.
public struct LayerStyle: Sendable, Hashable {
  /// The name, for the list that QGIS shows; it takes no more than 30 characters.
  public var name: String
  /// The style in the language of QGIS.
  public var qml: String
  /// The style as a Styled Layer Descriptor of the OGC, for other programs.
  public var sld: String
  /// What the style shows.
  public var summary: String

  /// Creates a style.
  public init(name: String, qml: String, sld: String, summary: String) {
    self.name = name
    self.qml = qml
    self.sld = sld
    self.summary = summary
  }
}
