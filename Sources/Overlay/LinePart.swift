/// A part of a line, by reference.
public struct LinePart: Sendable, Hashable {
  /// Where the part starts.
  public let from: CutPosition
  /// Where the part ends.
  public let to: CutPosition

  /// Names a part of a line.
  public init(from: CutPosition, to: CutPosition) {
    self.from = from
    self.to = to
  }

  /// Whether a place lies in the part; its start counts and its end does not, unless the path ends
  /// there too, so that parts next to each other share no place and together leave none out.
  func contains(_ place: CutPosition) -> Bool {
    !place.isBefore(from) && (place.isBefore(to) || (to.fraction == 1 && place == to))
  }
}
