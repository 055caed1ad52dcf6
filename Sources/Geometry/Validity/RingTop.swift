/// The highest vertex of a simple ring, of several the easternmost.
struct RingTop {
  /// Where it is.
  let position: Position
  /// A place on an edge of the ring that leaves the top to the west or, if none does, to the east:
  /// the upper one of two such edges.
  let slope: Position
  /// Whether the ring runs counter-clockwise.
  let isCounterClockwise: Bool

  /// Whether the slope lies to the east of the top.
  var facesEast: Bool { slope.x > position.x }

  /// Looks for the top of a ring that has vertices.
  ///
  /// - Complexity: O(*n*) in the number of its vertices.
  init(of ring: Int, in rings: PathSet) {
    let vertices = rings.vertices(of: ring)
    var top = vertices.lowerBound
    var highest = rings.position(at: top)
    for vertex in vertices {
      let position = rings.position(at: vertex)
      if position.y > highest.y || position.y == highest.y && position.x > highest.x {
        (top, highest) = (vertex, position)
      }
    }
    let before = rings.position(before: top, inRing: ring)
    let behind = rings.position(behind: top, inRing: ring)
    let turn = orientation(before, highest, behind)
    isCounterClockwise = turn > 0
    position = highest
    // Both edges lead down or straight to the west. Seen from the top, of a counter-clockwise ring
    // the edge behind is the western one, which is the upper one among two to the west.
    let (western, eastern) = turn > 0 ? (behind, before) : (before, behind)
    slope = western.x < highest.x ? western : eastern
  }
}
