internal import Atlas
internal import Formats

/// The map of what became of barriers.
struct DiffMap {
  private let diff: EditionDiff
  private let regions: FeatureBatch

  init(_ diff: EditionDiff, _ regions: FeatureBatch) { (self.diff, self.regions) = (diff, regions) }

  /// The map; nil where no barrier changed.
  var picture: MapPicture? {
    if diff.barriers.changes.isEmpty { return nil }
    let changes = BarrierChange.Kind.allCases.reversed().flatMap(layers)
    return MapPicture(
      id: "changes", title: "What became of barriers",
      layers: [regionLayer, unchanged].filter { $0.count > 0 } + changes,
      isSchematic: diff.isSchematic, credits: DiffWords.credits(diff))
  }

  private var regionLayer: MapLayer {
    var layer = MapLayer(
      id: "regions", title: "Regions", kind: .area,
      classes: [
        SymbolClass(
          "region", symbol: Symbol(Colour(0x5A4A8A), width: 1, dash: [5, 3], fillOpacity: 0.04))
      ], isFramed: false)
    for row in 0..<regions.count {
      layer.append(
        row, of: regions.geometry, tooltip: regions.column("name")?[row].description ?? "")
    }
    return layer
  }

  private var unchanged: MapLayer {
    var layer = MapLayer(
      id: "unchanged", title: "Unchanged", kind: .line,
      classes: [SymbolClass("unchanged", symbol: Symbol(Colour(0x9AA5B1), width: 0.9))],
      isFramed: false)
    for row in diff.barriers.unchanged {
      layer.append(row, of: diff.barriers.new.rows.geometry)
    }
    return layer
  }

  /// The layers of a kind: one, or none where there is no such change. What moved is drawn where it was
  /// and where it is.
  private func layers(_ kind: BarrierChange.Kind) -> [MapLayer] {
    let changes = diff.barriers.changes.filter { $0.kind == kind }
    if changes.isEmpty { return [] }
    let symbol = DiffStyles.symbol(kind)
    var classes = [SymbolClass(kind.rawValue, label: DiffStyles.label(kind), symbol: symbol)]
    if kind == .moved {
      var earlier = symbol
      earlier.dash = [2, 4]
      classes[0].label = "where it is now"
      classes.append(SymbolClass("moved_from", label: "where it was", symbol: earlier))
    }
    var layer = MapLayer(
      id: kind.rawValue, title: DiffWords.title(kind), kind: .line, classes: classes,
      isShown: kind != .renumbered)
    for change in changes { append(change, to: &layer) }
    return [layer]
  }

  private func append(_ change: BarrierChange, to layer: inout MapLayer) {
    let tooltip = DiffWords.tooltip(change, diff.barriers)
    if let old = change.old, change.new == nil || change.kind == .moved {
      layer.append(
        old, of: diff.barriers.old.rows.geometry, class: change.new == nil ? 0 : 1,
        tooltip: tooltip)
    }
    if let new = change.new {
      layer.append(new, of: diff.barriers.new.rows.geometry, tooltip: tooltip)
    }
  }
}
