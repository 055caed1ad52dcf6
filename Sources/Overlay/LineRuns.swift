import Geometry

/// The contacts in the meetings of two paths: chains of links, and nodes without any.
///
/// Where one path turns back on itself while it runs along the other, the chain goes on along its
/// way back. At the ends of a chain both paths go on apart from each other, and the sides on which
/// they do so say whether one passes the other.
struct LineRuns {
  /// A contact of two paths, but for its rows and chainages.
  struct Run {
    var kind: LineContact.Kind
    var from: LineMeetings.Node
    var to: LineMeetings.Node
    var length: Double
  }

  /// Where a chain ends: a node with the way in which each path goes on from there, apart.
  private struct Exit {
    var node: LineMeetings.Node
    var first: LineDirection
    var second: LineDirection
  }

  private let meetings: LineMeetings
  private let measure: LengthMeasure
  /// For each end of a link the end by which the chain goes on from the same node, if it does.
  private var partners: [Int?]
  private var isVisited: [Bool]
  private var pulse = Pulse()
  private(set) var runs: [Run] = []

  init(_ meetings: LineMeetings, measuredBy measure: LengthMeasure) throws {
    self.meetings = meetings
    self.measure = measure
    let ends = meetings.ends
    partners = Array(repeating: nil, count: ends.count)
    isVisited = Array(repeating: false, count: ends.count / 2)
    let ordered = ends.indices.sorted { (ends[$0].node, $0) < (ends[$1].node, $1) }
    var isLinked = Array(repeating: false, count: meetings.nodes.count)
    for end in ends { isLinked[end.node] = true }
    var first = 0
    for index in ordered.indices.dropFirst() + [ordered.count]
    where index == ordered.count || ends[ordered[index]].node != ends[ordered[first]].node {
      join(ordered[first..<index])
      first = index
    }
    for end in ordered where partners[end] == nil { try follow(from: end) }
    for end in ordered { try follow(from: end) }
    for node in meetings.nodes.indices where !isLinked[node] { append(meetings.nodes[node]) }
  }

  /// Joins the links that end in one node: two, or, where both paths turn back on themselves in the
  /// same place, four, of which those go on into each other that do on both paths.
  private mutating func join(_ group: ArraySlice<Int>) {
    let ends = meetings.ends
    if group.count == 2, let one = group.first, let other = group.last {
      (partners[one], partners[other]) = (other, one)
      return
    }
    for end in group where partners[end] == nil {
      partners[end] = group.first {
        $0 != end && ends[$0].first != ends[end].first && ends[$0].second != ends[end].second
      }
    }
  }

  /// Adds a single place: the first path passes if it comes from one side of the second and goes to
  /// the other.
  private mutating func append(_ node: LineMeetings.Node) {
    let (path, other) = (meetings.first, meetings.second)
    var kind = LineContact.Kind.touch
    if let before = path.neighbour(of: node.first, .backward),
      let after = path.neighbour(of: node.first, .onward),
      let previous = other.neighbour(of: node.second, .backward),
      let next = other.neighbour(of: node.second, .onward)
    {
      let corner = Corner(from: previous, at: node.second.position, to: next)
      switch (corner.sector(of: before), corner.sector(of: after)) {
      case (.left, .right): kind = .toRight
      case (.right, .left): kind = .toLeft
      default: break
      }
    }
    runs.append(Run(kind: kind, from: node, to: node, length: 0))
  }

  /// Adds the chain that starts with the link of an end, unless it was added from its other end.
  private mutating func follow(from start: Int) throws {
    guard !isVisited[start / 2] else { return }
    var walk = LineWalk(meetings, from: start)
    var length = 0.0
    var end = start
    while true {
      try pulse.beat()
      isVisited[end / 2] = true
      let previous = walk.node.first.position
      walk.pass(end)
      length += measure.distance(previous, walk.node.first.position)
      end ^= 1
      guard let next = partners[end], !isVisited[next / 2] else { break }
      end = next
    }
    let passes = partners[start] == nil && partners[end] == nil && !walk.meetsEnd
    let exits = (exit(start, isSwapped: false), exit(end, isSwapped: walk.isSwapped))
    runs.append(
      Run(
        kind: passes ? kind(exits.0, exits.1) : .touch, from: walk.least, to: walk.greatest,
        length: length))
  }

  /// Where a chain ends, with both paths in the order of its walk.
  private func exit(_ end: Int, isSwapped: Bool) -> Exit {
    let end = meetings.ends[end]
    let node = meetings.nodes[end.node]
    return isSwapped
      ? Exit(node: node.exchanged, first: end.second.opposite, second: end.first.opposite)
      : Exit(node: node, first: end.first.opposite, second: end.second.opposite)
  }

  /// Whether the first path passes the second between two exits.
  ///
  /// Let both paths be moved apart a little, and let one place on each go around the contact, from
  /// exit to exit: the vector from one to the other turns by half a circle at each exit, and back or
  /// on along the paths. The turns at the exits add up to a whole circle where the paths cross, and
  /// cancel each other where they do not, however often the paths turn back between.
  private func kind(_ one: Exit, _ other: Exit) -> LineContact.Kind {
    guard let turn = turn(at: one), turn == self.turn(at: other) else { return .touch }
    return turn > 0 ? .toRight : .toLeft
  }

  /// 1 where the first path goes on to the right of the second, seen from the contact and both taken
  /// to go on, −1 to the left; reversed for a path that comes from there.
  private func turn(at exit: Exit) -> Int? {
    let (first, second) = (exit.node.first, exit.node.second)
    guard let ray = meetings.first.neighbour(of: first, exit.first),
      let shared = meetings.first.neighbour(of: first, exit.first.opposite),
      let otherRay = meetings.second.neighbour(of: second, exit.second)
    else { return nil }
    let isReversed = exit.first != exit.second
    switch Corner(from: shared, at: first.position, to: otherRay).sector(of: ray) {
    case .right: return isReversed ? -1 : 1
    case .left: return isReversed ? 1 : -1
    case .along: return nil
    }
  }
}
