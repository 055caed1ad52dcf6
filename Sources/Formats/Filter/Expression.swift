/// A condition on the attributes of a feature: the language of `--where`.
///
///     class = 'rail' AND (presence IN (1, 2) OR name LIKE 'Aral%') AND height IS NOT NULL
///
/// - **Fields** are named bare (letters, digits and `_`, of any script) or in double quotes, where
///   `""` is a quote. A name that no field has exactly may differ in case.
/// - **Values** are text in single quotes, where `''` is a quote, numbers, `TRUE`, `FALSE`, `NULL`.
///   Dates and times are ISO 8601 text, so that `date >= '2026-01-01'` compares as it should.
/// - **Comparisons** are `=` (or `==`), `<>` (or `!=`), `<`, `<=`, `>`, `>=`, `[NOT] BETWEEN … AND …`,
///   `[NOT] IN (…)`, `[NOT] LIKE`, `[NOT] ILIKE` (ignores case), `IS [NOT] NULL`. In a pattern `%`
///   stands for any text and `_` for one character; nothing escapes them.
/// - **Conditions** are combined with `NOT`, `AND`, `OR`, in this order, and parentheses. A field
///   of truth values is a condition by itself.
///
/// Keywords may be written in any case. Logic has three values as in SQL: a comparison with null is
/// neither true nor false, and a feature is kept only where the whole condition is true. Text is
/// compared byte by byte (UTF-8), whole numbers and others exactly. Text is never compared with
/// numbers: that is an error before anything is read.
public struct Expression: Sendable, Equatable {
  /// The condition as it was written.
  public var text: String { source.text }
  let root: ExpressionNode
  private let source: ExpressionSource

  /// Parses a condition.
  ///
  /// - Parameters:
  ///   - text: The condition.
  ///   - name: What it is called in messages, for instance the option that it was given with.
  /// - Throws: `usage`, with the place marked by a caret.
  public init(_ text: String, name: String = "the condition") throws(FormatError) {
    source = ExpressionSource(text: text, name: name)
    root = try ExpressionParser.parse(source)
  }

  /// Finds the fields of the condition in those of a layer.
  ///
  /// - Parameter fields: The fields, in the order of the columns of the batches to come.
  /// - Returns: The condition, ready for batches.
  /// - Throws: `usage` for an unknown field, naming the nearest one, and for a comparison of
  ///   different types.
  public func bound(to fields: [Field]) throws(FormatError) -> Filter {
    Filter(root: try ExpressionBinder(fields: fields, source: source).bind(root))
  }
}
