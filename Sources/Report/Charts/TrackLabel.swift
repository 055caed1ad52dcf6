internal import Formats

/// The label at the left of a track.
struct TrackLabel {
  /// The height of a line and the size of its type, in pixels.
  private static let (lineHeight, size) = (16.0, 14.0)

  private let lines: [String]
  /// What it says of labels that are left out; empty where none is.
  private let remark: String

  /// Breaks a label between words, so that its lines fit; a word that is too long has a line of its
  /// own.
  init(_ text: String, _ labels: (all: Int, shown: Int), _ texts: Texts, width: Double) {
    lines = text.split(separator: " ").reduce(into: []) { lines, word in
      let longer = lines.last.map { "\($0) \(word)" } ?? ""
      if !longer.isEmpty, TextWidth(of: longer, size: Self.size).value <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    remark =
      labels.shown == labels.all
      ? ""
      : texts.labelled.replacing("{m}", with: grouped(labels.shown))
        .replacing("{n}", with: grouped(labels.all))
  }

  /// The height in pixels.
  var height: Double { Double(lines.count + (remark.isEmpty ? 0 : 1)) * Self.lineHeight }

  /// The elements, drawn from 0 downwards.
  var markup: String {
    let styled = lines.map { ("name", $0) } + (remark.isEmpty ? [] : [("part", remark)])
    return styled.enumerated().map { index, line in
      let y = (12 + Self.lineHeight * Double(index)).tenths
      return "<text class=\"\(line.0)\" x=\"0\" y=\"\(y)\">\(line.1.escaped)</text>\n"
    }.joined()
  }
}
