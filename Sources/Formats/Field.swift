/// The name and type of one attribute of a layer.
public struct Field: Sendable, Hashable {
  /// What an attribute holds.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Whole numbers of up to 64 bits.
    case integer
    /// Floating-point numbers of 64 bits.
    case real
    /// True or false.
    case boolean
    /// Text in Unicode.
    case text
    /// A day as ISO 8601 text, `2026-11-21`.
    case date
    /// An instant as ISO 8601 text in UTC, `2026-11-21T11:31:00.000Z`.
    case dateTime

    /// Whether the values are held as text.
    var isText: Bool {
      switch self {
      case .text, .date, .dateTime: true
      case .integer, .real, .boolean: false
      }
    }
  }

  /// The name, unique in its layer.
  public var name: String
  /// What the attribute holds.
  public var kind: Kind

  /// Creates a field.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
