internal import Formats

/// The types that JSON has.
enum JSONType: String {
  case null, boolean, number, text, list, object
}

extension JSON5Value.Content {
  /// The type in JSON.
  var jsonType: JSONType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .text: .text
    case .list: .list
    case .object: .object
    }
  }

  /// The value in a message.
  var shown: String {
    switch self {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
    case .text(let text): JSONValue.text(text).text
    case .list: "a list"
    case .object: "an object"
    }
  }
}

extension ConfigurationShape {
  /// The types in JSON that a value may have.
  var jsonTypes: Set<JSONType> {
    switch self {
    case .text, .pattern, .word: [.text]
    case .flag: [.boolean]
    case .integer, .number: [.number]
    case .list: [.list]
    case .oneOrMore(let item): item.jsonTypes.union([.list])
    case .object, .table: [.object]
    case .either(let shapes): shapes.reduce(into: []) { $0.formUnion($1.jsonTypes) }
    }
  }

  /// What it takes, in words.
  var words: String {
    switch self {
    case .text: "text"
    case .pattern(let rule): rule.words
    case .word(let words): words.count == 1 ? words[0] : "one of \(words.joined(separator: ", "))"
    case .flag: "true or false"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let rule): rule.words
    case .list(let item, _): "a list: \(item.words)"
    case .oneOrMore(let item): "\(item.words), or a list of such"
    case .object: "an object of keys"
    case .table(_, of: let names): "an object\(names.words)"
    case .either(let shapes): shapes.map(\.words).joined(separator: ", or ")
    }
  }
}

extension NumberRule {
  /// What it takes, in words.
  var words: String {
    switch (above?.shown, atLeast?.shown, atMost?.shown) {
    case (let above?, _, let most?): "a number above \(above) and up to \(most)"
    case (let above?, _, nil): "a number above \(above)"
    case (nil, let least?, let most?): "a number from \(least) to \(most)"
    case (nil, let least?, nil): "a number of at least \(least)"
    case (nil, nil, let most?): "a number up to \(most)"
    case (nil, nil, nil): "a number"
    }
  }
}

extension TableNames {
  /// What the names are, in words.
  var words: String {
    switch self {
    case .any(let words): " of \(words)"
    case .rule(let rule): ", each name \(rule.words)"
    case .words(_, let noun): ", each name an \(noun)"
    }
  }
}

extension Double {
  /// The number without a point where it is whole.
  fileprivate var shown: String { Int(exactly: self).map { "\($0)" } ?? "\(self)" }
}
