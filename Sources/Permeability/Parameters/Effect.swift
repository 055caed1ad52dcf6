/// What raising a number does to the permeability.
public enum Effect: String, Sendable, Hashable {
  /// It never lowers it.
  case raises = "+"
  /// It never raises it.
  case lowers = "-"
  /// It depends on the other numbers.
  case varies = ""
}
