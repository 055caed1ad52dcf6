public import Formats

/// A table with a caption, whose rows a reader can sort and filter.
///
/// All rows are in the page: without scripts all are shown. With them a table of more than
/// ``filterThreshold`` rows has a field to filter by, and one of more than ``rowLimit`` shows so many
/// until more are asked for. On paper all rows are shown, and a table that is too wide for A4 is set in
/// smaller type or turns the page of its section.
public struct DataTable: Sendable {
  /// The number of rows above which there is a field to filter by.
  public static let filterThreshold = 12
  /// The number of rows that are shown at first.
  public static let rowLimit = 25

  /// What the table shows.
  public var caption: Prose
  /// The columns.
  public var columns: [TableColumn]
  /// The values, row by row; a row has one for each column, and three for one with bounds.
  public var rows: [[Value]]
  /// Whether the first column names the rows.
  public var hasRowHeaders: Bool

  /// Creates a table.
  public init(
    _ caption: Prose, columns: [TableColumn], rows: [[Value]] = [], hasRowHeaders: Bool = true
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.hasRowHeaders = hasRowHeaders
  }

  func html(_ texts: Texts) -> String {
    precondition(
      rows.allSatisfy { $0.count == columns.reduce(0) { $0 + $1.width } },
      "a row has one value for each column, and three for one with bounds")
    let heads = columns.map { column in
      "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(column.heading)</th>"
    }
    var html = """
      <div class="\((["table"] + PaperFit(of: self, texts).classes).joined(separator: " "))">
      <table data-filter="\(Self.filterThreshold)" data-limit="\(Self.rowLimit)">
      <caption>\(caption.html)</caption>
      <thead><tr>\(heads.joined())</tr></thead>
      <tbody>

      """
    for row in rows { html += "<tr>\(line(row, texts))</tr>\n" }
    return html + "</tbody>\n</table>\n\(explanations(texts))</div>\n"
  }

  /// The cells of a row.
  func cells(of row: [Value], _ texts: Texts) -> [TableCell] {
    var next = 0
    return columns.map { column in
      defer { next += column.width }
      return TableCell(
        value: row[next], bounds: column.hasBounds ? (row[next + 1], row[next + 2]) : nil,
        column: column, texts: texts)
    }
  }

  private func line(_ row: [Value], _ texts: Texts) -> String {
    cells(of: row, texts).enumerated().map { index, cell in
      cell.html(isHeader: hasRowHeaders && index == 0)
    }.joined()
  }

  /// What the columns mean, for those who cannot point at a heading.
  private func explanations(_ texts: Texts) -> String {
    let explained = columns.filter { !$0.explanation.isEmpty }
    if explained.isEmpty { return "" }
    let items = explained.map {
      "<dt>\($0.label.escaped)</dt><dd>\($0.explanation.escaped)</dd>\n"
    }
    return """
      <details>
      <summary>\(texts.columns.escaped)</summary>
      <dl>
      \(items.joined())</dl>
      </details>

      """
  }
}
