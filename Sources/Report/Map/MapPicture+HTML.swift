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
    let sources = credits.map { " · \($0.html)" }.joined()
    return """
      <figure class="map" id="\(id.escaped)">
      \(caption)
      \(choiceSwitch(texts))<div class="frame">
      \(markup.svg)</div>
      \(legend.html(texts))<p class="help">\(texts.mapHelp.escaped)</p>
      <p class="source">\(markup.projectionName.escaped)\(sources)</p>
      </figure>

      """
  }

  /// The switch between the choices, where there are several.
  private func choiceSwitch(_ texts: Texts) -> String {
    let choices = legend.choices
    if choices.isEmpty { return "" }
    let items = choices.enumerated().map { number, choice in
      """
      <label><input type="radio" name="\(id.escaped)-choice" value="\(number)"\
      \(number == 0 ? " checked" : "")>\(choice.escaped)</label>

      """
    }
    return """
      <fieldset class="choices">
      <legend>\(choiceTitle.escaped)</legend>
      \(items.joined())</fieldset>

      """
  }
}
