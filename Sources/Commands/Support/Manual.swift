package import Formats

/// Everything that a user may want to know of one command: the source of parsing and of `--help`.
package struct Manual: Sendable {
  /// A word that stands for itself on the command line, for instance a file.
  package struct Operand: Sendable {
    /// The word in the usage line.
    package let name: String
    /// One sentence without its full stop.
    package let help: String
    /// Whether it may stand several times; only the last operand may.
    package let isRepeatable: Bool
    /// Whether it may be absent; only the last operand may.
    package let isOptional: Bool

    /// Describes an operand.
    package init(
      _ name: String, _ help: String, isRepeatable: Bool = false, isOptional: Bool = false
    ) {
      self.name = name
      self.help = help
      self.isRepeatable = isRepeatable
      self.isOptional = isOptional
    }

    /// The word with what may be left out in brackets, as in `[NAME…]`.
    var signature: String {
      let word = isRepeatable ? "\(name)…" : name
      return isOptional ? "[\(word)]" : word
    }
  }

  /// A command line that a reader can copy, and what it does.
  package struct Example: Sendable {
    /// What the command line does.
    package let purpose: String
    /// The command line; later lines are continuations.
    package let command: String

    /// Describes an example.
    package init(_ purpose: String, _ command: String) {
      self.purpose = purpose
      self.command = command
    }
  }

  /// A list of terms with their meaning, for instance the columns of an output.
  package typealias Definitions = Formats.Definitions

  /// The words after `kulan`, for instance `registry species`.
  package let name: String
  /// One clause without its full stop.
  package let summary: String
  /// What a reader should know before the options; one element per paragraph.
  package let discussion: [String]
  /// The words that stand for themselves.
  package let operands: [Operand]
  /// Its own options; the common ones come by themselves.
  package let ownOptions: [Option]
  /// At least two examples.
  package let examples: [Example]
  /// What the outputs hold.
  package let definitions: [Definitions]
  /// Whether the command has a threshold above which it ends with ``ExitCode/finding``.
  package let reportsFindings: Bool

  /// Describes a command.
  package init(
    _ name: String, _ summary: String, discussion: [String] = [], operands: [Operand] = [],
    options: [Option] = [], examples: [Example], definitions: [Definitions] = [],
    reportsFindings: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    ownOptions = options
    self.examples = examples
    self.definitions = definitions
    self.reportsFindings = reportsFindings
  }

  /// All options, the common ones last.
  var options: [Option] { ownOptions + Option.common }

  /// The command line in short.
  var usage: String {
    let required = ownOptions.filter(\.isRequired).map(\.signature)
    return (["kulan", name] + operands.map(\.signature) + required + ["[options]"]).joined(
      separator: " ")
  }
}
