import Geometry

/// A place of a path with the directions from which it comes and to which it goes on.
///
/// The two directions divide the surroundings into a left and a right sector. Where the path turns
/// back on itself it is taken to turn by the right: the left sector is everything else, and what
/// lies along the way is crossed by the right side.
struct Corner {
  enum Sector {
    case left
    case right
    case along
  }

  private let previous: Position
  private let origin: Position
  private let next: Position
  private let bend: Int
  private let turnsBack: Bool

  init(from previous: Position, at origin: Position, to next: Position) {
    self.previous = previous
    self.origin = origin
    self.next = next
    bend = orientation(previous, origin, next)
    turnsBack = bend == 0 && pointsAlike(origin, previous, next)
  }

  /// Returns the sector into which a direction points, exactly.
  func sector(of ray: Position) -> Sector {
    let fromNext = orientation(origin, next, ray)
    let isAlongNext = fromNext == 0 && pointsAlike(origin, next, ray)
    if turnsBack { return isAlongNext ? .right : .left }
    let fromPrevious = orientation(origin, previous, ray)
    let isAlongPrevious = fromPrevious == 0 && pointsAlike(origin, previous, ray)
    if isAlongNext || isAlongPrevious { return .along }
    if bend > 0 { return fromNext > 0 && fromPrevious < 0 ? .left : .right }
    if bend < 0 { return fromNext < 0 && fromPrevious > 0 ? .right : .left }
    return fromNext > 0 ? .left : .right
  }
}
