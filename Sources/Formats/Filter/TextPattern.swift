/// A pattern of LIKE: `%` is any text, `_` one character.
struct TextPattern: Sendable {
  private let pattern: [Unicode.Scalar]
  private let ignoresCase: Bool

  init(_ pattern: String, ignoresCase: Bool) {
    self.pattern = Array((ignoresCase ? pattern.lowercased() : pattern).unicodeScalars)
    self.ignoresCase = ignoresCase
  }

  /// Returns whether the whole text fits the pattern.
  ///
  /// - Complexity: O(length of the text × length of the pattern), without recursion.
  func matches(_ text: String) -> Bool {
    let text = Array((ignoresCase ? text.lowercased() : text).unicodeScalars)
    var (p, t) = (0, 0)
    var retry: (pattern: Int, text: Int)?  // behind the last %, and what it has swallowed
    while t < text.count {
      if p < pattern.count, pattern[p] == "%" {
        retry = (p + 1, t)
        p += 1
      } else if p < pattern.count, pattern[p] == "_" || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let last = retry {
        retry = (last.pattern, last.text + 1)
        (p, t) = (last.pattern, last.text + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "%" }
  }
}
