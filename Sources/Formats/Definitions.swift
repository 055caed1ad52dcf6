/// A list of terms with their meaning, for instance the columns of an output.
package struct Definitions: Sendable {
  /// The heading.
  package let title: String
  /// The terms and what they mean.
  package let entries: KeyValuePairs<String, String>

  /// Describes a list.
  package init(_ title: String, _ entries: KeyValuePairs<String, String>) {
    self.title = title
    self.entries = entries
  }
}
