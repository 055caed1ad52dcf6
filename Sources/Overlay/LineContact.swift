/// A place or run that two lines share.
public struct LineContact: Sendable, Hashable {
  /// What the contact amounts to.
  public enum Kind: String, Sendable, Hashable {
    /// The first line passes from the left of the second to its right.
    case toRight = "left-to-right"
    /// The first line passes from the right of the second to its left.
    case toLeft = "right-to-left"
    /// The first line does not pass: it only meets the second, or ends there, or the second ends.
    case touch
  }

  /// The row of the first line.
  public let line: Int
  /// The row of the second line.
  public let other: Int
  /// What the contact amounts to.
  public let kind: Kind
  /// Where it begins on the first line.
  public let from: CutPosition
  /// Where it ends on the first line; the same as ``from`` for a single place.
  public let to: CutPosition
  /// The place on the second line that is ``from`` on the first.
  public let otherFrom: CutPosition
  /// The place on the second line that is ``to`` on the first.
  public let otherTo: CutPosition
  /// The chainage of ``from`` on the first line.
  public internal(set) var chainage: Double
  /// The chainage of ``otherFrom`` on the second line.
  public internal(set) var otherChainage: Double
  /// The length that both share; 0 for a single place.
  public let length: Double

  /// Whether the first line passes to the other side of the second.
  public var isCrossing: Bool { kind != .touch }
}
