internal import Geometry

/// The drawing of a map as SVG.
struct MapMarkup {
  private let map: MapPicture
  private let legend: MapLegend
  private let texts: Texts
  private let projection: MapProjection
  private let frame: MapFrame

  /// Frames what the map must show; the projection is exact at `centre`.
  init(_ map: MapPicture, centre: Position, _ texts: Texts) throws {
    (self.map, self.legend, self.texts) = (map, map.legend, texts)
    projection = try MapProjection(centre: centre)
    var box = Box.empty
    for layer in map.framedLayers {
      for paths in layer.geometry.pathSets {
        let plane = projection.plane(paths.xy)
        for index in stride(from: 0, to: plane.count - 1, by: 2)
        where plane[index].isFinite && plane[index + 1].isFinite {
          box.formUnion(x: plane[index], y: plane[index + 1])
        }
      }
    }
    frame = MapFrame(around: box)
  }

  /// The name of the projection and its centre.
  var projectionName: String {
    let centre = projection.centre
    let letters = texts.hemispheres
    let latitude = "\(Int(abs(centre.y)))°\(centre.y < 0 ? letters.south : letters.north)"
    let longitude = "\(Int(abs(centre.x)))°\(centre.x < 0 ? letters.west : letters.east)"
    return "\(texts.projection) \(latitude) \(longitude)"
  }

  /// The whole drawing.
  var svg: String {
    let height = Int(frame.height)
    let graticule = Graticule(of: frame, on: projection, texts.hemispheres)
    return """
      <svg viewBox="0 0 \(Int(MapFrame.width)) \(height)" role="img" tabindex="0" \
      aria-label="\(map.title.escaped)" data-km="\(frame.kilometresPerPixel)">
      <rect class="ground" width="\(Int(MapFrame.width))" height="\(height)"/>
      <g class="view"><g transform="scale(.1)">
      \(lines(of: graticule))\(map.layers.map(layer).joined())</g></g>
      \(labels)\(degrees(of: graticule))\(scaleBar)\(schematicMark)</svg>

      """
  }

  private func lines(of graticule: Graticule) -> String {
    let paths = graticule.lines.map { line in
      var data = PathData(tolerance: 0.1)
      data.appendLine(line.xy.span)
      let kind = line.isMeridian ? "meridian" : "parallel"
      return "<path class=\"\(kind)\" d=\"\(data.text)\"/>\n"
    }
    return "<g class=\"graticule\">\n\(paths.joined())</g>\n"
  }

  private func degrees(of graticule: Graticule) -> String {
    let texts = graticule.lines.map { line in
      let (dx, dy) = line.isMeridian ? (0.0, -6.0) : (6.0, 4.0)
      let side = line.isMeridian ? "meridian" : "parallel"
      guard let exit = line.exit(from: frame) else {
        return "<text class=\"\(side)\" display=\"none\">\(line.label)</text>\n"
      }
      let (x, y) = ((exit.x / 10 + dx).tenths, (exit.y / 10 + dy).tenths)
      return "<text class=\"\(side)\" x=\"\(x)\" y=\"\(y)\">\(line.label)</text>\n"
    }
    return "<g class=\"degrees\" aria-hidden=\"true\">\n\(texts.joined())</g>\n"
  }

  private func layer(_ layer: MapLayer) -> String {
    let drawing = LayerDrawing(layer, on: projection, in: frame, tolerance: map.tolerance)
    let choice = legend.number(of: layer).map { " data-choice=\"\($0)\"" } ?? ""
    let state = legend.showsAtFirst(layer) ? "" : " display=\"none\""
    var html = "<g data-layer=\"\(layer.id.escaped)\"\(choice)\(state)>\n"
    for (index, part) in drawing.paths.enumerated() {
      let isFirst = index == 0 || !drawing.paths[index - 1].group.isLike(part.group)
      let isLast =
        index + 1 == drawing.paths.count || !drawing.paths[index + 1].group.isLike(part.group)
      if isFirst {
        let symbol = layer.classes[part.group.classIndex].symbol
        html += "<g \(symbol.attributes(part.group.kind))>\n"
      }
      let tooltip = part.group.tooltip
      html +=
        "<path d=\"\(part.data.text)\""
        + (tooltip.isEmpty ? "/>\n" : "><title>\(tooltip.escaped)</title></path>\n")
      if isLast { html += "</g>\n" }
    }
    return html + "</g>\n"
  }

  private var labels: String {
    var plane = projection.plane(map.labels.flatMap { [$0.position.x, $0.position.y] })
    frame.draw(&plane)
    var taken: [Box] = []
    var html = ""
    for (index, label) in map.labels.enumerated() {
      let (x, y) = (plane[2 * index] / 10, plane[2 * index + 1] / 10)
      guard x.isFinite, y.isFinite else { continue }
      let room = LabelRoom(label.text).box(at: x, y)
      let isFree = !taken.contains { $0.meets(room) }
      if isFree { taken.append(room) }
      html +=
        "<text x=\"\(x.tenths)\" y=\"\(y.tenths)\"\(label.isStrong ? " class=\"strong\"" : "")"
        + "\(isFree ? "" : " display=\"none\"")>\(label.text.escaped)</text>\n"
    }
    return html.isEmpty ? "" : "<g class=\"labels\" aria-hidden=\"true\">\n\(html)</g>\n"
  }

  private var scaleBar: String {
    let bar = ScaleBar(kilometresPerPixel: frame.kilometresPerPixel)
    return """
      <g class="scale" transform="translate(\(Int(MapFrame.width) - 16) \(Int(frame.height) - 30))">
      <path d="M0 -6v6h-\(bar.pixels.tenths)v-6"/>
      <text y="-8">\(bar.text)</text>
      </g>

      """
  }

  private var schematicMark: String {
    if !map.isSchematic { return "" }
    return "<text class=\"schematic\" x=\"\(Int(MapFrame.width / 2))\" y=\"16\">"
      + "\(texts.schematic.escaped)</text>\n"
  }
}

/// The room that a label takes, about.
struct LabelRoom {
  /// The size of the type and the height of a line, in pixels.
  private static let (size, height) = (12.0, 15.0)

  private let halfWidth: Double

  init(_ text: String) { halfWidth = TextWidth(of: text, size: Self.size).value / 2 }

  func box(at x: Double, _ y: Double) -> Box {
    Box(minX: x - halfWidth, minY: y - Self.height, maxX: x + halfWidth, maxY: y)
  }
}

extension PathData {
  /// The data as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension LayerDrawing.Group {
  /// Whether both are drawn with one symbol.
  fileprivate func isLike(_ other: LayerDrawing.Group) -> Bool {
    classIndex == other.classIndex && kind == other.kind
  }
}

extension GeometryColumn {
  /// The vertices of all points, lines and polygons.
  fileprivate var pathSets: [PathSet] { [points.paths, lines.paths, polygons.rings] }
}

extension Double {
  /// The number to one digit after the point.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
