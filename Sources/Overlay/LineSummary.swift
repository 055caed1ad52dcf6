import Geometry

/// One line with all its pieces and contacts, summed up by groups of polygons.
struct LineSummary {
  let row: Int
  let lines: LineColumn
  let chainage: Chainage
  let hidden: [LinePart]
  let pieces: ArraySlice<Piece>
  let contacts: ArraySlice<Contact>
  let polygonGroups: [Int]

  /// The totals of the line by group of polygons, in the order of the groups.
  ///
  /// A line that is hidden from end to end is another one's repetition and meets nothing.
  func totals() -> [(group: Int, totals: Totals)] {
    if isHidden { return [] }
    let unions = groups().map { group in (group, Coverage(covers(of: group), hiding: hidden)) }
    var result = unions.map { (group: $0.0, totals: totals(of: $0.0, $0.1)) }
    let shared = Coverage(
      unions.flatMap { $0.1.stretches }.filter { $0.sides.place == .boundary }
        .map { ($0.sides, $0.from, $0.to) })
    for index in result.indices {
      let own = unions[index].1.stretches.filter { $0.sides.place == .boundary }
      result[index].totals.boundaryShare = share(of: own, in: shared.stretches)
    }
    return result
  }

  /// How much of the line lies in any polygon. A border between two polygons stays a border here.
  func cover() -> CoverTotals {
    let onEdge = Sides(left: true, right: false)
    let union = Coverage(
      pieces.lazy.map { ($0.place == .inside ? $0.sides : onEdge, $0.from, $0.to) },
      hiding: hidden)
    var totals = CoverTotals()
    totals.length = chainage.lengths[row] - hidden.map(length).reduce(0, +)
    totals.insideLength = length(of: union, .inside)
    totals.boundaryLength = length(of: union, .boundary)
    return totals
  }

  private func groups() -> [Int] {
    var seen: Set<Int> = []
    for piece in pieces { seen.insert(polygonGroups[piece.polygon]) }
    for contact in contacts { seen.insert(polygonGroups[contact.polygon]) }
    return seen.sorted()
  }

  private func covers(of group: Int) -> [Coverage.Cover] {
    pieces.filter { polygonGroups[$0.polygon] == group }.map { ($0.sides, $0.from, $0.to) }
  }

  private func totals(of group: Int, _ union: Coverage) -> Totals {
    var totals = Totals()
    totals.lines = 1
    totals.insideLength = length(of: union, .inside)
    totals.boundaryLength = length(of: union, .boundary)
    totals.crossings = crossings(of: Coverage(covers(of: group)))
    totals.touches = touches(of: group)
    return totals
  }

  private func length(of coverage: Coverage, _ place: Place) -> Double {
    coverage.stretches.lazy.filter { $0.sides.place == place }
      .map { chainage.length(from: $0.from, to: $0.to) }.reduce(0, +)
  }

  private func length(_ part: LinePart) -> Double { chainage.length(from: part.from, to: part.to) }

  /// The boundary length of one group, each metre divided by the groups that share it.
  private func share(of own: [Coverage.Stretch], in all: [Coverage.Stretch]) -> Double {
    var sum = 0.0
    for stretch in all
    where own.contains(where: {
      !stretch.from.isBefore($0.from) && stretch.from.isBefore($0.to)
    }) {
      sum += chainage.length(from: stretch.from, to: stretch.to) / Double(stretch.layers)
    }
    return sum
  }

  /// Whether all of the line is hidden, but for the rounding of sums.
  private var isHidden: Bool {
    let length = chainage.lengths[row]
    return length - hidden.map(self.length).reduce(0, +) <= 1e-12 * length
  }

  private func isHidden(_ place: CutPosition) -> Bool { hidden.contains { $0.contains(place) } }

  /// The places where the line passes into or out of the union, path by path.
  private func crossings(of union: Coverage) -> Int {
    lines.pathIndices(of: row).reduce(0) { sum, path in
      let segments = SegmentedPath(lines.paths, path: path)
      return segments.segmentCount == 0 ? sum : sum + crossings(of: union, on: segments)
    }
  }

  private func crossings(of union: Coverage, on path: SegmentedPath) -> Int {
    var walk = PlaceWalk()
    var position = path.start
    for stretch in union.stretches
    where !stretch.from.isBefore(path.start) && stretch.from.isBefore(path.end) {
      if !Coverage.isSamePlace(position, stretch.from) { walk.enter(.outside, at: position) }
      if stretch.sides.place != .boundary { walk.enter(stretch.sides.place, at: stretch.from) }
      position = stretch.to
    }
    if !Coverage.isSamePlace(position, path.end) { walk.enter(.outside, at: position) }
    if path.isClosed { walk.closeRing(at: path.start) }
    return walk.changes.count { !isHidden($0) }
  }

  /// Touches of a member at places where no other member is crossed or covers the place: there the
  /// touch is inside the union or part of a crossing.
  private func touches(of group: Int) -> Int {
    let members = contacts.filter { polygonGroups[$0.polygon] == group }
    var places: [CutPosition] = []
    for contact in members where contact.kind == .touch && !isHidden(contact.at) {
      let isCrossed = members.contains {
        $0.kind != .touch && Coverage.isSamePlace($0.at, contact.at)
      }
      let isCovered = pieces.contains {
        polygonGroups[$0.polygon] == group && $0.polygon != contact.polygon
          && !contact.at.isBefore($0.from) && !$0.to.isBefore(contact.at)
      }
      let isKnown = places.contains { Coverage.isSamePlace($0, contact.at) }
      if !isCrossed && !isCovered && !isKnown { places.append(contact.at) }
    }
    return places.count
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
