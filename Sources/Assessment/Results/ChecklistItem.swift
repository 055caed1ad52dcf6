/// One thing that a reviewer must establish, and what the input supplied of it.
public struct ChecklistItem: Sendable, Hashable {
  /// How much of it the input supplied.
  public enum Supply: String, Sendable, Hashable, CaseIterable {
    /// All that the assessment can take.
    case supplied
    /// Some of it.
    case partly
    /// Nothing: it is left to the reviewer.
    case missing
  }

  /// The number of the topic, 1…12.
  public let number: Int
  /// What is to be established.
  public let topic: String
  /// How much of it the input supplied.
  public let supply: Supply
  /// What was supplied, or taken for granted.
  public let supplied: [String]
  /// What is missing.
  public let missing: [String]
}
