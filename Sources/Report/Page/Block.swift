/// One thing in a section of a page.
public enum Block: Sendable {
  /// A heading below that of the section.
  case heading(String)
  /// A paragraph of text.
  case paragraph(Prose)
  /// Something that the reader should not overlook.
  case note(Prose)
  /// Something that limits what the page says.
  case warning(Prose)
  /// A few numbers that sum it up, side by side.
  case keyFigures([KeyFigure])
  /// Terms and what they mean.
  case definitions([Definition])
  /// Items without order.
  case list([Prose])
  /// Items whose order counts.
  case steps([Prose])
  /// A table.
  case table(DataTable)
  /// A map.
  case map(MapPicture)
  /// A chart along a line.
  case lineChart(LineChart)
  /// Pairs of bars, before and after.
  case beforeAfter(BeforeAfter)

  /// The block as HTML.
  func html(_ texts: Texts) throws -> String {
    switch self {
    case .heading(let text): "<h3>\(text.escaped)</h3>\n"
    case .paragraph(let prose): "<p>\(prose.html)</p>\n"
    case .note(let prose): Self.box("note", texts.note, prose)
    case .warning(let prose): Self.box("warning", texts.warning, prose)
    case .keyFigures(let figures): Self.wrapped("dl class=\"figures\"", figures.map(\.html))
    case .definitions(let terms): Self.wrapped("dl", terms.map(\.html))
    case .list(let items): Self.wrapped("ul", items.map { "<li>\($0.html)</li>" })
    case .steps(let items): Self.wrapped("ol", items.map { "<li>\($0.html)</li>" })
    case .table(let table): table.html(texts)
    case .map(let map): try map.html(texts)
    case .lineChart(let chart): chart.html(texts)
    case .beforeAfter(let figure): figure.html(texts)
    }
  }

  private static func box(_ kind: String, _ word: String, _ prose: Prose) -> String {
    "<p class=\"\(kind)\" role=\"note\"><strong>\(word.escaped):</strong> \(prose.html)</p>\n"
  }

  private static func wrapped(_ tag: String, _ items: [String]) -> String {
    let name = tag.prefix { $0 != " " }
    return "<\(tag)>\n\(items.joined(separator: "\n"))\n</\(name)>\n"
  }
}

/// A number that sums something up, with what it is.
public struct KeyFigure: Sendable, Hashable {
  /// What it is.
  public var label: String
  /// The number as a reader should see it, for instance `1,240`.
  public var figure: String
  /// Its unit; empty where it has none.
  public var unit: String
  /// What the reader must know of it, for instance its bounds; may be empty.
  public var remark: Prose

  /// Creates a figure.
  public init(_ label: String, _ figure: String, unit: String = "", remark: Prose = "") {
    self.label = label
    self.figure = figure
    self.unit = unit
    self.remark = remark
  }

  fileprivate var html: String {
    let unit = unit.isEmpty ? "" : " <span class=\"unit\">\(unit.escaped)</span>"
    let remark = remark == "" ? "" : "<dd class=\"remark\">\(remark.html)</dd>"
    return "<div><dt>\(label.escaped)</dt><dd>\(figure.escaped)\(unit)</dd>\(remark)</div>"
  }
}

/// A term and what it means.
public struct Definition: Sendable, Hashable {
  /// The term.
  public var term: Prose
  /// What it means.
  public var meaning: Prose

  /// Creates a definition.
  public init(_ term: Prose, _ meaning: Prose) {
    self.term = term
    self.meaning = meaning
  }

  fileprivate var html: String { "<dt>\(term.html)</dt><dd>\(meaning.html)</dd>" }
}
