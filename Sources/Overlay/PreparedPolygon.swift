import Geometry

/// The edges of one polygon or multi-polygon, indexed for exact questions.
///
/// The inside is where a ray crosses the edges of all rings an odd number of times; for a valid
/// polygon that is the interior of the standard. The orientation of rings means nothing.
struct PreparedPolygon: Sendable {
  /// Consecutive edges of one ring are indexed together in runs of this length.
  private static let runLength = 8

  /// The rings; shared with the layer, not copied.
  private let rings: PathSet
  /// The first vertex of every run; the run ends at the next one or at the end of its ring.
  private var runs: [Range<Int>] = []
  private let index: PackedIndex

  /// The box around the polygon.
  var box: Box { index.box }

  /// Indexes one row of `polygons`.
  ///
  /// - Complexity: O(*n*) in the number of its vertices.
  init(_ polygons: PolygonColumn, row: Int) {
    rings = polygons.rings
    for ring in polygons.ringIndices(of: row) {
      let vertices = rings.vertices(of: ring)
      guard vertices.count > 1 else { continue }
      for first in stride(
        from: vertices.lowerBound, to: vertices.upperBound - 1, by: Self.runLength)
      {
        runs.append(first..<min(first + Self.runLength, vertices.upperBound - 1))
      }
    }
    index = PackedIndex(
      runs.map { [rings] run in
        var box = Box.empty
        for vertex in run.lowerBound...run.upperBound {
          box.formUnion(x: rings.xy[2 * vertex], y: rings.xy[2 * vertex + 1])
        }
        return box
      }, order: .given)
  }

  /// Finds the runs of edges that may lie in the box.
  func collectRuns(meeting box: Box, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    index.collect(meeting: box, into: &found)
  }

  /// Finds the runs of edges that may lie in the box, given those near a larger one.
  func collectRuns(meeting box: Box, among near: [Int], into found: inout [Int]) {
    // A long path along a long boundary has more neighbours than the index has levels to visit.
    guard near.count <= 128 else { return collectRuns(meeting: box, into: &found) }
    found.removeAll(keepingCapacity: true)
    index.filter(near, meeting: box, into: &found)
  }

  /// Calls `body` with the ends of every edge of some runs that has a length and whose box meets
  /// `box`.
  @inline(__always)
  func forEachEdge(
    of found: [Int], meeting box: Box, _ body: (_ c: Position, _ d: Position) -> Void
  ) {
    for run in found {
      var c = rings.position(at: runs[run].lowerBound)
      for vertex in runs[run] {
        let d = rings.position(at: vertex + 1)
        if c != d && Box(around: c, d).meets(box) { body(c, d) }
        c = d
      }
    }
  }

  /// The directions, as positions, in which the edges of some runs leave a position.
  func rays(through origin: Position, of found: [Int]) -> [Position] {
    var rays: [Position] = []
    forEachEdge(of: found, meeting: Box(around: origin, origin)) { c, d in
      if orientation(c, d, origin) == 0 { rays += SegmentContacts.rays(of: c, d, at: origin) }
    }
    return rays
  }

  /// Decides what lies on both sides of a line that leaves `origin` toward `next`, exactly.
  ///
  /// - Parameters:
  ///   - origin: Any position.
  ///   - next: Another position, to which the line leads.
  ///   - rays: The directions, as positions, in which edges leave `origin`.
  /// - Returns: The sides of the line right behind `origin`.
  func sides(at origin: Position, toward next: Position, rays: [Position]) -> Sides {
    let base = parityRightOfUp(from: origin)
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

  /// Whether the sector immediately clockwise of straight up belongs to the inside: the parity of
  /// the edges above, counted on a ray moved infinitely little to the east. Edges through `origin`
  /// lie below that ray's start and do not count.
  private func parityRightOfUp(from origin: Position) -> Bool {
    let ray = Box(minX: origin.x, minY: origin.y, maxX: origin.x, maxY: .infinity)
    var runs: [Int] = []
    collectRuns(meeting: ray, into: &runs)
    var isOdd = false
    forEachEdge(of: runs, meeting: ray) { c, d in
      guard (c.x > origin.x) != (d.x > origin.x) else { return }
      let (west, east) = c.x > origin.x ? (d, c) : (c, d)
      if orientation(west, east, origin) < 0 { isOdd.toggle() }
    }
    return isOdd
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
