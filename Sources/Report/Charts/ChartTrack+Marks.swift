extension ChartTrack {
  /// The rows for labels above the marks, and their height.
  private static let labelRows = (count: 3, height: 15.0)
  /// The room for the marks themselves.
  private static let figureHeight = 16.0

  /// Draws marks; their labels stand above them in up to three rows, the lowest first, each with a
  /// stroke down to its mark.
  init(_ marks: [LineChart.Mark], _ classes: [LineChart.MarkClass], _ axis: ChartScale) {
    let ordered = marks.sorted { $0.kilometre < $1.kilometre }
    var rows = LabelRows(count: Self.labelRows.count)
    let placed = ordered.map { mark in
      PlacedMark(mark, classes[mark.classIndex], at: axis(mark.kilometre), &rows, axis.room)
    }
    let height = Double((placed.compactMap(\.row).max() ?? -1) + 1) * Self.labelRows.height
    let middle = height + Self.figureHeight / 2
    // Strokes lie below all figures and labels.
    let strokes = placed.map { $0.stroke(from: height, to: middle, Self.labelRows.height) }
    let figures = placed.map { $0.figure(at: middle) }
    let labels = placed.map { $0.text(above: height, Self.labelRows.height) }
    let all = strokes.joined() + figures.joined() + labels.joined()
    self.init(
      markup: all, height: height + Self.figureHeight,
      labels: (marks.count { !$0.label.isEmpty }, placed.count { $0.row != nil }))
  }
}

/// A mark with the place of its label.
private struct PlacedMark {
  private let mark: LineChart.Mark
  private let group: LineChart.MarkClass
  private let x: Double
  /// Where the label begins.
  private let start: Double
  /// The row of the label, from the lowest; nil where there is none or no room for it.
  let row: Int?

  init(
    _ mark: LineChart.Mark, _ group: LineChart.MarkClass, at x: Double, _ rows: inout LabelRows,
    _ room: ClosedRange<Double>
  ) {
    (self.mark, self.group, self.x) = (mark, group, x)
    let width = TextWidth(of: mark.label, size: ChartTrack.typeSize).value
    // Beside the stroke; at the right end of the line, before it.
    start = x + 3 + width <= room.upperBound + 20 ? x + 3 : x - 3 - width
    row = mark.label.isEmpty ? nil : rows.row(from: start, to: start + width)
  }

  func stroke(from height: Double, to middle: Double, _ rowHeight: Double) -> String {
    guard let row else { return "" }
    let top = height - Double(row + 1) * rowHeight + 3
    return "<path class=\"lead\" d=\"M\(x.tenths) \(top.tenths)V\(middle.tenths)\"/>\n"
  }

  func figure(at middle: Double) -> String {
    let words = [mark.label, group.label].filter { !$0.isEmpty }.joined(separator: ", ")
    return group.figure.markup(
      x: x, y: middle, group.colour, tooltip: "\(words)\n\(mark.kilometre.kilometreText) km")
  }

  func text(above height: Double, _ rowHeight: Double) -> String {
    guard let row else { return "" }
    let y = height - Double(row) * rowHeight - 3
    return "<text x=\"\(start.tenths)\" y=\"\(y.tenths)\">\(mark.label.escaped)</text>\n"
  }
}
