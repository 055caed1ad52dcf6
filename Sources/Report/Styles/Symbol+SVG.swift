extension Symbol {
  /// The attributes of an SVG element that is drawn with the symbol.
  func attributes(_ kind: Kind) -> String {
    let stroke = "stroke=\"\(colour.hex)\" stroke-width=\"\(width.tenths)\""
    let cover = opacity < 1 ? " opacity=\"\(opacity.hundredths)\"" : ""
    let dashes =
      dash.isEmpty
      ? "" : " stroke-dasharray=\"\(roundDash.map(\.tenths).joined(separator: " "))\""
    return switch kind {
    case .point: "fill=\"none\" \(stroke)\(cover)"
    case .line: "fill=\"none\" \(stroke)\(dashes)\(cover)"
    case .area:
      "fill=\"\(colour.hex)\" fill-opacity=\"\(fillOpacity.hundredths)\" \(stroke)\(dashes)\(cover)"
    }
  }

  /// The dashes without their round ends, which reach half a width into the gaps. Flat ends would hide
  /// what is so short that it is drawn as a dot.
  private var roundDash: [Double] {
    dash.enumerated().map { index, length in
      index % 2 == 0 ? max(length - width, 0.1) : length + width
    }
  }

  /// A picture of the symbol for a legend.
  func swatch(_ kind: Kind) -> String {
    let figure =
      switch kind {
      case .point: "M14 7h.01"
      case .line: "M2 7h24"
      case .area: "M3 2h22v10h-22z"
      }
    return """
      <svg class="key" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">\
      <path \(attributes(kind)) d="\(figure)"/></svg>
      """
  }
}

extension Double {
  /// The number to two digits after the point.
  fileprivate var hundredths: String {
    let hundredths = Int((self * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
