internal import Formats
internal import Permeability

extension ConfigurationItem {
  /// Returns the object that a key holds; one without members where it is absent.
  func section(_ key: ConfigurationKey) -> ConfigurationItem {
    self[key]
      ?? ConfigurationItem(
        file: file, path: path(to: key.name),
        value: JSON5Value(line: value.line, content: .object([])))
  }

  /// Returns the condition that a key holds, nil where it is absent; `fields` are what it may speak
  /// of, nil where nobody knows yet.
  func condition(
    _ key: ConfigurationKey, on fields: [Field]? = nil
  ) throws(FormatError) -> Expression? {
    guard let item = self[key], let text = item.text else { return nil }
    return try item.located { () throws(FormatError) in
      let condition = try Expression(text)
      if let fields { _ = try condition.bound(to: fields) }
      return condition
    }
  }

  /// Returns the attributes that a key gives to barriers, as `fenced=both`.
  func settings(_ key: ConfigurationKey) throws(FormatError) -> [String] {
    var words: [String] = []
    for (name, _, item) in self[key]?.members ?? [] {
      let word = "\(name)=\(item.word)"
      try item.located { () throws(FormatError) in _ = try DesignSettings([word]) }
      words.append(word)
    }
    return words
  }

  /// Text, a number or a truth value as a word.
  var word: String {
    switch value.content {
    case .text(let text): text
    case .boolean(let flag): flag ? "yes" : "no"
    default: value.content.shown
    }
  }
}
