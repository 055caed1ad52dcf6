/// How a ring passes a position: from one place, through it, to another.
struct RingCorner {
  /// A place on the ring before the position, in a straight line from it.
  private let from: Position
  private let position: Position
  /// A place on the ring behind the position.
  private let to: Position

  /// Creates a corner; both other places differ from the position.
  init(from: Position, at position: Position, to: Position) {
    self.from = from
    self.position = position
    self.to = to
  }

  /// Whether another corner at the same position leads from one side of this one to the other,
  /// exactly; no edge of one may lie on an edge of the other.
  func isCrossed(by other: RingCorner) -> Bool {
    isBetween(other.from) != isBetween(other.to)
  }

  /// Whether a place lies in the sector counter-clockwise from where the ring goes to where it comes
  /// from: left of the ring.
  private func isBetween(_ place: Position) -> Bool {
    let turn = orientation(position, to, from)
    let (isLeftOfTo, isRightOfFrom) = (
      orientation(position, to, place) > 0, orientation(position, from, place) < 0
    )
    return turn > 0 ? isLeftOfTo && isRightOfFrom : isLeftOfTo || isRightOfFrom
  }
}
