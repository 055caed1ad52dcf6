/// The figure of a mark on a chart.
public enum MarkFigure: String, Sendable, Hashable, CaseIterable {
  /// A filled circle.
  case disc
  /// A circle.
  case ring
  /// A filled square.
  case square
  /// A square on its corner.
  case diamond
  /// A triangle that points up.
  case triangle
  /// A triangle that points right, for instance where something begins.
  case rightward
  /// A triangle that points left, for instance where something ends.
  case leftward
  /// Two crossed strokes.
  case cross
  /// An upright stroke.
  case bar

  /// The figure as data of a path around the origin, about 10 pixels wide.
  private var path: String {
    switch self {
    case .disc, .ring: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    case .square: "M-4 -4h8v8h-8z"
    case .diamond: "M0 -5.5l5 5.5l-5 5.5l-5 -5.5z"
    case .triangle: "M0 -5l5 9h-10z"
    case .rightward: "M-4 -5l9 5l-9 5z"
    case .leftward: "M4 -5l-9 5l9 5z"
    case .cross: "M-4 -4l8 8M4 -4l-8 8"
    case .bar: "M0 -6v12"
    }
  }

  private var isOutline: Bool { self == .ring || self == .cross || self == .bar }

  /// The figure as an element of SVG around a place; an empty tooltip is none.
  func markup(x: Double, y: Double, _ colour: Colour, tooltip: String) -> String {
    let paint =
      isOutline
      ? "fill=\"none\" stroke=\"\(colour.hex)\" stroke-width=\"2\""
      : "fill=\"\(colour.hex)\" stroke=\"#fff\" stroke-width=\".8\""
    let start =
      "<path transform=\"translate(\(x.tenths) \(y.tenths))\" \(paint) d=\"\(path)\""
    return start
      + (tooltip.isEmpty ? "/>\n" : "><title>\(tooltip.escaped)</title></path>\n")
  }

  /// A picture of the figure for a legend.
  func swatch(_ colour: Colour) -> String {
    let figure = markup(x: 14, y: 7, colour, tooltip: "")
    return """
      <svg class="key" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">\(figure)</svg>
      """
  }
}
