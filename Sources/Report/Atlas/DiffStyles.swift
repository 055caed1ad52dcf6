internal import Atlas
package import Formats

/// How changes of barriers are drawn, on the page and in QGIS.
package enum DiffStyles {
  /// The kinds of changes, the greatest first.
  static let kinds = BarrierChange.Kind.allCases.map { kind in
    SymbolClass(kind.rawValue, label: label(kind), symbol: symbol(kind))
  }

  /// The styles of the layer of changes, the default one first.
  package static func styles(of layer: String) -> [LayerStyle] {
    [
      CategorizedStyle(
        "change", attribute: "change", kind: .line, classes: kinds,
        summary: "what became of barriers between two editions"
      ).style(of: layer),
      CategorizedStyle(
        "which", attribute: "which", kind: .line,
        classes: [
          SymbolClass("new", label: "line of the new edition", symbol: symbol(.added)),
          SymbolClass("old", label: "line of the old edition", symbol: symbol(.removed)),
        ], summary: "which edition a line is of"
      ).style(of: layer),
    ]
  }

  static func label(_ kind: BarrierChange.Kind) -> String {
    switch kind {
    case .added: "added"
    case .removed: "removed"
    case .moved: "moved"
    case .reclassified: "other attributes"
    case .renumbered: "another id alone"
    }
  }

  static func symbol(_ kind: BarrierChange.Kind) -> Symbol {
    switch kind {
    case .added: Symbol(Colour(0x1B7837), width: 3)
    case .removed: Symbol(Colour(0xB2182B), width: 3, dash: [6, 4])
    case .moved: Symbol(Colour(0xB35806), width: 2.4)
    case .reclassified: Symbol(Colour(0x2166AC), width: 2.4)
    case .renumbered: Symbol(Colour(0x6B7785), width: 1.4)
    }
  }
}
