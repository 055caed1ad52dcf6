import Geometry

/// Walks one path along one polygon.
///
/// The line is thought of twice, moved infinitely little to its left and to its right; each copy
/// crosses edges properly or not at all, so that plain parity tells what it lies in. An edge that
/// leaves a place of the line to the left toggles the left copy, one that leaves to the right the
/// right copy, one that leaves along the line neither. All decisions are signs of `orientation`,
/// so that vertices on the line, shared vertices and collinear edges need no tolerance.
struct PathTracer {
  /// Room that is used again for every path.
  struct Room {
    /// The edges near a chunk.
    fileprivate var near = NearEdges()
    /// The edges near a segment, where those near its chunk are too many.
    fileprivate var rest: [UInt32] = []
    fileprivate var contacts = SegmentContacts()
  }

  private let polygon: PolygonIndex
  private let path: PathSpan
  private var sides = Sides(false)
  private var trace = PathTrace(start: Sides(false))
  private var contacts = SegmentContacts()

  init(_ path: PathSpan, along polygon: PolygonIndex) {
    self.path = path
    self.polygon = polygon
  }

  /// Walks to the end.
  ///
  /// - Parameters:
  ///   - firstVertex: The first vertex of the path.
  ///   - chunkBoxes: The boxes around the chunks of its segments.
  ///   - room: What an earlier path has left.
  /// - Returns: What the path meets.
  /// - Throws: `CancellationError`, also in the middle of a long path.
  mutating func run(
    firstVertex: Int, _ chunkBoxes: ArraySlice<Box>, in room: inout Room
  ) throws(CancellationError) -> PathTrace {
    swap(&contacts, &room.contacts)
    defer { swap(&contacts, &room.contacts) }
    start()
    let (segments, paths) = (Range(path.segments), path.paths)
    var first = firstVertex
    for (index, box) in zip(0..., chunkBoxes) {
      if index % 64 == 63 && Task.isCancelled { throw CancellationError() }
      if polygon.cover(of: box) == .mixed {
        let chunk = (first..<first + LineStrip.chunkLength).clamped(to: segments)
        follow(chunk, of: paths, in: box, &room)
      }
      first += LineStrip.chunkLength
    }
    return trace
  }

  /// Follows the segments of a chunk, by fours where the chunk spreads over many cells: the boxes of
  /// these cover far less of the plane together.
  private mutating func follow(
    _ chunk: Range<Int>, of paths: PathSet, in box: Box, _ room: inout Room
  ) {
    if !polygon.isSpread(box) { return follow(chunk, of: paths, within: box, &room) }
    var first = chunk.lowerBound
    while first < chunk.upperBound {
      let four = first..<min(first + 4, chunk.upperBound)
      let box = paths.box(ofVertices: first..<four.upperBound + 1)
      if polygon.cover(of: box) == .mixed { follow(four, of: paths, within: box, &room) }
      first = four.upperBound
    }
  }

  private mutating func follow(
    _ segments: Range<Int>, of paths: PathSet, within box: Box, _ room: inout Room
  ) {
    if polygon.collectEdges(meeting: box, into: &room.near) {
      room.near.forEachSegment(of: paths, in: segments) { follow($0, $1) }
    } else {
      polygon.forEachSegment(of: paths, in: segments, &room.rest) { follow($0, $1) }
    }
  }

  private mutating func start() {
    let (origin, next) = path.ends(ofSegment: path.segments.lowerBound)
    let place = polygon.place(at: origin, toward: next)
    sides = place.sides
    trace.start = sides
    trace.startsOnBoundary = place.isContact
  }

  /// Finds what of some edges meets one segment and passes it in order: its start, its interior, and
  /// for the last segment its end.
  private mutating func follow(_ segment: Int, _ near: [UInt32]) {
    let (a, b) = path.ends(ofSegment: segment)
    guard a != b else { return }
    contacts.start(a, b)
    for edge in near {
      let (c, d) = polygon.ends(ofEdge: edge)
      contacts.add(c, d)
    }
    if contacts.isEmpty { return }
    if segment > path.segments.lowerBound && !contacts.raysAtStart.isEmpty { turn(at: segment) }
    contacts.sortEvents()
    var next = 0
    while let events = contacts.eventsAtPlace(from: next) {
      pass(events, from: a, to: b, on: segment)
      next = events.endIndex
    }
    if segment == path.segments.upperBound {
      trace.endsOnBoundary = BoundaryContact.exists(at: b, contacts.raysAtEnd)
    }
  }

  /// Passes a vertex of the path, where it may change direction.
  private mutating func turn(at segment: Int) {
    let (origin, next) = path.ends(ofSegment: segment)
    let corner = Corner(from: path.previous(ofSegment: segment), at: origin, to: next)
    for ray in contacts.raysAtStart {
      switch corner.sector(of: ray) {
      case .left: sides.left.toggle()
      case .right: sides.right.toggle()
      case .along: break
      }
    }
    guard BoundaryContact.exists(at: origin, contacts.raysAtStart) else { return }
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
    guard BoundaryContact.exists(events, besides: contacts.runs) else { return }
    // A vertex knows its position exactly, a crossing only rounded: prefer the vertex.
    guard let place = (events.first { $0.otherRay == nil } ?? events.first)?.place else { return }
    stop(segment, fraction: place.fraction, at: place.position)
  }

  private mutating func toggle(_ side: Int) {
    if side > 0 { sides.left.toggle() }
    if side < 0 { sides.right.toggle() }
  }

  private mutating func stop(_ segment: Int, fraction: Double, at position: Position) {
    let at = CutPosition(segment: segment, fraction: fraction, position: position)
    trace.stops.append(PathTrace.Stop(at: at, after: sides))
  }
}
