/// How well a number is known.
///
/// A judged number is C even where the direction of the effect is proven.
public enum EvidenceGrade: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Measured on the species.
  case measured = "A"
  /// Measured on a similar species.
  case analogue = "B"
  /// Judgement.
  case judged = "C"

  /// Whether a grade is better than another.
  public static func < (one: EvidenceGrade, other: EvidenceGrade) -> Bool {
    one.rawValue < other.rawValue
  }
}
