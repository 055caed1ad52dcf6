internal import Landscape

/// What a line is called, in the form in which names are compared.
struct LineKey: Hashable, Comparable {
  /// What is called so: a road and a railway of one name are two lines.
  let family: BarrierFamily
  /// Whether it is the number of a road or railway and not a name.
  let isRef: Bool
  /// The name in the form that is compared, never empty.
  let text: String

  /// The key of a name: lower case, without punctuation; nil where nothing is left.
  init?(name: String, of family: BarrierFamily) {
    let text = searchKey(name)
    guard !text.isEmpty else { return nil }
    (self.family, isRef, self.text) = (family, false, text)
  }

  /// The key of a number: upper case, without spaces and hyphens, Cyrillic letters that look like Latin
  /// ones as those; nil where nothing is left.
  init?(ref: String, of family: BarrierFamily) {
    let text = String(
      searchKey(ref).uppercased().filter { $0 != " " }.map { Self.latin[$0] ?? $0 })
    guard !text.isEmpty else { return nil }
    (self.family, isRef, self.text) = (family, true, text)
  }

  /// The key of a number that stands where names do, as `M-39`: one or two letters, one to four digits;
  /// nil for any other name.
  init?(refInName name: String, of family: BarrierFamily) {
    self.init(ref: name, of: family)
    let digits = text.drop { $0.isLetter }
    guard (1...2).contains(text.count - digits.count), (1...4).contains(digits.count),
      digits.allSatisfy(\.isNumber)
    else { return nil }
  }

  /// The Latin letters that Cyrillic ones of road numbers look like.
  private static let latin: [Character: Character] = [
    "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C",
    "Т": "T", "Х": "X",
  ]

  /// Numbers come before names.
  static func < (a: LineKey, b: LineKey) -> Bool {
    (a.isRef ? 0 : 1, a.text, a.family.rawValue) < (b.isRef ? 0 : 1, b.text, b.family.rawValue)
  }
}
