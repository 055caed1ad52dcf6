import Geometry

/// What a path meets of a polygon, in order along it: the exact topology, before any length.
struct PathTrace {
  /// A place where the path meets the boundary, and the sides of the path behind it.
  struct Stop {
    var at: CutPosition
    var after: Sides
  }

  /// The sides of the path at its start.
  var start: Sides
  /// Whether the start lies on the boundary.
  var startsOnBoundary = false
  /// Whether the end lies on the boundary.
  var endsOnBoundary = false
  /// The places between start and end where the path meets the boundary.
  var stops: [Stop] = []
}

/// An edge of the polygon that meets the interior of a segment of the path.
private struct EdgeEvent {
  var place: SegmentPlace
  var rays: Rays
}

/// The directions, as positions, in which an edge leaves a place that it passes.
private struct Rays {
  var first: Position
  var second: Position?
}

/// Walks one path along one polygon.
///
/// The line is thought of twice, moved infinitely little to its left and to its right; each copy
/// crosses edges properly or not at all, so that plain parity tells what it lies in. An edge that
/// leaves a place of the line to the left toggles the left copy, one that leaves to the right the
/// right copy, one that leaves along the line neither. All decisions are signs of ``orientation``,
/// so that vertices on the line, shared vertices and collinear edges need no tolerance.
struct PathTracer {
  let polygon: PreparedPolygon
  let path: SegmentedPath

  private var sides = Sides(false)
  private var trace = PathTrace(start: Sides(false))

  init(_ path: SegmentedPath, along polygon: PreparedPolygon) {
    self.path = path
    self.polygon = polygon
  }

  /// Returns what the path meets; the path must have a segment with a length.
  mutating func run() -> PathTrace {
    var isFirst = true
    for chunk in path.chunks {
      let mayMeet = polygon.mayMeet(chunk.box)
      if isFirst {
        start(mayMeet: mayMeet)
        isFirst = false
      }
      guard mayMeet else { continue }
      for segment in chunk.segments { follow(segment) }
    }
    return trace
  }

  private mutating func start(mayMeet: Bool) {
    let (origin, next) = path.ends(ofSegment: 0)
    let rays = mayMeet ? raysThrough(origin) : []
    sides = polygon.sides(at: origin, toward: next, rays: rays)
    trace.start = sides
    trace.startsOnBoundary = hasContact(at: origin, rays)
  }

  /// Collects what meets one segment and passes it in order: its start, its interior, and for the
  /// last segment its end.
  private mutating func follow(_ segment: Int) {
    let (a, b) = path.ends(ofSegment: segment)
    var events: [EdgeEvent] = []
    var atStart: [Position] = []
    var atEnd: [Position] = []
    let isLast = segment == path.segmentCount - 1
    polygon.forEachEdge(meeting: Box(around: a, b)) { c, d in
      let (sideC, sideD) = (orientation(a, b, c), orientation(a, b, d))
      guard sideC * sideD <= 0 else { return }
      let (sideA, sideB) = (orientation(c, d, a), orientation(c, d, b))
      guard sideA * sideB <= 0 else { return }
      if sideA * sideB * sideC * sideD != 0 {
        let place = SegmentPlace(edge: c, d, across: a, b)
        events.append(EdgeEvent(place: place, rays: Rays(first: c, second: d)))
        return
      }
      if sideA == 0 && isBetween(a, c, d) { atStart.append(contentsOf: rays(of: c, d, at: a)) }
      if sideB == 0 && isLast && isBetween(b, c, d) {
        atEnd.append(contentsOf: rays(of: c, d, at: b))
      }
      if sideC == 0 && c != a && c != b && isBetween(c, a, b) {
        let place = SegmentPlace(vertex: c, on: a, b)
        events.append(EdgeEvent(place: place, rays: Rays(first: d)))
      }
      if sideD == 0 && d != a && d != b && isBetween(d, a, b) {
        let place = SegmentPlace(vertex: d, on: a, b)
        events.append(EdgeEvent(place: place, rays: Rays(first: c)))
      }
    }
    if segment > 0 && !atStart.isEmpty { turn(at: segment, rays: atStart) }
    if !events.isEmpty { pass(events, on: segment) }
    if isLast { trace.endsOnBoundary = hasContact(at: b, atEnd) }
  }

  /// Passes a vertex of the path, where it may change direction.
  private mutating func turn(at segment: Int, rays: [Position]) {
    let (previous, origin) = path.ends(ofSegment: segment - 1)
    let next = path.ends(ofSegment: segment).1
    let corner = Corner(from: previous, at: origin, to: next)
    for ray in rays {
      switch corner.sector(of: ray) {
      case .left: sides.left.toggle()
      case .right: sides.right.toggle()
      case .along: break
      }
    }
    guard hasContact(at: origin, rays) else { return }
    let at = CutPosition(segment: path.vertex(ofSegment: segment), fraction: 0, position: origin)
    trace.stops.append(PathTrace.Stop(at: at, after: sides))
  }

  /// Passes the places in the interior of a segment in their exact order, equal places together.
  private mutating func pass(_ events: [EdgeEvent], on segment: Int) {
    let (a, b) = path.ends(ofSegment: segment)
    let ordered =
      events.count == 1
      ? events : events.sorted { $0.place.order(against: $1.place, along: a, b) < 0 }
    var first = 0
    while first < ordered.count {
      var end = first + 1
      while end < ordered.count,
        ordered[end].place.order(against: ordered[first].place, along: a, b) == 0
      { end += 1 }
      pass(ordered[first..<end], from: a, to: b, on: segment)
      first = end
    }
  }

  private mutating func pass(
    _ events: ArraySlice<EdgeEvent>, from a: Position, to b: Position, on segment: Int
  ) {
    for event in events {
      toggle(orientation(a, b, event.rays.first))
      if let second = event.rays.second { toggle(orientation(a, b, second)) }
    }
    guard events.count == 1 || hasContact(events) else { return }
    // A vertex knows its position exactly, a crossing only rounded: prefer the vertex.
    guard let place = (events.first { $0.rays.second == nil } ?? events.first)?.place else {
      return
    }
    let at = CutPosition(
      segment: path.vertex(ofSegment: segment), fraction: place.fraction, position: place.position)
    trace.stops.append(PathTrace.Stop(at: at, after: sides))
  }

  private mutating func toggle(_ side: Int) {
    if side > 0 { sides.left.toggle() }
    if side < 0 { sides.right.toggle() }
  }

  /// The directions in which the edge c–d leaves a position on it.
  private func rays(of c: Position, _ d: Position, at origin: Position) -> [Position] {
    origin == c ? [d] : (origin == d ? [c] : [c, d])
  }

  /// The directions in which all edges leave a position.
  private func raysThrough(_ origin: Position) -> [Position] {
    var rays: [Position] = []
    polygon.forEachEdge(meeting: Box(around: origin, origin)) { c, d in
      if orientation(c, d, origin) == 0 { rays.append(contentsOf: self.rays(of: c, d, at: origin)) }
    }
    return rays
  }

  /// Whether edges leave a position once those that coincide in pairs have cancelled: an edge that
  /// two parts of a multi-polygon share is no boundary.
  private func hasContact(at origin: Position, _ rays: [Position]) -> Bool {
    rays.count < 2
      ? !rays.isEmpty
      : rays.contains { ray in
        rays.count { orientation(origin, ray, $0) == 0 && pointsAlike(origin, ray, $0) } % 2 == 1
      }
  }

  /// The same for edges that meet the interior of a segment at one place.
  private func hasContact(_ events: ArraySlice<EdgeEvent>) -> Bool {
    if let vertex = events.first(where: { $0.rays.second == nil }) {
      let rays = events.flatMap { [$0.rays.first] + ($0.rays.second.map { [$0] } ?? []) }
      return hasContact(at: vertex.place.position, rays)
    }
    return events.contains { event in
      guard let end = event.rays.second else { return true }
      return events.count { other in
        guard let otherEnd = other.rays.second else { return false }
        return orientation(event.rays.first, end, other.rays.first) == 0
          && orientation(event.rays.first, end, otherEnd) == 0
      } % 2 == 1
    }
  }
}
