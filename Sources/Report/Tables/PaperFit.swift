/// How a table is set on paper, so that all its columns fit.
enum PaperFit: CaseIterable {
  /// In the type of all tables.
  case plain
  /// In smaller type.
  case dense
  /// On a page that is turned.
  case sideways
  /// On a page that is turned, in smaller type.
  case denseSideways
  /// The same, with lines that break inside words.
  case broken

  /// A column of text is not set narrower than its longest text, nor than so many letters.
  private static let readableLetters = 18
  /// The part of the page that a table may fill, because faces are not all equally wide.
  private static let safety = 0.93
  /// The width of the bar of a share and of the swatch of a class, in points.
  private static let (bar, swatch) = (36.0, 12.0)

  /// The first way in which a table fits.
  init(of table: DataTable, _ texts: Texts) {
    let letters = Self.letters(in: table, texts)
    let extras = table.columns.map { column in
      switch column.kind {
      case .text, .number: 0.0
      case .share: Self.bar
      case .category: Self.swatch
      }
    }.reduce(0, +)
    self =
      Self.allCases.dropLast().first { fit in
        let width = letters.reduce(extras) {
          $0 + TextWidth(of: $1, size: fit.size).value + 2 * fit.padding
        }
        return width <= Self.safety * fit.room
      } ?? .broken
  }

  /// The classes of the element around the table.
  var classes: [String] {
    switch self {
    case .plain: []
    case .dense: ["dense"]
    case .sideways: ["sideways"]
    case .denseSideways: ["dense", "sideways"]
    case .broken: ["dense", "sideways", "broken"]
    }
  }

  private var isDense: Bool { self != .plain && self != .sideways }
  private var isSideways: Bool { self != .plain && self != .dense }
  /// The size of type and the room at both sides of a cell, in points, as the styles set them.
  private var size: Double { isDense ? 7 : 8.5 }
  private var padding: Double { isDense ? 3 : 5 }
  /// The width of A4 without margins, in points.
  private var room: Double { isSideways ? 762 : 516 }

  /// What sets the width of each column.
  private static func letters(in table: DataTable, _ texts: Texts) -> [String] {
    var widest = table.columns.map { longestWord(of: "\($0.label) \($0.unit)") }
    for row in table.rows {
      for (index, cell) in table.cells(of: row, texts).enumerated() {
        for text in [widestPart(of: cell), cell.boundsText ?? ""]
        where text.count > widest[index].count { widest[index] = text }
      }
    }
    return widest
  }

  /// What of a cell stays on one line.
  private static func widestPart(of cell: TableCell) -> String {
    guard case .text = cell.column.kind else { return cell.plainText }
    let start = String(cell.plainText.prefix(readableLetters))
    let word = longestWord(of: cell.plainText)
    return word.count > start.count ? word : start
  }

  private static func longestWord(of text: String) -> String {
    let words = text.split { $0.isWhitespace || $0 == "-" }
    return words.max { $0.count < $1.count }.map(String.init) ?? ""
  }
}
