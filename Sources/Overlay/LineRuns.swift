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

  /// Adds a single place.
  private mutating func append(_ node: LineMeetings.Node) {
    let before = Exit(node: node, first: .backward, second: .backward)
    let after = Exit(node: node, first: .onward, second: .onward)
    runs.append(Run(kind: kind(before, after), from: node, to: node, length: 0))
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
    let hasExits = partners[start] == nil && partners[end] == nil
    runs.append(
      Run(
        kind: hasExits
          ? kind(exit(start, isSwapped: false), exit(end, isSwapped: walk.isSwapped)) : .touch,
        from: walk.least, to: walk.greatest, length: length))
  }

  /// Where a chain ends, with both paths in the order of its walk.
  private func exit(_ end: Int, isSwapped: Bool) -> Exit {
    let end = meetings.ends[end]
    let node = meetings.nodes[end.node]
    return isSwapped
      ? Exit(node: node.exchanged, first: end.second.opposite, second: end.first.opposite)
      : Exit(node: node, first: end.first.opposite, second: end.second.opposite)
  }

  /// Whether the first path passes the second between two exits. A path that goes on by its start at
  /// one exit and by its end at the other has the other path on one side before and on one behind.
  private func kind(_ one: Exit, _ other: Exit) -> LineContact.Kind {
    if one.first != other.first {
      let (before, after) = one.first == .backward ? (one, other) : (other, one)
      guard
        let from = side(
          before.node.first, .backward, of: meetings.first, at: before.node.second, meetings.second),
        let to = side(
          after.node.first, .onward, of: meetings.first, at: after.node.second, meetings.second)
      else { return .touch }
      return kind(from, to)
    }
    if one.second != other.second {
      let (before, after) = one.second == .backward ? (one, other) : (other, one)
      guard
        let from = side(
          before.node.second, .backward, of: meetings.second, at: before.node.first, meetings.first),
        let to = side(
          after.node.second, .onward, of: meetings.second, at: after.node.first, meetings.first)
      else { return .touch }
      // Seen from the other path, everything passes the other way.
      return kind(to, from)
    }
    return .touch
  }

  /// The side of another path on which a path leaves a place that both share; nil where either ends,
  /// and where a path turns back on itself, which is the same place of it on both.
  private func side(
    _ place: LinePlace, _ direction: LineDirection, of path: LinePath, at otherPlace: LinePlace,
    _ other: LinePath
  ) -> Corner.Sector? {
    guard !(meetings.isSelf && place == otherPlace),
      let ray = path.neighbour(of: place, direction),
      let previous = other.neighbour(of: otherPlace, .backward),
      let next = other.neighbour(of: otherPlace, .onward)
    else { return nil }
    return Corner(from: previous, at: otherPlace.position, to: next).sector(of: ray)
  }

  private func kind(_ from: Corner.Sector, _ to: Corner.Sector) -> LineContact.Kind {
    switch (from, to) {
    case (.left, .right): .toRight
    case (.right, .left): .toLeft
    default: .touch
    }
  }
}
