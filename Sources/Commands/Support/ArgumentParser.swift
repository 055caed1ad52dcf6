internal import Formats

/// Turns words into ``Arguments`` by the table of one command.
struct ArgumentParser {
  private let manual: Manual
  private var words: ArraySlice<String>
  private var result = Arguments()

  /// Parses the words after the name of the command.
  static func parse(_ words: [String], for manual: Manual) throws(UserError) -> Arguments {
    var parser = ArgumentParser(manual: manual, words: words[...])
    try parser.parse()
    return parser.result
  }

  private init(manual: Manual, words: ArraySlice<String>) {
    self.manual = manual
    self.words = words
  }

  private mutating func parse() throws(UserError) {
    while let word = words.popFirst() {
      if word == "--" {
        result.operands += words
        words = []
      } else if Self.isOption(word) {
        try parseOption(word)
      } else {
        result.operands.append(word)
      }
    }
    try checkOperands()
    for option in manual.options where option.isRequired && !result.has(option) {
      throw wrong("kulan \(manual.name) needs \(option.signature)")
    }
  }

  /// Whether a word is an option and not a value: `-` is standard input, `-5,40` a number.
  private static func isOption(_ word: String) -> Bool {
    guard word.hasPrefix("-"), let second = word.dropFirst().first else { return false }
    return second == "-" || second.isLetter
  }

  private mutating func parseOption(_ word: String) throws(UserError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = try option(named: String(parts[0]))
    if result.has(option), !option.isRepeatable {
      throw wrong("\(parts[0]) is given twice", help: "give it once")
    }
    var values: [String] = []
    if parts.count == 2 {
      values = [String(parts[1])]
      if option.kind == .flag { throw wrong("\(parts[0]) takes no value") }
    } else if option.kind != .flag {
      values = try takeValues(of: option)
    }
    for value in values { try check(value, of: option) }
    result.values[option.name, default: []] += values
  }

  private func option(named word: String) throws(UserError) -> Option {
    let options = manual.options
    let match = options.first { option in
      word == "--\(option.name)" || option.letter.map { word == "-\($0)" } == true
    }
    if let match { return match }
    let near = nearest(to: word, in: options.map { "--\($0.name)" })
    throw wrong(
      "kulan \(manual.name) has no option \(word)", help: near.map { "did you mean \($0)?" })
  }

  private mutating func takeValues(of option: Option) throws(UserError) -> [String] {
    guard let first = words.first, !Self.isOption(first) else {
      throw wrong(
        "--\(option.name) needs a value",
        help: "write \(option.signature), or --\(option.name)=VALUE if it starts with a dash")
    }
    words = words.dropFirst()
    guard case .list = option.kind else { return [first] }
    let more = words.prefix { !Self.isOption($0) }
    words = words.dropFirst(more.count)
    return [first] + more
  }

  private func check(_ value: String, of option: Option) throws(UserError) {
    switch option.kind {
    case .flag, .text, .list: return
    case .choice(let choices):
      if choices.contains(value) { return }
      let near = nearest(to: value, in: choices).map { "did you mean \($0)? " } ?? ""
      throw wrong(
        "--\(option.name) cannot be '\(value)'",
        help: near + "it is one of \(choices.joined(separator: ", "))")
    case .integer(_, let range):
      if let number = Int(value), range.contains(number) { return }
      throw wrong(
        "--\(option.name) cannot be '\(value)'",
        help: "it is a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func checkOperands() throws(UserError) {
    let (given, expected) = (result.operands, manual.operands)
    if given.count < expected.count, !expected[given.count].isOptional {
      throw wrong("kulan \(manual.name) needs \(expected[given.count].name)")
    }
    if given.count > expected.count, expected.last?.isRepeatable != true {
      throw wrong("kulan \(manual.name) cannot use the word '\(given[expected.count])'")
    }
  }

  private func wrong(_ problem: String, help: String? = nil) -> UserError {
    let more = "`kulan \(manual.name) --help` shows all options"
    guard let help else { return UserError(.usage, problem, help: more) }
    return UserError(.usage, problem, help: help + (help.hasSuffix("?") ? " " : "; ") + more)
  }
}
