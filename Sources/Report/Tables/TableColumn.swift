/// A column of a table: what it holds and how it is shown.
public struct TableColumn: Sendable, Hashable {
  /// How the values of a column are shown and sorted.
  public enum Kind: Sendable, Hashable {
    /// As they are; sorted as text, numbers in it by their size.
    case text
    /// Numbers with so many digits after the point.
    case number(decimals: Int)
    /// Shares of 0 to 1 as numbers with so many digits after the point, each with a bar.
    case share(decimals: Int)
    /// Words, each with a swatch of its class; sorted in the order of the classes.
    case category([SymbolClass])
  }

  /// The heading.
  public var label: String
  /// The unit, for instance `km`; empty where there is none.
  public var unit: String
  /// How the values are shown and sorted.
  public var kind: Kind
  /// What the numbers mean; empty where the heading says it.
  public var explanation: String
  /// Whether every number comes with a low and a high end: a row has three values for the column then,
  /// the number and its ends. Rows are sorted by the number.
  public var hasBounds: Bool

  /// Creates a column.
  public init(
    _ label: String, unit: String = "", _ kind: Kind = .text, explanation: String = "",
    hasBounds: Bool = false
  ) {
    self.label = label
    self.unit = unit
    self.kind = kind
    self.explanation = explanation
    self.hasBounds = hasBounds
  }

  /// The number of values that a row has for the column.
  var width: Int { hasBounds ? 3 : 1 }

  /// Whether the values are numbers, which stand at the right.
  var isNumeric: Bool {
    switch kind {
    case .text, .category: false
    case .number, .share: true
    }
  }

  /// The heading with its unit.
  var heading: String {
    let name =
      explanation.isEmpty
      ? label.escaped : "<abbr title=\"\(explanation.escaped)\">\(label.escaped)</abbr>"
    return unit.isEmpty ? name : "\(name) <span class=\"unit\">\(unit.escaped)</span>"
  }
}
