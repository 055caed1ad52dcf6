import Geometry

/// Walks one path along one polygon.
///
/// The line is thought of twice, moved infinitely little to its left and to its right; each copy
/// crosses edges properly or not at all, so that plain parity tells what it lies in. An edge that
/// leaves a place of the line to the left toggles the left copy, one that leaves to the right the
/// right copy, one that leaves along the line neither. All decisions are signs of `orientation`,
/// so that vertices on the line, shared vertices and collinear edges need no tolerance.
struct PathTracer {
  let polygon: PreparedPolygon
  let path: SegmentedPath

  private var sides = Sides(false)
  private var trace = PathTrace(start: Sides(false))
  /// The runs of edges near the chunk in work.
  private var runs: [Int] = []

  init(_ path: SegmentedPath, along polygon: PreparedPolygon) {
    self.path = path
    self.polygon = polygon
  }

  /// Returns what the path meets; the path must have a segment with a length.
  ///
  /// - Throws: `CancellationError`, also in the middle of a long path.
  mutating func run() throws(CancellationError) -> PathTrace {
    polygon.collectRuns(meeting: path.box, into: &runs)
    let near = runs
    if near.isEmpty {
      start()
      return trace
    }
    for (index, chunk) in path.chunks.enumerated() {
      if index % 64 == 0 && Task.isCancelled { throw CancellationError() }
      polygon.collectRuns(meeting: chunk.box, among: near, into: &runs)
      if index == 0 { start() }
      if runs.isEmpty { continue }
      for segment in chunk.segments { follow(segment) }
    }
    return trace
  }

  private mutating func start() {
    let (origin, next) = path.ends(ofSegment: 0)
    let rays = polygon.rays(through: origin, of: runs)
    sides = polygon.sides(at: origin, toward: next, rays: rays)
    trace.start = sides
    trace.startsOnBoundary = BoundaryContact.exists(at: origin, rays)
  }

  /// Collects what meets one segment and passes it in order: its start, its interior, and for the
  /// last segment its end.
  private mutating func follow(_ segment: Int) {
    let (a, b) = path.ends(ofSegment: segment)
    var contacts = SegmentContacts(a, b)
    polygon.forEachEdge(of: runs, meeting: Box(around: a, b)) { contacts.add($0, $1) }
    if segment > 0 && !contacts.raysAtStart.isEmpty {
      turn(at: segment, rays: contacts.raysAtStart)
    }
    for events in contacts.eventsByPlace() { pass(events, from: a, to: b, on: segment) }
    if segment == path.segmentCount - 1 {
      trace.endsOnBoundary = BoundaryContact.exists(at: b, contacts.raysAtEnd)
    }
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
    guard BoundaryContact.exists(at: origin, rays) else { return }
    stop(segment, fraction: 0, at: origin)
  }

  /// Passes one place in the interior of a segment.
  private mutating func pass(
    _ events: ArraySlice<SegmentContacts.Event>, from a: Position, to b: Position, on segment: Int
  ) {
    for event in events {
      toggle(orientation(a, b, event.ray))
      if let other = event.otherRay { toggle(orientation(a, b, other)) }
    }
    guard BoundaryContact.exists(events) else { return }
    // A vertex knows its position exactly, a crossing only rounded: prefer the vertex.
    guard let place = (events.first { $0.otherRay == nil } ?? events.first)?.place else { return }
    stop(segment, fraction: place.fraction, at: place.position)
  }

  private mutating func toggle(_ side: Int) {
    if side > 0 { sides.left.toggle() }
    if side < 0 { sides.right.toggle() }
  }

  private mutating func stop(_ segment: Int, fraction: Double, at position: Position) {
    let at = CutPosition(
      segment: path.vertex(ofSegment: segment), fraction: fraction, position: position)
    trace.stops.append(PathTrace.Stop(at: at, after: sides))
  }
}
