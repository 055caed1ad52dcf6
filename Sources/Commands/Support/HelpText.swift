internal import Formats

/// Lays out help for a terminal of 80 columns.
struct HelpText {
  private static let width = 79
  private static let indent = 22
  private(set) var lines: [String] = []

  /// The whole text.
  var text: String { lines.joined(separator: "\n") }

  /// Adds the lines of a paragraph, broken between words.
  mutating func paragraph(_ text: String) {
    lines += wrap(text, width: Self.width)
  }

  /// Adds a blank line and a heading.
  mutating func heading(_ title: String) { lines += ["", title] }

  /// Adds a term and its meaning, side by side, or below one another when the term is long.
  mutating func definition(_ term: String, _ meaning: String) {
    let texts = wrap(meaning, width: Self.width - Self.indent)
    let margin = String(repeating: " ", count: Self.indent)
    let head = "  \(term)"
    if head.count > Self.indent - 2 {
      lines.append(head)
      lines += texts.map { margin + $0 }
    } else {
      lines.append(head.padded(to: Self.indent) + (texts.first ?? ""))
      lines += texts.dropFirst().map { margin + $0 }
    }
  }

  /// Adds an example.
  mutating func example(_ example: Manual.Example) {
    lines.append("  # \(example.purpose)")
    lines += example.command.split(separator: "\n").map { "  \($0)" }
  }
}

extension HelpText {
  /// Writes the help of one command.
  init(_ manual: Manual) {
    paragraph("kulan \(manual.name): \(manual.summary)")
    heading("Usage")
    lines += wrap(manual.usage, width: Self.width - 4).enumerated().map { index, line in
      (index == 0 ? "  " : "    ") + line
    }
    for text in manual.discussion {
      lines.append("")
      paragraph(text)
    }
    if !manual.operands.isEmpty { heading("Arguments") }
    for operand in manual.operands { definition(operand.name, operand.help) }
    options(manual.options)
    for list in manual.definitions {
      heading(list.title)
      for entry in list.entries { definition(entry.key, entry.value) }
    }
    heading("Exit codes")
    for code in ExitCode.allCases where code != .finding || manual.reportsFindings {
      definition("\(code.rawValue)", code.meaning)
    }
    heading("Examples")
    for item in manual.examples { example(item) }
  }

  /// Adds options under the headings of their groups, in order of first appearance.
  mutating func options(_ options: [Option]) {
    var groups: [String] = []
    for option in options where !groups.contains(option.group) { groups.append(option.group) }
    for group in groups {
      heading(group)
      for option in options where option.group == group {
        definition(signature(of: option), meaning(of: option))
      }
    }
  }

  private func signature(of option: Option) -> String {
    option.letter.map { "-\($0), \(option.signature)" } ?? option.signature
  }

  private func meaning(of option: Option) -> String {
    var text = option.help
    if case .choice(let words) = option.kind, words.count > 4 {
      text += "; one of \(words.joined(separator: ", "))"
    }
    if let value = option.defaultValue ?? option.defaultNote { text += " (default: \(value))" }
    if option.isRepeatable { text += " (may be repeated)" }
    return text
  }
}

/// Breaks text between words into lines of at most `width` characters; a longer word stands alone.
func wrap(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(separator: " ") {
    if line.isEmpty {
      line = String(word)
    } else if line.count + 1 + word.count <= width {
      line += " \(word)"
    } else {
      lines.append(line)
      line = String(word)
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

extension String {
  /// The text followed by blanks up to `width` characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text preceded by blanks up to `width` characters.
  func paddedLeft(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
