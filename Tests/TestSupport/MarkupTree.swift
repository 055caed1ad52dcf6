import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of XML, for tests that look into documents.
public final class MarkupTree {
  /// The name of the element.
  public let name: String
  /// Its attributes.
  public let attributes: [String: String]
  /// The elements in it.
  public private(set) var children: [MarkupTree] = []
  /// The text in it, without that of its children.
  public private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    (self.name, self.attributes) = (name, attributes)
  }

  /// Reads a document; nil when it is not well-formed.
  public static func parse(_ document: String) -> MarkupTree? {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    return parser.parse() ? reader.root.children.first : nil
  }

  /// All elements of a name below this one, in the order of the document.
  public func all(_ name: String) -> [MarkupTree] {
    children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
  }

  /// The first element of a name below this one.
  public func first(_ name: String) -> MarkupTree? { all(name).first }

  /// The text of this element and all below it.
  public var allText: String { text + children.map(\.allText).joined() }

  private final class Reader: NSObject, XMLParserDelegate {
    let root = MarkupTree("", [:])
    lazy var open = [root]

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = MarkupTree(name, attributes)
      open.last?.children.append(element)
      open.append(element)
    }

    func parser(
      _: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }
}
