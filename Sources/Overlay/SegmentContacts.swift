import Geometry

/// Everything of a polygon that meets one segment of a path; reused for the next segment.
struct SegmentContacts {
  /// An edge that meets the interior of the segment, with the directions in which it leaves.
  struct Event {
    var place: SegmentPlace
    /// An end of the edge.
    var ray: Position
    /// The other end, for an edge that crosses; an edge that ends on the segment leaves once.
    var otherRay: Position?
  }

  private var a = Position(0, 0)
  private var b = Position(0, 0)
  /// The edges that meet the interior.
  private(set) var events: [Event] = []
  /// The edges that run along the segment.
  private(set) var runs: [(c: Position, d: Position)] = []
  /// The directions in which edges leave the start.
  private(set) var raysAtStart: [Position] = []
  /// The directions in which edges leave the end.
  private(set) var raysAtEnd: [Position] = []

  /// Whether nothing meets the segment.
  var isEmpty: Bool { events.isEmpty && raysAtStart.isEmpty && raysAtEnd.isEmpty }

  /// Forgets everything and begins another segment.
  mutating func start(_ a: Position, _ b: Position) {
    self.a = a
    self.b = b
    if !runs.isEmpty { runs.removeAll(keepingCapacity: true) }
    if isEmpty { return }
    events.removeAll(keepingCapacity: true)
    raysAtStart.removeAll(keepingCapacity: true)
    raysAtEnd.removeAll(keepingCapacity: true)
  }

  /// Adds an edge that may meet the segment; both have a length.
  mutating func add(_ c: Position, _ d: Position) {
    let (sideC, sideD) = (orientation(a, b, c), orientation(a, b, d))
    guard sideC * sideD <= 0 else { return }
    addMeeting(c, d, sideC, sideD)
  }

  /// Adds an edge whose ends do not lie on the same side of the segment.
  private mutating func addMeeting(_ c: Position, _ d: Position, _ sideC: Int, _ sideD: Int) {
    let (sideA, sideB) = (orientation(c, d, a), orientation(c, d, b))
    guard sideA * sideB <= 0 else { return }
    if sideA * sideB * sideC * sideD != 0 {
      events.append(Event(place: SegmentPlace(edge: c, d, across: a, b), ray: c, otherRay: d))
      return
    }
    if sideA == 0 && isBetween(a, c, d) { raysAtStart += Self.rays(of: c, d, at: a) }
    if sideB == 0 && isBetween(b, c, d) { raysAtEnd += Self.rays(of: c, d, at: b) }
    if sideC == 0 && sideD == 0 { runs.append((c, d)) }
    if sideC == 0 { addVertex(c, toward: d) }
    if sideD == 0 { addVertex(d, toward: c) }
  }

  /// Adds an end of an edge that lies on the line of the segment, if it lies in its interior.
  private mutating func addVertex(_ vertex: Position, toward other: Position) {
    guard vertex != a && vertex != b && isBetween(vertex, a, b) else { return }
    events.append(Event(place: SegmentPlace(vertex: vertex, on: a, b), ray: other))
  }

  /// The directions in which an edge leaves a position on it.
  static func rays(of c: Position, _ d: Position, at origin: Position) -> [Position] {
    origin == c ? [d] : (origin == d ? [c] : [c, d])
  }

  /// Puts the events in their exact order along the segment.
  mutating func sortEvents() {
    if events.count < 2 { return }
    events.sort { $0.place.order(against: $1.place, along: a, b) < 0 }
  }

  /// The events, which must be in order, at the place of one of them from there on; nil behind the
  /// last.
  func eventsAtPlace(from first: Int) -> ArraySlice<Event>? {
    guard first < events.count else { return nil }
    let others = events[(first + 1)...]
    let next = others.firstIndex {
      $0.place.order(against: events[first].place, along: a, b) != 0
    }
    return events[first..<(next ?? events.count)]
  }
}
