/// A list of terms with their meaning, for instance the columns of an output.
package struct Definitions: Sendable {
  /// The heading.
  package let title: String
  /// The terms and what they mean.
  package let entries: [(key: String, value: String)]

  /// Describes a list.
  package init(_ title: String, _ entries: KeyValuePairs<String, String>) {
    self.init(title, entries.map { ($0.key, $0.value) })
  }

  /// Describes a list that was put together.
  package init(_ title: String, _ entries: [(key: String, value: String)]) {
    self.title = title
    self.entries = entries
  }
}
