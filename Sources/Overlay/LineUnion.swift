import Geometry

/// The union of some polygons as one line meets it, without the parts that are hidden.
struct LineUnion {
  private let members: ArraySlice<LineMembers.Member>
  private let row: Int
  private let lines: LineColumn
  private let hidden: [LinePart]

  init(
    _ members: ArraySlice<LineMembers.Member>, row: Int, lines: LineColumn, hidden: [LinePart]
  ) {
    self.members = members
    self.row = row
    self.lines = lines
    self.hidden = hidden
  }

  /// Where the line lies in the union or along its boundary, and is not hidden.
  var coverage: Coverage { Coverage(covers, hiding: hidden) }

  private var covers: [Coverage.Cover] {
    members.flatMap { $0.pieces.lazy.map { ($0.sides, $0.from, $0.to) } }
  }

  private func isHidden(_ place: CutPosition) -> Bool { hidden.contains { $0.contains(place) } }

  /// The number of places where the line passes into or out of the union, path by path.
  func crossings() -> Int {
    let stretches = Coverage(covers).stretches
    var next = 0
    var count = 0
    for path in lines.pathIndices(of: row) {
      guard let span = PathSpan(lines.paths, path: path) else { continue }
      let first = next
      while next < stretches.count, stretches[next].from.isBefore(span.end) { next += 1 }
      count += crossings(of: stretches[first..<next], on: span)
    }
    return count
  }

  private func crossings(of stretches: ArraySlice<Coverage.Stretch>, on path: PathSpan) -> Int {
    var walk = PlaceWalk()
    var position = path.start
    for stretch in stretches {
      if !Coverage.isSamePlace(position, stretch.from) { walk.enter(.outside, at: position) }
      if stretch.sides.place != .boundary { walk.enter(stretch.sides.place, at: stretch.from) }
      position = stretch.to
    }
    if !Coverage.isSamePlace(position, path.end) { walk.enter(.outside, at: position) }
    if path.isClosed { walk.closeRing(at: path.start) }
    return walk.changes.count { !isHidden($0) }
  }

  /// The number of places where the line only touches a member and no other member is crossed or
  /// covers the place: there the touch is inside the union or part of a crossing.
  func touches() -> Int {
    let contacts = members.flatMap(\.contacts).sorted { $0.at.isBefore($1.at) }
    let layers = PieceLayers(members)
    var count = 0
    var index = 0
    while index < contacts.count {
      let first = index
      while index < contacts.count, Coverage.isSamePlace(contacts[first].at, contacts[index].at) {
        index += 1
      }
      let here = contacts[first..<index]
      let isTouched = here.allSatisfy { $0.kind == .touch }
      if isTouched, here.contains(where: { !isHidden($0.at) && !layers.others(cover: $0) }) {
        count += 1
      }
    }
    return count
  }
}

/// The pieces of some polygons along one line, to ask how many of them cover a place.
private struct PieceLayers {
  private let members: ArraySlice<LineMembers.Member>
  private let starts: [CutPosition]
  private let ends: [CutPosition]

  init(_ members: ArraySlice<LineMembers.Member>) {
    self.members = members
    let pieces = members.flatMap(\.pieces)
    starts = pieces.map(\.from).sorted { $0.isBefore($1) }
    ends = pieces.map(\.to).sorted { $0.isBefore($1) }
  }

  /// Whether a polygon other than that of a contact covers its place, ends included.
  func others(cover contact: Contact) -> Bool {
    let at = contact.at
    let all =
      starts.partitionIndex { at.isBefore($0) } - ends.partitionIndex { !$0.isBefore(at) }
    if all == 0 { return false }
    let polygon = contact.polygon
    let own = members[members.partitionIndex { $0.meeting.polygon >= polygon }].pieces
    return all
      > own.partitionIndex { at.isBefore($0.from) } - own.partitionIndex { !$0.to.isBefore(at) }
  }
}

/// A walk through inside and outside that remembers where it changed.
private struct PlaceWalk {
  private(set) var changes: [CutPosition] = []
  private var first: Place?
  private var last: Place?

  mutating func enter(_ place: Place, at position: CutPosition) {
    if let last, last != place { changes.append(position) }
    if first == nil { first = place }
    last = place
  }

  /// A closed path passes from its end to its start.
  mutating func closeRing(at position: CutPosition) {
    if first != last { changes.append(position) }
  }
}
