extension LineChart {
  /// The width of the drawing, and where the line begins and ends on it.
  private static let (width, room) = (1000.0, 172.0...972.0)
  /// The room for the ruler, and that between tracks.
  private static let (rulerHeight, gap) = (34.0, 12.0)

  /// The chart with its legend as HTML.
  func html(_ texts: Texts) -> String {
    """
    <figure class="chart" id="\(id.escaped)">
    <figcaption>\(title.escaped)</figcaption>
    <div class="frame">
    \(svg(texts))</div>
    \(legend)</figure>

    """
  }

  private func svg(_ texts: Texts) -> String {
    let axis = ChartScale(domain: kilometres, room: Self.room)
    var (body, top) = ("", Self.rulerHeight)
    for track in tracks {
      let drawing = ChartTrack(track.content, along: axis, texts)
      let label = TrackLabel(track.label, drawing.labels, texts, width: 138)
      body += """
        <path class="rule" d="M0 \((top - Self.gap / 2).tenths)H\(Self.width.tenths)"/>
        <g transform="translate(0 \(top.tenths))">
        \(label.markup)\(drawing.markup)</g>

        """
      top += max(drawing.height, label.height) + Self.gap
    }
    return """
      <svg viewBox="0 0 \(Int(Self.width)) \(top.tenths)" role="img" \
      aria-labelledby="\(id.escaped)-title \(id.escaped)-summary">
      <title id="\(id.escaped)-title">\(title.escaped)</title>
      <desc id="\(id.escaped)-summary">\(summary.escaped)</desc>
      \(ruler(axis, height: top))\(body)</svg>

      """
  }

  /// The ruler, with a thin line down through all tracks at every number.
  private func ruler(_ axis: ChartScale, height: Double) -> String {
    let ticks = axis.ticks.map { tick in
      let x = axis(tick.number).tenths
      return """
        <path class="grid" d="M\(x) 22V\(height.tenths)"/><path class="tick" d="M\(x) 16v6"/>\
        <text class="number" x="\(x)" y="12">\(tick.text)</text>

        """
    }
    return """
      \(ticks.joined())<path class="tick" d="M\(Self.room.lowerBound.tenths) 22\
      H\(Self.room.upperBound.tenths)"/>
      <text class="name" x="0" y="12">km</text>

      """
  }
}
