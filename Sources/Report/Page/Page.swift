public import Formats
internal import Landscape

/// A page that is one file: text, tables and maps that need nothing from anywhere else.
///
/// No request leaves it, and a policy in its head forbids any. It is readable without scripts; with
/// scripts maps move and tables sort. The same page gives the same bytes.
///
/// It prints to A4, from any browser that knows the margin boxes of CSS (Chromium 131 and later): the
/// title above and `3 / 12` below every page, contents and sections numbered, all rows of all tables,
/// nothing that only a screen can use. Contents have no page numbers, because no browser gives them.
public struct Page: Sendable {
  /// The title, also that of the window.
  public var title: String
  /// What stands below the title.
  public var subtitle: Prose
  /// The fixed words, and with them the language.
  public var texts: Texts
  /// The parts.
  public var sections: [Section]
  /// Whom the data come from, under which licences.
  public var credits: [Prose]
  /// What programs read from the page: a reviewer finds it as the element `data`.
  public var data: JSONValue?

  /// Creates a page.
  public init(
    _ title: String, subtitle: Prose = "", texts: Texts = .english, sections: [Section] = [],
    credits: [Prose] = [], data: JSONValue? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.texts = texts
    self.sections = sections
    self.credits = credits
    self.data = data
  }

  /// Returns the page as HTML.
  ///
  /// - Returns: The whole file.
  /// - Throws: When PROJ cannot project the coordinates of a map.
  public func html() throws -> String {
    let body = try sections.map { try $0.html(texts) }.joined()
    return """
      <!doctype html>
      <html lang="\(texts.language.escaped)" style="--title: \(title.styleText.escaped)">
      \(head)
      <body>
      <a class="skip" href="#content">\(texts.skipToContent.escaped)</a>
      <header>
      <h1>\(title.escaped)</h1>
      \(subtitle == "" ? "" : "<p class=\"subtitle\">\(subtitle.html)</p>\n")</header>
      \(contents)<main id="content">
      \(body)</main>
      \(footer)\(dataElement)<script>
      const texts = \(texts.script.json.scriptText);
      \(PageResource.scripts)</script>
      </body>
      </html>

      """
  }

  private var head: String {
    """
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
    <title>\(title.escaped)</title>
    <style>
    \(PageResource.styles)</style>
    </head>
    """
  }

  private var contents: String {
    if sections.count < 2 { return "" }
    let items = sections.map {
      "<li><a href=\"#\($0.anchor.escaped)\">\($0.title.escaped)</a></li>\n"
    }
    return """
      <nav aria-label="\(texts.contents.escaped)">
      <p>\(texts.contents.escaped)</p>
      <ul>
      \(items.joined())</ul>
      </nav>

      """
  }

  private var footer: String {
    if credits.isEmpty { return "" }
    return """
      <footer>
      <h2>\(texts.credits.escaped)</h2>
      <ul>
      \(credits.map { "<li>\($0.html)</li>\n" }.joined())</ul>
      </footer>

      """
  }

  private var dataElement: String {
    guard let data else { return "" }
    return "<script type=\"application/json\" id=\"data\">\n\(data.scriptText)\n</script>\n"
  }
}

extension String {
  /// The text as a string of CSS that no character of it can end, without line breaks.
  fileprivate var styleText: String {
    var text = "'"
    for scalar in unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      text += isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
    }
    return text + "'"
  }
}

extension JSONValue {
  /// The value as JSON that may stand in a script element: nothing in it ends the element.
  fileprivate var scriptText: String {
    // A `<` of JSON is always inside a string, where it can be escaped.
    text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "\\u003c")
  }
}

/// The styles and scripts of all pages.
private enum PageResource {
  static let styles = text(["page.css", "table.css", "map.css", "chart.css", "print.css"])
  static let scripts = text(["table.js", "map.js"])

  private static func text(_ names: [String]) -> String {
    names.map { String(decoding: BundledResource.contents(of: "page/\($0)"), as: UTF8.self) }
      .joined()
  }
}
