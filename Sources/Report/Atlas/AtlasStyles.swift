internal import Atlas
internal import Formats
internal import Landscape

/// How the layers of an edition are drawn in QGIS.
enum AtlasStyles {
  /// Returns the style of a layer; nil for a table of numbers.
  static func style(of layer: EditionLayer, _ plan: AtlasPlan) -> LayerStyle? {
    let style: CategorizedStyle? =
      switch layer {
      case .features(let table, let unit): style(of: table, unit)
      case .table: nil
      case .barriers: barriers
      case .regions: regions(plan.regionAreas.map(\.name))
      }
    return style?.style(of: layer.name)
  }

  private static func style(of table: AtlasTable, _ unit: WorkUnit) -> CategorizedStyle? {
    switch table {
    case .pieces: permeability(.line, "how permeable barriers are")
    case .crossings: permeability(.point, "where barriers pass into and out of the range")
    case .patches: patches(unit)
    case .passages: passages
    case .summary, .connectivity, .importance: nil
    }
  }

  static func permeability(_ kind: Symbol.Kind, _ what: String) -> CategorizedStyle {
    CategorizedStyle(
      "permeability", attribute: "reading", kind: kind,
      classes: SymbolClass.readings.map { reading in
        var reading = reading
        // A dot as wide as a line could not be seen.
        if kind == .point { reading.symbol.width += 4 }
        return reading
      }, summary: "\(what), by model PM-1")
  }

  private static func patches(_ unit: WorkUnit) -> CategorizedStyle {
    CategorizedStyle(
      "patches", attribute: "species", kind: .area,
      classes: [
        SymbolClass(
          unit.subject.species ?? "", label: "patch of the range",
          symbol: Symbol(Colour(0x5B8C5A), width: 0.8, fillOpacity: 0.25))
      ], summary: "the parts of the range that nothing divides")
  }

  private static let passages = CategorizedStyle(
    "type", attribute: "type", kind: .point,
    classes: ["underpass", "viaduct", "culvert", "overpass", "gap", "gate", "ramp", "end"].map {
      SymbolClass($0, symbol: Symbol(Colour(0x1F7A4D), width: 6))
    }, summary: "passages by type")

  /// Barriers by their class: fences and walls, railways, roads, and what is neither.
  private static let barriers = CategorizedStyle(
    "class", attribute: "class", kind: .line,
    classes: BarrierClass.allCases.map {
      SymbolClass($0.rawValue, label: AtlasWords.words($0.rawValue), symbol: symbol(of: $0))
    }, summary: "barriers by class, as they were read")

  private static func symbol(of kind: BarrierClass) -> Symbol {
    let name = kind.rawValue
    if name.hasPrefix("rail") { return Symbol(Colour(0x2F2F2F), width: 1.6, dash: [6, 3]) }
    if name.hasPrefix("border") { return Symbol(Colour(0x8A1C7C), width: 2.4) }
    if name.hasPrefix("fence") || kind == .wall { return Symbol(Colour(0xA8541B), width: 1.8) }
    if name.hasPrefix("road") || name.hasPrefix("highway") {
      return Symbol(Colour(0xB5202B), width: 1.2)
    }
    return Symbol(Colour(0x3C7396), width: 1)
  }

  /// All regions alike, each in the legend.
  private static func regions(_ names: [String]) -> CategorizedStyle {
    CategorizedStyle(
      "regions", attribute: "name", kind: .area,
      classes: names.map {
        SymbolClass($0, symbol: Symbol(Colour(0x5A4A8A), dash: [5, 3], fillOpacity: 0.06))
      }, summary: "the regions of the atlas")
  }
}
