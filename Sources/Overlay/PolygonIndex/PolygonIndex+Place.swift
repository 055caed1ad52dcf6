import Geometry

extension PolygonIndex {
  /// Decides what lies on both sides of a line that leaves `origin` toward `next`, exactly.
  ///
  /// - Parameters:
  ///   - origin: Any position; of a window's index one in the window.
  ///   - next: Another position, to which the line leads.
  /// - Returns: The sides of the line right behind `origin`, and whether `origin` itself lies on the
  ///   boundary.
  func place(at origin: Position, toward next: Position) -> (sides: Sides, isContact: Bool) {
    switch cover(of: Box(around: origin, origin)) {
    case .inside: return (Sides(true), false)
    case .outside: return (Sides(false), false)
    case .mixed: break
    }
    let rays = rays(through: origin)
    return (
      sides(at: origin, toward: next, rays), BoundaryContact.exists(at: origin, rays)
    )
  }

  /// The directions, as positions, in which edges leave a position.
  private func rays(through origin: Position) -> [Position] {
    var rays: [Position] = []
    for edge in edges(at: origin) {
      let (c, d) = ends(ofEdge: edge)
      if orientation(c, d, origin) == 0 { rays += SegmentContacts.rays(of: c, d, at: origin) }
    }
    return rays
  }

  private func sides(
    at origin: Position, toward next: Position, _ rays: [Position]
  ) -> Sides {
    let base = isInsideRightOfUp(origin)
    guard !rays.isEmpty else { return Sides(base) }
    let angle = ClockwiseAngle(of: next, around: origin)
    let passed = rays.count { ray in
      angle.isUp
        ? !ClockwiseAngle(of: ray, around: origin).isUp
        : !ClockwiseAngle(of: ray, around: origin).isUp
          && ClockwiseAngle(of: ray, around: origin).isSmaller(than: angle)
    }
    let left = base != (passed % 2 == 1)
    if angle.isUp { return Sides(left: left, right: base) }
    let along = rays.count { orientation(origin, next, $0) == 0 && pointsAlike(origin, next, $0) }
    return Sides(left: left, right: left != (along % 2 == 1))
  }
}

/// A direction around an origin, ordered clockwise from straight up, exactly.
private struct ClockwiseAngle {
  private let origin: Position
  private let target: Position
  /// 0 for straight up, 1 for the eastern half with straight down, 2 for the western half.
  private let half: Int

  init(of target: Position, around origin: Position) {
    self.origin = origin
    self.target = target
    half =
      if target.x != origin.x { target.x > origin.x ? 1 : 2 } else { target.y > origin.y ? 0 : 1 }
  }

  var isUp: Bool { half == 0 }

  func isSmaller(than other: ClockwiseAngle) -> Bool {
    half != other.half ? half < other.half : orientation(origin, target, other.target) < 0
  }
}
