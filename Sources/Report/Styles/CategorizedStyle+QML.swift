extension CategorizedStyle {
  /// The style as QGIS keeps it, in the form of version 3.22.
  ///
  /// Every setting stands there twice, as `Option` and as `prop`, because QGIS before 3.26 reads the one
  /// and QGIS since then the other.
  public var qml: String {
    let all = allClasses
    let categories = all.enumerated().map { index, item in
      "   <category render=\"true\" symbol=\"\(index)\" value=\"\(item.value.escaped)\" "
        + "label=\"\(item.label.escaped)\"/>\n"
    }
    let symbols = all.enumerated().map { index, item in
      symbol(item.symbol, name: index, pass: all.count - 1 - index)
    }
    return """
      <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
      <qgis version="3.22" styleCategories="Symbology">
       <renderer-v2 type="categorizedSymbol" attr="\(attribute.escaped)" symbollevels="1" \
      enableorderby="0" forceraster="0">
        <categories>
      \(categories.joined())  </categories>
        <symbols>
      \(symbols.joined())  </symbols>
       </renderer-v2>
       <layerGeometryType>\(geometryType)</layerGeometryType>
      </qgis>

      """
  }

  /// The number that QGIS has for the kind of geometry.
  private var geometryType: Int {
    switch kind {
    case .point: 0
    case .line: 1
    case .area: 2
    }
  }

  private func symbol(_ symbol: Symbol, name: Int, pass: Int) -> String {
    let (type, layer, settings) =
      switch kind {
      case .point: ("marker", "SimpleMarker", symbol.markerSettings)
      case .line: ("line", "SimpleLine", symbol.lineSettings)
      case .area: ("fill", "SimpleFill", symbol.fillSettings)
      }
    let options = settings.map {
      "      <Option name=\"\($0.name)\" type=\"QString\" value=\"\($0.value)\"/>\n"
    }
    let props = settings.map { "     <prop k=\"\($0.name)\" v=\"\($0.value)\"/>\n" }
    return """
         <symbol name="\(name)" type="\(type)" alpha="\(symbol.opacity)" clip_to_extent="1" \
      force_rhr="0">
          <layer class="\(layer)" enabled="1" locked="0" pass="\(pass)">
           <Option type="Map">
      \(options.joined())     </Option>
      \(props.joined())    </layer>
         </symbol>

      """
  }
}

extension Symbol {
  fileprivate typealias Setting = (name: String, value: String)

  /// Millimetres in a pixel of 1/96 inch.
  private static let millimetres = 25.4 / 96

  fileprivate var lineSettings: [Setting] {
    let dashes: [Setting] =
      dash.isEmpty
      ? [("use_custom_dash", "0")]
      : [
        ("use_custom_dash", "1"),
        ("customdash", dash.map { Self.length($0) }.joined(separator: ";")),
        ("customdash_unit", "MM"),
      ]
    return [
      ("line_color", code(alpha: 1)), ("line_style", "solid"),
      ("line_width", Self.length(width)), ("line_width_unit", "MM"),
      ("capstyle", dash.isEmpty ? "round" : "flat"), ("joinstyle", "round"),
    ] + dashes
  }

  fileprivate var fillSettings: [Setting] {
    [
      ("color", code(alpha: fillOpacity)), ("style", fillOpacity > 0 ? "solid" : "no"),
      ("outline_color", code(alpha: 1)), ("outline_style", dash.isEmpty ? "solid" : "dash"),
      ("outline_width", Self.length(width)), ("outline_width_unit", "MM"),
      ("joinstyle", "round"),
    ]
  }

  fileprivate var markerSettings: [Setting] {
    [
      ("name", "circle"), ("color", code(alpha: 1)), ("outline_color", "255,255,255,255"),
      ("outline_style", "solid"), ("outline_width", "0.1"), ("outline_width_unit", "MM"),
      ("size", Self.length(width)), ("size_unit", "MM"),
    ]
  }

  /// Pixels as millimetres, to a hundredth.
  private static func length(_ pixels: Double) -> String {
    "\((pixels * millimetres * 100).rounded() / 100)"
  }

  private func code(alpha: Double) -> String {
    "\(colour.red),\(colour.green),\(colour.blue),\(Int((alpha * 255).rounded()))"
  }
}
