internal import Formats
internal import Permeability

extension ChartTrack {
  /// The height of the scale from 0 to 1.
  private static let profileHeight = 72.0
  /// The room above and below the scale, for the numbers of the axis.
  private static let margin = 6.0

  /// Draws permeability: per reach an area from 0 in the colour of its reading, a line at the number
  /// and a band between the bounds.
  init(_ reaches: [LineChart.Reach], _ axis: ChartScale, _ texts: Texts) {
    let scale = ChartScale(
      domain: 0...1, room: Self.margin...Self.margin + Self.profileHeight)
    let base = Self.margin + Self.profileHeight
    let drawing = reaches.map { reach in
      ReachDrawing(reach, axis, texts) { base + Self.margin - scale($0) }.markup(base: base)
    }
    let grid = [0, 0.5, 1].map { number in
      let y = base + Self.margin - scale(number)
      return """
        <path class="grid" d="M\(axis.room.lowerBound.tenths) \(y.tenths)\
        H\(axis.room.upperBound.tenths)"/>
        <text class="axis" x="\((axis.room.lowerBound - 5).tenths)" y="\((y + 4).tenths)">\
        \(number == 0.5 ? "0.5" : "\(Int(number))")</text>

        """
    }
    self.init(markup: grid.joined() + drawing.joined(), height: base + Self.margin)
  }
}

/// One reach of a profile of permeability.
private struct ReachDrawing {
  private let reach: LineChart.Reach
  private let texts: Texts
  private let (from, to): (Double, Double)
  private let y: (Double) -> Double

  init(
    _ reach: LineChart.Reach, _ axis: ChartScale, _ texts: Texts, _ y: @escaping (Double) -> Double
  ) {
    (self.reach, self.texts, self.y) = (reach, texts, y)
    from = axis(reach.kilometres.lowerBound)
    to = max(axis(reach.kilometres.upperBound), from + ChartTrack.leastLength)
  }

  func markup(base: Double) -> String {
    guard let p = reach.permeability else {
      // Nothing known: a thin broken line on the ground.
      return "<path class=\"unknown\" d=\"M\(from.tenths) \(base.tenths)H\(to.tenths)\">"
        + "\(tooltip)</path>\n"
    }
    let reading = Reading(p.central)
    let colour = reading.symbol.colour.hex
    return """
      <g>\(tooltip)
      \(box(from: y(p.central), to: base, "fill=\"\(colour)\" fill-opacity=\".3\""))\
      \(box(from: y(p.high), to: y(p.low), "class=\"band\""))\
      <path stroke="\(colour)" stroke-width="3" d="M\(from.tenths) \(y(p.central).tenths)\
      H\(to.tenths)"/>
      </g>

      """
  }

  private func box(from top: Double, to bottom: Double, _ paint: String) -> String {
    """
    <rect x="\(from.tenths)" y="\(top.tenths)" width="\((to - from).tenths)" \
    height="\(max(bottom - top, 0).tenths)" \(paint)/>

    """
  }

  private var tooltip: String {
    let number =
      reach.permeability.map { p in
        "P \(grouped(p.central, decimals: 2)) (\(grouped(p.low, decimals: 2)) – "
          + "\(grouped(p.high, decimals: 2))), \(Reading(p.central).rawValue)"
      } ?? "P \(texts.notKnown)"
    let lines = [reach.label, number, reach.kilometres.kilometreText].filter { !$0.isEmpty }
    return "<title>\(lines.joined(separator: "\n").escaped)</title>"
  }
}
