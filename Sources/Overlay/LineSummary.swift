import Geometry

/// Sums up one line by groups of polygons.
///
/// Where a group has one polygon that the line meets, its numbers are those of the meeting. Only
/// where several polygons of a group meet, or parts are hidden, their union is made.
struct LineSummary {
  let line: LineMembers
  let lines: LineColumn
  let chainage: Chainage
  let hidden: [LinePart]

  /// The totals of the line by group of polygons, in the order of the groups.
  ///
  /// A line that is hidden from end to end is another one's repetition and meets nothing.
  func totals() -> [LineTotals.Entry] {
    if isHidden { return [] }
    let groups = line.groups
    var entries: [LineTotals.Entry] = []
    entries.reserveCapacity(groups.count)
    for members in groups {
      let group = members[members.startIndex].group
      entries.append(LineTotals.Entry(group: group, totals: totals(of: members)))
    }
    shareBoundaries(among: groups, into: &entries)
    return entries
  }

  /// How much of the line lies in any polygon. A border between two polygons stays a border here.
  func cover() -> CoverTotals {
    var totals = CoverTotals()
    totals.length = chainage.lengths[line.row] - hidden.map(length).reduce(0, +)
    if hidden.isEmpty, line.membersWithPieces <= 1 {
      for member in line.members {
        totals.insideLength += member.meeting.insideLength
        totals.boundaryLength += member.meeting.boundaryLength
      }
      return totals
    }
    let pieces = line.pieces
    if hidden.isEmpty, pieces.allSatisfy({ $0.place == .inside }) {
      totals.insideLength = chainage.length(ofUnion: pieces)
      return totals
    }
    let onEdge = Sides(left: true, right: false)
    let union = Coverage(
      pieces.lazy.map { ($0.place == .inside ? $0.sides : onEdge, $0.from, $0.to) },
      hiding: hidden)
    totals.insideLength = union.length(.inside, by: chainage)
    totals.boundaryLength = union.length(.boundary, by: chainage)
    return totals
  }

  private func totals(of members: ArraySlice<LineMembers.Member>) -> Totals {
    var totals = Totals()
    totals.lines = 1
    if hidden.isEmpty, members.count == 1, let meeting = members.first?.meeting {
      totals.insideLength = meeting.insideLength
      totals.boundaryLength = meeting.boundaryLength
      totals.crossings = meeting.crossings
      totals.touches = meeting.touches
      return totals
    }
    let union = LineUnion(members, row: line.row, lines: lines, hidden: hidden)
    let coverage = union.coverage
    totals.insideLength = coverage.length(.inside, by: chainage)
    totals.boundaryLength = coverage.length(.boundary, by: chainage)
    totals.crossings = union.crossings()
    totals.touches = union.touches()
    return totals
  }

  /// Divides what several groups have as their boundary among them.
  private func shareBoundaries(
    among groups: [ArraySlice<LineMembers.Member>], into entries: inout [LineTotals.Entry]
  ) {
    let bounded = entries.indices.filter { entries[$0].totals.boundaryLength > 0 }
    if bounded.count <= 1 {
      for index in bounded {
        entries[index].totals.boundaryShare = entries[index].totals.boundaryLength
      }
      return
    }
    let boundaries = bounded.map { index in
      LineUnion(groups[index], row: line.row, lines: lines, hidden: hidden).coverage.stretches
        .filter { $0.sides.place == .boundary }
    }
    let shared = Coverage(boundaries.joined().lazy.map { ($0.sides, $0.from, $0.to) }).stretches
    for (index, own) in zip(bounded, boundaries) {
      entries[index].totals.boundaryShare = share(of: own, in: shared)
    }
  }

  /// The boundary length of one group, each metre divided by the groups that share it.
  ///
  /// Both lists run along the line, and no stretch of `all` goes over an end of one of `own`.
  private func share(of own: [Coverage.Stretch], in all: [Coverage.Stretch]) -> Double {
    var sum = 0.0
    var index = 0
    for stretch in all {
      while index < own.count, !stretch.from.isBefore(own[index].to) { index += 1 }
      guard index < own.count else { break }
      if stretch.from.isBefore(own[index].from) { continue }
      sum += chainage.length(from: stretch.from, to: stretch.to) / Double(stretch.layers)
    }
    return sum
  }

  private func length(_ part: LinePart) -> Double { chainage.length(from: part.from, to: part.to) }

  /// Whether all of the line is hidden, but for the rounding of sums.
  private var isHidden: Bool {
    let length = chainage.lengths[line.row]
    return length - hidden.map(self.length).reduce(0, +) <= 1e-12 * length
  }
}

extension Coverage {
  /// The length of all stretches at one place.
  func length(_ place: Place, by chainage: Chainage) -> Double {
    stretches.reduce(0) {
      $1.sides.place == place ? $0 + chainage.length(from: $1.from, to: $1.to) : $0
    }
  }
}

extension Chainage {
  /// The length that pieces of one line cover together.
  ///
  /// - Complexity: O(*n* log *n*) in the number of pieces; a piece that meets no other is not
  ///   measured again.
  fileprivate func length(ofUnion pieces: [Piece]) -> Double {
    let pieces = pieces.sorted { $0.from.isBefore($1.from) }
    guard let first = pieces.first else { return 0 }
    var sum = 0.0
    var (from, to, length) = (first.from, first.to, Optional(first.length))
    for piece in pieces.dropFirst() {
      if to.isBefore(piece.from), !Coverage.isSamePlace(to, piece.from) {
        sum += length ?? self.length(from: from, to: to)
        (from, to, length) = (piece.from, piece.to, piece.length)
      } else if to.isBefore(piece.to) {
        (to, length) = (piece.to, from == piece.from ? piece.length : nil)
      }
    }
    return sum + (length ?? self.length(from: from, to: to))
  }
}
