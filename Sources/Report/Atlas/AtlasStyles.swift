package import Atlas
package import Formats
internal import Landscape

/// How the layers of an edition are drawn in QGIS.
package enum AtlasStyles {
  /// Returns the styles of the layer of a table and a unit, the default one first.
  package static func styles(of table: AtlasTable, _ unit: WorkUnit) -> [LayerStyle] {
    let layer = EditionWriter.layer(table, unit)
    switch table {
    case .pieces: return [permeability(.line, "how permeable barriers are").style(of: layer)]
    case .crossings:
      return [
        permeability(.point, "where barriers pass into and out of the range").style(of: layer)
      ]
    case .patches: return [patches(unit).style(of: layer)]
    case .passages: return [passages.style(of: layer)]
    case .summary, .connectivity, .importance: return []
    }
  }

  private static func permeability(_ kind: Symbol.Kind, _ what: String) -> CategorizedStyle {
    CategorizedStyle(
      "permeability", attribute: "reading", kind: kind, classes: SymbolClass.readings,
      summary: "\(what), by model PM-1")
  }

  private static func patches(_ unit: WorkUnit) -> CategorizedStyle {
    let species = unit.subject.species ?? ""
    return CategorizedStyle(
      "patches", attribute: "species", kind: .area,
      classes: [
        SymbolClass(
          species, label: "patch of the range",
          symbol: Symbol(Colour(0x5B8C5A), width: 0.8, fillOpacity: 0.25))
      ], summary: "the parts of the range that nothing divides")
  }

  private static let passages = CategorizedStyle(
    "type", attribute: "type", kind: .point,
    classes: ["underpass", "viaduct", "culvert", "overpass", "gap", "gate", "ramp", "end"].map {
      SymbolClass($0, symbol: Symbol(Colour(0x1F7A4D), width: 6))
    }, summary: "passages by type")
}
