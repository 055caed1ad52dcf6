internal import Formats

extension JSONValue {
  /// A number, whole where it is.
  static func plain(_ number: Double) -> JSONValue {
    Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }
}

/// One key of the configuration: the check of a file, its JSON Schema, the comments of a template and
/// the table of keys all come from it.
struct ConfigurationKey: Sendable {
  let name: String
  let shape: ConfigurationShape
  /// What it says, one sentence without its full stop.
  let meaning: String
  let isRequired: Bool
  /// What holds where the key is absent.
  let defaultValue: JSONValue?
  /// What holds where the key is absent, where that is no fixed value.
  let defaultNote: String?
  /// What stands behind the key in a template where it has no default.
  let example: JSONValue?

  init(
    _ name: String, _ shape: ConfigurationShape, _ meaning: String, isRequired: Bool = false,
    default defaultValue: JSONValue? = nil, defaultNote: String? = nil, example: JSONValue? = nil
  ) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.defaultNote = defaultNote
    self.example = example
  }
}
