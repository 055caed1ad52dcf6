/// What the legend of a map says, and which of its layers belong together.
struct MapLegend {
  /// One place in the legend: the layers that share a title and classes.
  struct Entry {
    /// The layers, each of another choice, or one that belongs to all.
    fileprivate(set) var layers: [MapLayer]

    /// The layer that speaks for all.
    var first: MapLayer { layers[0] }

    /// Whether a layer is another view of the same.
    fileprivate func takes(_ layer: MapLayer) -> Bool {
      layer.choice != nil && first.choice != nil && layer.title == first.title
        && layer.classes == first.classes && layer.kind == first.kind
        && !layers.contains { $0.choice == layer.choice }
    }
  }

  /// The choices, in the order of their first layers.
  private(set) var choices: [String] = []
  /// The places, in the order of their first layers.
  private(set) var entries: [Entry] = []

  /// Finds what belongs together.
  init(of layers: [MapLayer]) {
    for layer in layers {
      if let choice = layer.choice, !choices.contains(choice) { choices.append(choice) }
      if let number = entries.firstIndex(where: { $0.takes(layer) }) {
        entries[number].layers.append(layer)
      } else {
        entries.append(Entry(layers: [layer]))
      }
    }
  }

  /// The number of the choice of a layer; nil for one that belongs to all.
  func number(of layer: MapLayer) -> Int? {
    layer.choice.flatMap { choices.firstIndex(of: $0) }
  }

  /// Whether a layer is shown until the reader asks otherwise.
  func showsAtFirst(_ layer: MapLayer) -> Bool {
    layer.isShown && (layer.choice == nil || layer.choice == choices.first)
  }

  /// The legend as HTML, with a switch for every place.
  func html(_ texts: Texts) -> String {
    """
    <fieldset class="legend">
    <legend>\(texts.layers.escaped)</legend>
    \(entries.map(html).joined())</fieldset>

    """
  }

  private func html(_ entry: Entry) -> String {
    let layer = entry.first
    let ids = entry.layers.map(\.id).joined(separator: " ")
    // A single class needs no list: its swatch stands before the title of the layer.
    let isSingle = layer.classes.count == 1
    let items = layer.classes.map {
      "<li>\($0.symbol.swatch(layer.kind))\($0.label.escaped)</li>\n"
    }
    let swatch = isSingle ? layer.classes[0].symbol.swatch(layer.kind) : ""
    let list = isSingle || items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
    return """
      <div class="layer\(layer.isShown ? "" : " off")">
      <label><input type="checkbox" value="\(ids.escaped)"\(layer.isShown ? " checked" : "")>\
      \(swatch)\(layer.title.escaped)</label>
      \(list)</div>

      """
  }
}

extension MapPicture {
  /// What belongs together in the legend.
  var legend: MapLegend { MapLegend(of: layers) }
}
