extension CategorizedStyle {
  /// Returns the style as a Styled Layer Descriptor 1.1 with Symbology Encoding (OGC 05-078r4 and
  /// 05-077r4), as QGIS exports it and GeoServer reads it.
  public func sld(of layer: String) -> String {
    let rules = classes.map { item in
      rule(
        item,
        """
                <ogc:Filter>
                  <ogc:PropertyIsEqualTo>
                    <ogc:PropertyName>\(attribute.escaped)</ogc:PropertyName>
                    <ogc:Literal>\(item.value.escaped)</ogc:Literal>
                  </ogc:PropertyIsEqualTo>
                </ogc:Filter>
        """)
    }
    let others = allClasses.suffix(1).map { rule($0, "        <se:ElseFilter/>") }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" \
      xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer>
          <se:Name>\(layer.escaped)</se:Name>
          <UserStyle>
            <se:Name>\(name.escaped)</se:Name>
            <se:FeatureTypeStyle>
      \((rules + others).joined())      </se:FeatureTypeStyle>
          </UserStyle>
        </NamedLayer>
      </StyledLayerDescriptor>

      """
  }

  private func rule(_ item: SymbolClass, _ filter: String) -> String {
    """
          <se:Rule>
            <se:Name>\(item.label.escaped)</se:Name>
            <se:Description><se:Title>\(item.label.escaped)</se:Title></se:Description>
    \(filter)
    \(item.symbol.symbolizer(kind))
          </se:Rule>

    """
  }
}

extension Symbol {
  fileprivate func symbolizer(_ kind: Kind) -> String {
    switch kind {
    case .line: "        <se:LineSymbolizer>\(stroke)</se:LineSymbolizer>"
    case .area:
      "        <se:PolygonSymbolizer>\(fill(fillOpacity * opacity))\(stroke)</se:PolygonSymbolizer>"
    case .point:
      """
              <se:PointSymbolizer><se:Graphic>
                <se:Mark><se:WellKnownName>circle</se:WellKnownName>\(fill(opacity))</se:Mark>
                <se:Size>\(width)</se:Size>
              </se:Graphic></se:PointSymbolizer>
      """
    }
  }

  private var stroke: String {
    var settings = [
      ("stroke", colour.hex), ("stroke-width", "\(width)"), ("stroke-opacity", "\(opacity)"),
      ("stroke-linejoin", "round"), ("stroke-linecap", dash.isEmpty ? "round" : "butt"),
    ]
    if !dash.isEmpty {
      settings.append(("stroke-dasharray", dash.map { "\($0)" }.joined(separator: " ")))
    }
    return "<se:Stroke>\(Self.parameters(settings))</se:Stroke>"
  }

  private func fill(_ opacity: Double) -> String {
    "<se:Fill>\(Self.parameters([("fill", colour.hex), ("fill-opacity", "\(opacity)")]))</se:Fill>"
  }

  private static func parameters(_ settings: [(name: String, value: String)]) -> String {
    settings.map { "<se:SvgParameter name=\"\($0.name)\">\($0.value)</se:SvgParameter>" }.joined()
  }
}
