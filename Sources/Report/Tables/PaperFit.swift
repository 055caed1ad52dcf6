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
  private static let readableLetters = 18.0
  /// The part of the page that a table may fill, because faces are not all equally wide.
  private static let safety = 0.93
  /// The size of the type of bounds, as a part of that of the table.
  private static let boundsSize = 0.82
  /// The width of the swatch of a class, in points.
  private static let swatch = 12.0

  /// The first way in which a table fits.
  init(of table: DataTable, _ texts: Texts) {
    let letters = Self.letters(in: table, texts)
    self =
      Self.allCases.dropLast().first { fit in
        let width = zip(table.columns, letters).reduce(0) {
          $0 + fit.width(of: $1.0, letters: $1.1)
        }
        return width <= Self.safety * fit.room
      } ?? .broken
  }

  private func width(of column: TableColumn, letters: Double) -> Double {
    let picture =
      switch column.kind {
      case .text, .number: 0.0
      case .share: bar
      case .category: Self.swatch
      }
    return TextWidth(letters: letters, size: size).value + picture + 2 * padding
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
  /// The width of the bar of a share, in points.
  private var bar: Double { isDense ? 24 : 36 }
  /// The width of A4 without margins, in points.
  private var room: Double { isSideways ? 762 : 516 }

  /// The letters of each column that stay on one line.
  private static func letters(in table: DataTable, _ texts: Texts) -> [Double] {
    var most = table.columns.map { longestWord(of: "\($0.label) \($0.unit)") }
    for row in table.rows {
      for (index, cell) in table.cells(of: row, texts).enumerated() {
        most[index] = max(most[index], letters(in: cell))
      }
    }
    return most
  }

  private static func letters(in cell: TableCell) -> Double {
    let text = cell.plainText
    guard case .text = cell.column.kind else {
      return max(Double(text.count), boundsSize * Double(cell.boundsText?.count ?? 0))
    }
    return max(min(Double(text.count), readableLetters), longestWord(of: text))
  }

  private static func longestWord(of text: String) -> Double {
    Double(text.split { $0.isWhitespace || $0 == "-" }.map(\.count).max() ?? 0)
  }
}
