/// A track of a chart as SVG, drawn from 0 downwards.
struct ChartTrack {
  /// The elements.
  let markup: String
  /// The height in pixels.
  let height: Double
  /// How many labels there are, and for how many of them there is room.
  var labels = (all: 0, shown: 0)
}

extension ChartTrack {
  /// Draws a track along an axis.
  init(_ content: LineChart.Track.Content, along axis: ChartScale, _ texts: Texts) {
    switch content {
    case .stretches(let stretches, let classes): self.init(stretches, classes, axis)
    case .marks(let marks, let classes): self.init(marks, classes, axis)
    case .permeability(let reaches): self.init(reaches, axis, texts)
    }
  }

  /// The size of the type of labels, in pixels.
  static let typeSize = 13.0
  /// The least length of what is drawn, in pixels.
  static let leastLength = 1.5
}

extension ChartTrack {
  /// The height of a lane of stretches and the part of it that is drawn.
  private static let lane = (height: 20.0, bar: 16.0)

  /// Draws stretches; one that overlaps others goes to the first lane that is free.
  private init(
    _ stretches: [LineChart.Stretch], _ classes: [SymbolClass], _ axis: ChartScale
  ) {
    var ends: [Double] = []
    var (markup, labels) = ("", (all: 0, shown: 0))
    for stretch in stretches.sorted(by: Self.isBefore) {
      let free = ends.firstIndex { $0 <= stretch.kilometres.lowerBound }
      let lane = free ?? ends.count
      if free == nil { ends.append(0) }
      ends[lane] = stretch.kilometres.upperBound
      let bar = StretchBar(stretch, classes[stretch.classIndex], axis)
      markup += bar.markup(top: Double(lane) * Self.lane.height, height: Self.lane.bar)
      labels.all += stretch.label.isEmpty ? 0 : 1
      labels.shown += bar.hasRoom && !stretch.label.isEmpty ? 1 : 0
    }
    self.init(
      markup: markup, height: Double(max(ends.count, 1)) * Self.lane.height, labels: labels)
  }

  private static func isBefore(_ a: LineChart.Stretch, _ b: LineChart.Stretch) -> Bool {
    (a.kilometres.lowerBound, b.kilometres.upperBound)
      < (b.kilometres.lowerBound, a.kilometres.upperBound)
  }
}

/// One stretch of a track.
private struct StretchBar {
  private let stretch: LineChart.Stretch
  private let group: SymbolClass
  private let (from, to): (Double, Double)

  init(_ stretch: LineChart.Stretch, _ group: SymbolClass, _ axis: ChartScale) {
    (self.stretch, self.group) = (stretch, group)
    from = axis(stretch.kilometres.lowerBound)
    to = max(axis(stretch.kilometres.upperBound), from + ChartTrack.leastLength)
  }

  /// Whether the label fits on the bar.
  var hasRoom: Bool {
    TextWidth(of: stretch.label, size: ChartTrack.typeSize).value + 8 <= to - from
  }

  func markup(top: Double, height: Double) -> String {
    let words = [stretch.label, group.label].filter { !$0.isEmpty }.uniqued.joined(separator: ", ")
    let text =
      hasRoom && !stretch.label.isEmpty
      ? "<text class=\"on\" x=\"\((from + 4).tenths)\" y=\"\((top + 12.2).tenths)\">"
        + "\(stretch.label.escaped)</text>\n" : ""
    return """
      <rect x="\(from.tenths)" y="\(top.tenths)" width="\((to - from).tenths)" \
      height="\(height.tenths)" \(group.symbol.attributes(.area))>\
      <title>\(words.escaped)\n\(stretch.kilometres.kilometreText)</title></rect>
      \(text)
      """
  }
}

extension [String] {
  /// The texts, each one once, in their order.
  fileprivate var uniqued: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
