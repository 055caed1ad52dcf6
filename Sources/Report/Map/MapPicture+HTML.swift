internal import Geometry

extension MapPicture {
  /// The layers that the map must show all of; all layers where none is framed.
  var framedLayers: [MapLayer] {
    let framed = layers.filter { $0.isFramed && !$0.extent.isEmpty }
    return framed.isEmpty ? layers : framed
  }

  /// The map with its legend as HTML.
  ///
  /// - Throws: When PROJ cannot project.
  func html(_ texts: Texts) throws -> String {
    let boxes = framedLayers.flatMap { layer in
      (0..<layer.count).map { layer.geometry.box(of: $0) }
    }
    let caption = "<figcaption>\(title.escaped)</figcaption>"
    guard let centre = MapProjection.centre(of: boxes) else {
      return """
        <figure class="map" id="\(id.escaped)">
        \(caption)
        <p>\(texts.nothingToDraw.escaped)</p>
        </figure>

        """
    }
    let markup = try MapMarkup(self, centre: centre, texts)
    let sources = credits.map { " \($0.html)" }.joined()
    return """
      <figure class="map" id="\(id.escaped)">
      \(caption)
      <div class="frame">
      \(markup.svg)</div>
      \(legend(texts))<p class="help">\(texts.mapHelp.escaped)</p>
      <p class="source">\(markup.projectionName.escaped).\(sources)</p>
      </figure>

      """
  }

  private func legend(_ texts: Texts) -> String {
    let groups = layers.map { layer in
      let state = layer.isShown ? " checked" : ""
      // A single class needs no list: its swatch stands before the title of the layer.
      let isSingle = layer.classes.count == 1
      let items = layer.classes.map {
        "<li>\($0.symbol.swatch(layer.kind))\($0.label.escaped)</li>\n"
      }
      let swatch = isSingle ? layer.classes[0].symbol.swatch(layer.kind) : ""
      let list = isSingle || items.isEmpty ? "" : "<ul>\n\(items.joined())</ul>\n"
      return """
        <div class="layer\(layer.isShown ? "" : " off")">
        <label><input type="checkbox" value="\(layer.id.escaped)"\(state)>\(swatch)\
        \(layer.title.escaped)</label>
        \(list)</div>

        """
    }
    return """
      <fieldset class="legend">
      <legend>\(texts.layers.escaped)</legend>
      \(groups.joined())</fieldset>

      """
  }
}
