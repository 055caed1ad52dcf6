/// One attribute of one feature.
public enum Value: Sendable, Hashable {
  /// Not known, not given.
  case null
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// True or false.
  case boolean(Bool)
  /// Text; dates and times are ISO 8601 text.
  case text(String)
}
