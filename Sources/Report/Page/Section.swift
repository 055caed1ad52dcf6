/// A part of a page with a heading, to which the contents of the page lead.
public struct Section: Sendable {
  /// The heading.
  public var title: String
  /// The name by which links find it, `#anchor`: letters, digits and hyphens, unique on the page.
  public var anchor: String
  /// What it holds.
  public var blocks: [Block]

  /// Creates a section.
  public init(_ title: String, anchor: String, _ blocks: [Block] = []) {
    self.title = title
    self.anchor = anchor
    self.blocks = blocks
  }

  func html(_ texts: Texts) throws -> String {
    let body = try blocks.map { try $0.html(texts) }.joined()
    return """
      <section id="\(anchor.escaped)" aria-labelledby="\(anchor.escaped)-title">
      <h2 id="\(anchor.escaped)-title">\(title.escaped)</h2>
      \(body)</section>

      """
  }
}
