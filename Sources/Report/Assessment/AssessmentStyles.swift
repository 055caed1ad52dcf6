internal import Formats
internal import Landscape
internal import Permeability

/// How the layers of `report.gpkg` are drawn in QGIS.
enum AssessmentStyles {
  /// Returns the style of a layer by its name; nil for a table of numbers.
  static func style(of layer: String) -> LayerStyle? {
    let style: CategorizedStyle? =
      switch layer {
      case "plans": plans
      case "stretches": AtlasStyles.permeability(.line, "what the plans let through")
      case "crossings": crossings
      case "contacts": contacts
      case "structures": structures
      case "mitigation": mitigation
      default: nil
      }
    return style?.style(of: layer)
  }

  private static let plans = CategorizedStyle(
    "status", attribute: "status", kind: .line,
    classes: BarrierStatus.allCases.map {
      SymbolClass($0.rawValue, symbol: Symbol(Colour(0x1A2B4C), width: 2.4))
    }, summary: "the planned lines")

  private static let crossings = CategorizedStyle(
    "direction", attribute: "direction", kind: .point,
    classes: [
      SymbolClass("in", label: "the plan passes in", symbol: Symbol(Colour(0xB5202B), width: 6)),
      SymbolClass("out", label: "the plan passes out", symbol: Symbol(Colour(0x3C8DBC), width: 6)),
    ], summary: "where plans pass into and out of areas")

  private static let contacts = CategorizedStyle(
    "status", attribute: "status", kind: .point,
    classes: BarrierStatus.allCases.map {
      SymbolClass($0.rawValue, symbol: Symbol(Colour(0x8A3B12), width: 5))
    }, summary: "where plans cross or meet other lines, by the status of those")

  private static let structures = passages(
    "structures of the plans by type", Colour(0x1F7A4D))
  private static let mitigation = passages(
    "passages that would open ranges best, by type", Colour(0x2A5DB0))

  private static func passages(_ summary: String, _ colour: Colour) -> CategorizedStyle {
    CategorizedStyle(
      "type", attribute: "type", kind: .point,
      classes: PassageDesign.Kind.allCases.map {
        SymbolClass($0.rawValue, symbol: Symbol(colour, width: 7))
      }, summary: summary)
  }
}
