internal import Formats

/// A value of a configuration, with the file and the path of keys that lead to it, for messages.
struct ConfigurationItem: Sendable {
  /// The name of the file.
  let file: String
  /// The keys that lead to it, for instance `sources.barriers[2].profile`; empty for the whole.
  let path: String
  let value: JSON5Value

  /// The members of an object, in their order; none of any other value.
  var members: [(name: String, line: Int, item: ConfigurationItem)] {
    guard case .object(let members) = value.content else { return [] }
    return members.map { ($0.name, $0.line, item(at: path(to: $0.name), $0.value)) }
  }

  /// The items of a list in their order; any other value is an item by itself.
  var items: [ConfigurationItem] {
    guard case .list(let values) = value.content else { return [self] }
    return values.enumerated().map { item(at: "\(path)[\($0)]", $1) }
  }

  /// The path of a member: names that are no plain words stand in brackets and quotes.
  func path(to name: String) -> String {
    let isPlain = !name.isEmpty && name.unicodeScalars.allSatisfy(\.isPlainInPath)
    if !isPlain { return "\(path)[\(JSONValue.text(name).text)]" }
    return path.isEmpty ? name : "\(path).\(name)"
  }

  private func item(at path: String, _ value: JSON5Value) -> ConfigurationItem {
    ConfigurationItem(file: file, path: path, value: value)
  }

  /// Describes what is wrong with the value: `problem` goes on behind its path.
  func fault(
    _ problem: String, help: String, kind: FormatError.Kind = .badData
  ) -> FormatError {
    let subject = path.isEmpty ? "the configuration" : path
    return FormatError(
      kind, "\(file), line \(value.line): \(subject) \(problem)", help: help)
  }

  /// Repeats what another check found wrong with the value, with its place in the file.
  func fault(_ error: FormatError) -> FormatError {
    fault(
      "is wrong: \(error.problem)", help: error.help,
      kind: error.kind == .missingInput ? .missingInput : .badData)
  }

  /// Does what throws errors that do not know where in the file they come from.
  func located<Result>(_ body: () throws(FormatError) -> Result) throws(FormatError) -> Result {
    do { return try body() } catch { throw fault(error) }
  }
}

extension Unicode.Scalar {
  /// Whether a name of such characters stands in a path without quotes.
  fileprivate var isPlainInPath: Bool {
    self == "_" || self == "-" || self == "$" || properties.isAlphabetic
      || properties.numericType == .decimal
  }
}

// MARK: - Values of keys, after the check

extension ConfigurationItem {
  /// Returns the value of a key, nil where it is absent.
  subscript(key: ConfigurationKey) -> ConfigurationItem? {
    members.first { $0.name == key.name }?.item
  }

  /// The text, nil of any other value.
  var text: String? {
    if case .text(let text) = value.content { text } else { nil }
  }

  /// The number, nil of any other value.
  var number: Double? {
    if case .number(let number) = value.content { number } else { nil }
  }

  /// Returns the text of a key, or its default.
  func text(_ key: ConfigurationKey) -> String? {
    if let text = self[key]?.text { return text }
    if case .text(let text) = key.defaultValue { return text }
    return nil
  }

  /// Returns the text of a key that is required or has a default.
  func certainText(_ key: ConfigurationKey) -> String { certain(text(key), key) }

  /// Returns the texts of a key that holds one or a list of them.
  func texts(_ key: ConfigurationKey) -> [String] { self[key]?.items.compactMap(\.text) ?? [] }

  /// Returns the truth of a key, or its default.
  func flag(_ key: ConfigurationKey) -> Bool {
    if case .boolean(let flag) = self[key]?.value.content { return flag }
    if case .boolean(let flag) = key.defaultValue { return flag }
    return certain(nil, key)
  }

  /// Returns the number of a key, or its default.
  func number(_ key: ConfigurationKey) -> Double? {
    if let number = self[key]?.number { return number }
    return switch key.defaultValue {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Returns the number of a key that has a default.
  func certainNumber(_ key: ConfigurationKey) -> Double { certain(number(key), key) }

  /// Returns the whole number of a key, or its default.
  func integer(_ key: ConfigurationKey) -> Int? { number(key).flatMap { Int(exactly: $0) } }

  /// Returns the whole number of a key that has a default.
  func certainInteger(_ key: ConfigurationKey) -> Int { certain(integer(key), key) }

  private func certain<Result>(_ value: Result?, _ key: ConfigurationKey) -> Result {
    guard let value else {
      preconditionFailure("\(path): \(key.name) passed the check without a value or default")
    }
    return value
  }
}
