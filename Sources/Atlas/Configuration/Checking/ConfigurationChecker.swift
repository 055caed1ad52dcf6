internal import Formats

/// Checks a configuration against the description of its keys, in the order of the file.
struct ConfigurationChecker {
  /// Checks a value, and everything in it, against a shape.
  ///
  /// - Parameters:
  ///   - item: The value.
  ///   - shape: What it may be.
  ///   - meaning: What the key says, for the reader of a message.
  /// - Throws: `badData`, naming the file, the line, the path of the key and the nearest right word.
  static func check(
    _ item: ConfigurationItem, _ shape: ConfigurationShape, meaning: String
  ) throws(FormatError) {
    switch (shape, item.value.content) {
    case (.text, .text), (.flag, .boolean): return
    case (.pattern(let rule), .text(let text)) where rule.accepts(text): return
    case (.word(let words), .text(let text)):
      try require(text, in: words, item)
    case (.integer(let range), .number(let number)):
      if let whole = Int(exactly: number), range.contains(whole) { return }
      throw unfit(item, shape, meaning)
    case (.number(let rule), .number(let number)) where rule.accepts(number): return
    case (.list(let inner, let count), .list(let values)):
      guard count.contains(values.count) else {
        throw item.fault(
          values.isEmpty ? "is empty" : "has \(counted(values.count, "item"))",
          help: "it is \(meaning)")
      }
      for part in item.items { try check(part, inner, meaning: meaning) }
    case (.oneOrMore(let inner), .list):
      try check(item, .list(inner, atLeast: 1), meaning: meaning)
    case (.oneOrMore(let inner), _):
      guard inner.jsonTypes.contains(item.value.content.jsonType) else {
        throw unfit(item, shape, meaning)
      }
      try check(item, inner, meaning: meaning)
    case (.object(let keys, let choices), .object):
      try checkKeys(of: item, keys, exactlyOne: choices)
    case (.table(let inner, let names), .object):
      try checkTable(item, inner, names, meaning)
    case (.either(let shapes), let content):
      let fitting = shapes.first { $0.jsonTypes.contains(content.jsonType) }
      guard let fitting else { throw unfit(item, shape, meaning) }
      try check(item, fitting, meaning: meaning)
    default: throw unfit(item, shape, meaning)
    }
  }

  private static func checkKeys(
    of item: ConfigurationItem, _ keys: [ConfigurationKey], exactlyOne choices: [ConfigurationKey]
  ) throws(FormatError) {
    let names = (keys + choices).map(\.name)
    for member in item.members {
      guard let key = (keys + choices).first(where: { $0.name == member.name }) else {
        throw unknownKey(member.name, line: member.line, in: item, names)
      }
      try check(member.item, key.shape, meaning: key.meaning)
    }
    for key in keys where key.isRequired && item[key] == nil {
      throw item.fault(
        "lacks \(key.name)", help: "add \(key.name): \(key.shape.words); it is \(key.meaning)")
    }
    let chosen = choices.filter { item[$0] != nil }
    if !choices.isEmpty, chosen.count != 1 {
      throw item.fault(
        chosen.isEmpty ? "does nothing" : "has both \(chosen[0].name) and \(chosen[1].name)",
        help: "write one of \(choices.map(\.name).joined(separator: ", "))")
    }
  }

  private static func unknownKey(
    _ name: String, line: Int, in item: ConfigurationItem, _ names: [String]
  ) -> FormatError {
    let near = nearest(to: name, in: names).map { "did you mean \($0)? " } ?? ""
    return FormatError(
      .badData, "\(item.file), line \(line): there is no key \(item.path(to: name))",
      help: near + "the keys here are \(names.joined(separator: ", "))")
  }

  private static func checkTable(
    _ item: ConfigurationItem, _ inner: ConfigurationShape, _ names: TableNames, _ meaning: String
  ) throws(FormatError) {
    for member in item.members {
      switch names {
      case .any: break
      case .rule(let rule):
        if rule.accepts(member.name) { break }
        throw member.item.fault(
          "has a name that cannot be", help: "it is \(rule.words)")
      case .words(let words, let noun):
        if words.contains(member.name) { break }
        let near = nearest(to: member.name, in: words).map { "did you mean \($0)? " } ?? ""
        throw member.item.fault(
          "is no \(noun)", help: near + "they are \(words.joined(separator: ", "))")
      }
      try check(member.item, inner, meaning: meaning)
    }
  }

  /// Refuses text that is not one of some words.
  static func require(
    _ text: String, in words: [String], _ item: ConfigurationItem
  ) throws(FormatError) {
    if words.contains(text) { return }
    let near = nearest(to: text, in: words).map { "did you mean \($0)? " } ?? ""
    throw item.fault(
      "cannot be \(JSONValue.text(text).text)",
      help: near + "it is one of \(words.joined(separator: ", "))")
  }

  private static func unfit(
    _ item: ConfigurationItem, _ shape: ConfigurationShape, _ meaning: String
  ) -> FormatError {
    item.fault(
      "is \(item.value.content.shown); it takes \(shape.words)", help: "it is \(meaning)")
  }
}
