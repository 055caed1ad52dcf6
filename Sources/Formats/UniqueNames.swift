/// Gives out names that differ from each other, shortened where a format asks for it.
package struct UniqueNames {
  /// The greatest number of UTF-8 bytes in a name.
  let limit: Int
  /// Whether names that differ only in case count as equal.
  let ignoresCase: Bool
  private var taken: Set<String> = []

  /// Starts without names.
  package init(limit: Int = .max, ignoresCase: Bool = false) {
    self.limit = limit
    self.ignoresCase = ignoresCase
  }

  /// Returns `name`, cut at a character if it is too long and with `_1`, `_2`, … if it is taken.
  package mutating func name(for name: String) -> String {
    var candidate = name.prefix(utf8Count: limit)
    var number = 0
    while !taken.insert(ignoresCase ? candidate.lowercased() : candidate).inserted {
      number += 1
      let suffix = "_\(number)"
      candidate = name.prefix(utf8Count: limit - suffix.utf8.count) + suffix
    }
    return candidate
  }
}

extension String {
  /// The longest beginning that has at most `limit` bytes in UTF-8 and ends with a whole character.
  fileprivate func prefix(utf8Count limit: Int) -> String {
    if utf8.count <= limit { return self }
    var result = ""
    for character in self {
      if result.utf8.count + character.utf8.count > limit { break }
      result.append(character)
    }
    return result
  }
}
