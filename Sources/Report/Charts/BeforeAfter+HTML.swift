internal import Formats
internal import Permeability

extension BeforeAfter {
  /// The width of the drawing, and where bars begin and end on it.
  private static let (width, room) = (1000.0, 212.0...690.0)
  /// The room for the axis, and the height of a row.
  private static let (axisHeight, rowHeight) = (34.0, 46.0)

  /// The figure with its legend as HTML.
  func html(_ texts: Texts) -> String {
    """
    <figure class="chart" id="\(id.escaped)">
    <figcaption>\(title.escaped)</figcaption>
    <div class="frame">
    \(svg(texts))</div>
    <ul class="legend">
    <li>\(Self.key("before"))\(texts.before.escaped)</li>
    <li>\(Self.key("after"))\(texts.after.escaped)</li>
    <li>\(Self.boundsKey)\(texts.bounds.escaped)</li>
    </ul>
    </figure>

    """
  }

  private func svg(_ texts: Texts) -> String {
    let axis = ChartScale(domain: 0...greatest, room: Self.room)
    let height = Self.axisHeight + Double(rows.count) * Self.rowHeight
    let body = rows.enumerated().map { index, row in
      markup(of: row, axis, texts, top: Self.axisHeight + Double(index) * Self.rowHeight)
    }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(height.tenths)" role="img" \
      aria-labelledby="\(id.escaped)-title \(id.escaped)-summary">
      <title id="\(id.escaped)-title">\(title.escaped)</title>
      <desc id="\(id.escaped)-summary">\(summary(texts).escaped)</desc>
      \(ruler(axis, height: height))\(body.joined())</svg>

      """
  }

  /// The number at the end of the axis.
  private var greatest: Double {
    let most =
      rows.flatMap { row in
        length(row.before.high, in: row).map { [$0, length(row.after.high, in: row) ?? 0] } ?? []
      }.max() ?? 0
    return most > 0 ? most : 1
  }

  /// The length of a bar on the axis; nil for a row without bars.
  private func length(_ number: Double, in row: Row) -> Double? {
    switch scale {
    case .shared: number
    case .relative: row.before.central > 0 ? 100 * number / row.before.central : nil
    }
  }

  private func ruler(_ axis: ChartScale, height: Double) -> String {
    let ticks = axis.ticks.map { tick in
      let x = axis(tick.number).tenths
      return """
        <path class="grid" d="M\(x) 22V\(height.tenths)"/>\
        <text class="number" x="\(x)" y="12">\(tick.text)</text>

        """
    }
    let name = scale == .relative ? "%" : unit
    return ticks.joined() + "<text class=\"name\" x=\"0\" y=\"12\">\(name.escaped)</text>\n"
  }

  /// A row: its label, two bars with whiskers, and its numbers.
  private func markup(of row: Row, _ axis: ChartScale, _ texts: Texts, top: Double) -> String {
    let label = TrackLabel(row.label, (0, 0), texts, width: 190)
    let bars = [("before", row.before, 2.0), ("after", row.after, 18.0)].map { kind, number, y in
      bar(kind, number, in: row, axis, y: y)
    }
    let x = Self.room.upperBound + 16
    return """
      <path class="rule" d="M0 \((top - 4).tenths)H\(Self.width.tenths)"/>
      <g transform="translate(0 \(top.tenths))">
      <title>\(line(row).escaped)</title>
      \(label.markup)\(bars.joined())<text x="\(x.tenths)" y="13">\(text(row.before).escaped)</text>
      <text x="\(x.tenths)" y="29">\(text(row.after).escaped)</text>
      <text class="change" x="\(Self.width.tenths)" y="21">\(row.changeText.escaped)</text>
      </g>

      """
  }

  private func bar(
    _ kind: String, _ number: Estimate, in row: Row, _ axis: ChartScale, y: Double
  ) -> String {
    guard let low = length(number.low, in: row), let high = length(number.high, in: row),
      let central = length(number.central, in: row)
    else { return "" }
    let (start, middle) = (axis(0), (y + 6).tenths)
    let width = max(axis(central) - start, ChartTrack.leastLength)
    let (from, to) = (axis(low), axis(high))
    let whisker =
      low < high
      ? """
      <path class="whisker" d="M\(from.tenths) \(middle)H\(to.tenths)\
      M\(from.tenths) \((y + 2).tenths)v8M\(to.tenths) \((y + 2).tenths)v8"/>

      """ : ""
    return """
      <rect class="\(kind)" x="\(start.tenths)" y="\(y.tenths)" width="\(width.tenths)" height="12"/>
      \(whisker)
      """
  }

  /// A number with its bounds.
  private func text(_ number: Estimate) -> String {
    let central = grouped(number.central, decimals: decimals)
    if number.low == number.high { return central }
    return "\(central) (\(grouped(number.low, decimals: decimals)) – "
      + "\(grouped(number.high, decimals: decimals)))"
  }

  private func line(_ row: Row) -> String {
    let unit = unit.isEmpty ? "" : " \(unit)"
    return "\(row.label): \(text(row.before)) → \(text(row.after))\(unit), \(row.changeText)"
  }

  private func summary(_ texts: Texts) -> String {
    "\(texts.before) → \(texts.after). " + rows.map(line).joined(separator: "; ")
  }

  private static func key(_ kind: String) -> String {
    """
    <svg class="key" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">\
    <rect class="\(kind)" x="3" y="2" width="22" height="10"/></svg>
    """
  }

  private static let boundsKey = """
    <svg class="key" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">\
    <path class="whisker" d="M4 7H24M4 3v8M24 3v8"/></svg>
    """
}
