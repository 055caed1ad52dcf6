/// What the value of a key may be.
indirect enum ConfigurationShape: Sendable {
  /// Any text.
  case text
  /// Text that matches a pattern, described by what it is and an example.
  case pattern(TextRule)
  /// One word of a closed list.
  case word([String])
  /// True or false.
  case flag
  /// A whole number.
  case integer(ClosedRange<Int>)
  /// A number.
  case number(NumberRule)
  /// A list of so many items.
  case list(ConfigurationShape, count: ClosedRange<Int>)
  /// An item, or a list of such items.
  case oneOrMore(ConfigurationShape)
  /// The keys of a list that is closed; of `exactlyOne`, if any, one must stand there.
  case object([ConfigurationKey], exactlyOne: [ConfigurationKey])
  /// Names that the user chooses, or that are one of a closed list, each with a value.
  case table(ConfigurationShape, of: TableNames)
  /// One of several shapes, of different types in JSON.
  case either([ConfigurationShape])

  /// Keys of a closed list, any of which may stand alone.
  static func object(_ keys: [ConfigurationKey]) -> ConfigurationShape {
    .object(keys, exactlyOne: [])
  }

  /// A list that may be empty.
  static func list(_ item: ConfigurationShape, atLeast: Int = 0) -> ConfigurationShape {
    .list(item, count: atLeast...Int.max)
  }
}

/// Which text a key takes.
struct TextRule: Sendable {
  /// What it is, for instance `a day such as 2026-11-21`.
  let words: String
  /// A regular expression for the whole text, in the syntax that JSON Schema and Swift share.
  let pattern: String
  let accepts: @Sendable (String) -> Bool
}

/// Which numbers a key takes.
struct NumberRule: Sendable {
  var above: Double?
  var atLeast: Double?
  var atMost: Double?

  func accepts(_ number: Double) -> Bool {
    number.isFinite && above.map { number > $0 } ?? true && atLeast.map { number >= $0 } ?? true
      && atMost.map { number <= $0 } ?? true
  }
}

/// The names that members of a table may have.
enum TableNames: Sendable {
  /// Names that the user chooses freely; the word says what they are names of.
  case any(String)
  /// Names that the user chooses by a rule.
  case rule(TextRule)
  /// Words of a closed list; the word says what they are.
  case words([String], String)
}
