/// One number of the model, as its table states it.
public struct Parameter: Sendable, Hashable {
  /// Whom it is for: the id of a species, or nil for all without a row of their own.
  public let species: String?
  /// The class of barrier or the part of the model that it belongs to.
  public let topic: String
  /// What it is, in words.
  public let meaning: String
  /// Its name in formulas, for instance `T50_road`.
  public let name: String
  /// What it is measured in; `1` for a plain number.
  public let unit: String
  /// The value and its bounds.
  public let value: Estimate
  /// How well the value is known.
  public let grade: EvidenceGrade
  /// How well the direction of its effect is known; nil where nothing is said.
  public let directionGrade: EvidenceGrade?
  /// Where the value comes from.
  public let citation: String
  /// Whether the central value, or the fact that fixes it, was seen in the source.
  public let isVerified: Bool
  /// What raising it does to the permeability.
  public let effect: Effect
  /// Remarks.
  public let note: String
  /// The file that it comes from, and the line there.
  public let origin: String

  /// The same with no value below a number.
  func atLeast(_ least: Double) -> Parameter {
    let value = Estimate(
      unchecked: max(value.low, least), max(value.central, least), max(value.high, least))
    return Parameter(
      species: species, topic: topic, meaning: meaning, name: name, unit: unit, value: value,
      grade: grade, directionGrade: directionGrade, citation: citation, isVerified: isVerified,
      effect: effect, note: note, origin: origin)
  }

  /// Whether the model draws it on a logarithmic scale: it multiplies, and spans orders of magnitude.
  var isLogarithmic: Bool {
    let isMultiplicative = ["T50_", "aadt_", "trains_", "trace_"].contains { name.hasPrefix($0) }
    return isMultiplicative && value.low > 0
  }
}
