/// A run of text with emphasis, code and links.
///
///     let prose: Prose = "Opened in " + .link("edition 3", to: "../3/index.html") + "."
public struct Prose: Sendable, Hashable, ExpressibleByStringInterpolation {
  private enum Run: Sendable, Hashable {
    case plain(String)
    case strong(String)
    case code(String)
    case link(String, address: String)
  }

  private var runs: [Run]

  private init(_ run: Run) { runs = [run] }

  /// Makes plain text.
  public init(_ text: String) { runs = [.plain(text)] }

  /// Makes plain text.
  public init(stringLiteral text: String) { self.init(text) }

  /// Makes text that stands out.
  public static func strong(_ text: String) -> Prose { Prose(.strong(text)) }

  /// Makes text of a program, for instance the name of a column.
  public static func code(_ text: String) -> Prose { Prose(.code(text)) }

  /// Makes a link to a place on the page (`#anchor`), a neighbouring file or a site.
  ///
  /// Addresses with a scheme other than `http`, `https` and `mailto` are not followed: the text
  /// stands alone then.
  public static func link(_ text: String, to address: String) -> Prose {
    Prose(address.isSafeAddress ? .link(text, address: address) : .plain(text))
  }

  /// Puts one text behind another.
  public static func + (a: Prose, b: Prose) -> Prose {
    var sum = a
    sum.runs += b.runs
    return sum
  }

  /// The text as HTML.
  var html: String {
    runs.map { run in
      switch run {
      case .plain(let text): text.escaped
      case .strong(let text): "<strong>\(text.escaped)</strong>"
      case .code(let text): "<code>\(text.escaped)</code>"
      case .link(let text, let address): "<a href=\"\(address.escaped)\">\(text.escaped)</a>"
      }
    }.joined()
  }
}

extension String {
  /// Whether a browser that follows the address runs nothing: it is relative, or of the web or mail.
  fileprivate var isSafeAddress: Bool {
    guard let colon = firstIndex(of: ":") else { return true }
    let scheme = self[..<colon]
    // A colon behind the first slash, query or anchor belongs to a path.
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return ["http", "https", "mailto"].contains(scheme.lowercased())
  }
}
