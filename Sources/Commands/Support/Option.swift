/// One option of a command: parsing and the help text both come from it.
package struct Option: Sendable, Hashable {
  /// What follows the name of an option.
  package enum Kind: Sendable, Hashable {
    /// Nothing.
    case flag
    /// Any text, shown as this word.
    case text(String)
    /// One or more words, up to the next option.
    case list(String)
    /// One of these words.
    case choice([String])
    /// A whole number in this range, shown as this word.
    case integer(String, in: ClosedRange<Int>)
  }

  /// The name without dashes.
  package let name: String
  /// A single letter that means the same.
  package let letter: Character?
  /// What follows the name.
  package let kind: Kind
  /// One sentence without its full stop.
  package let help: String
  /// The heading it stands under in the help text.
  package let group: String
  /// The value where the option is absent.
  package let defaultValue: String?
  /// What the default is, where it is no fixed word.
  package let defaultNote: String?
  /// Whether the option may stand several times.
  package let isRepeatable: Bool
  /// Whether the command cannot do without it.
  package let isRequired: Bool

  /// Describes an option.
  package init(
    _ name: String, letter: Character? = nil, _ kind: Kind, _ help: String, group: String,
    default defaultValue: String? = nil, defaultNote: String? = nil, isRepeatable: Bool = false,
    isRequired: Bool = false
  ) {
    self.name = name
    self.letter = letter
    self.kind = kind
    self.help = help
    self.group = group
    self.defaultValue = defaultValue
    self.defaultNote = defaultNote
    self.isRepeatable = isRepeatable
    self.isRequired = isRequired
  }

  /// The name and what follows it, as in `--lines SRC…`.
  var signature: String {
    switch kind {
    case .flag: "--\(name)"
    case .text(let word), .integer(let word, _): "--\(name) \(word)"
    case .list(let word): "--\(name) \(word)…"
    case .choice(let words): "--\(name) \(words.count > 4 ? "NAME" : words.joined(separator: "|"))"
    }
  }
}

extension Option {
  /// The heading of the options that every command has.
  static let commonGroup = "Common"

  /// Shows the help text.
  package static let help = Option(
    "help", letter: "h", .flag, "show this help", group: commonGroup)
  /// One JSON value on standard output.
  package static let json = Option(
    "json", .flag, "print one JSON value on standard output and nothing else", group: commonGroup)
  /// No messages.
  package static let quiet = Option(
    "quiet", letter: "q", .flag, "no messages and no progress, only errors", group: commonGroup)
  /// The number of jobs.
  package static let jobs = Option(
    "jobs", letter: "j", .integer("N", in: 1...1024),
    "work on N parts at once; the result does not depend on it", group: commonGroup,
    defaultNote: "the number of cores")
  /// Permission to replace outputs.
  package static let overwrite = Option(
    "overwrite", .flag, "replace an output that exists; without it that is an error",
    group: commonGroup)
  /// Look, but do not write.
  package static let dryRun = Option(
    "dry-run", .flag, "check the inputs, say what would be done, write nothing",
    group: commonGroup)

  /// The options that every command has.
  package static let common = [json, quiet, jobs, overwrite, dryRun, help]
}
