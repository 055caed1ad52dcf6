internal import Formats

/// Writes lines of a commented JSON5 file.
///
/// An explanation stands behind `//` and a blank; what stands right behind `//` is a key with its
/// default or an example.
struct TemplateWriter {
  private(set) var text = ""
  private var depth = 0

  private static let width = 100

  private var margin: String { String(repeating: "  ", count: depth) }

  /// Writes a line as it is.
  mutating func line(_ line: String) { text += "\(margin)\(line)\n" }

  /// Leaves a line empty, unless there is one already.
  mutating func separate() {
    if !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Writes lines between an opening and a closing one.
  mutating func block(
    _ opening: String, _ closing: String, _ body: (inout TemplateWriter) -> Void
  ) {
    line(opening)
    depth += 1
    body(&self)
    depth -= 1
    line(closing)
  }

  /// Writes an explanation, in as many lines as it takes.
  mutating func explain(_ sentence: String) {
    let room = Self.width - margin.count - 3
    var current = ""
    for word in sentence.split(separator: " ") {
      if !current.isEmpty, current.count + word.count + 1 > room {
        line("// \(current)")
        current = ""
      }
      current += (current.isEmpty ? "" : " ") + word
    }
    line("// \(current)")
  }

  /// Writes what a key means.
  mutating func explain(_ key: ConfigurationKey) {
    let note = key.defaultNote.map { " (default: \($0))" } ?? ""
    explain(key.meaning.prefix(1).uppercased() + key.meaning.dropFirst() + note + ".")
  }

  /// Writes a key that is set.
  mutating func set(_ key: ConfigurationKey, to value: JSONValue) {
    explain(key)
    write(key, value, mark: "")
  }

  /// Writes a key with its default or an example, as a comment.
  mutating func offer(_ key: ConfigurationKey) {
    explain(key)
    guard let value = key.defaultValue ?? key.example else { return }
    write(key, value, mark: "//")
  }

  private mutating func write(_ key: ConfigurationKey, _ value: JSONValue, mark: String) {
    let lines = "\(key.name): \(value.text),".split(separator: "\n")
    for part in lines { line(mark + part) }
  }
}
