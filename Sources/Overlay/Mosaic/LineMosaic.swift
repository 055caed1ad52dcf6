public import Geometry

/// Lines divided by several groups of polygons at once: by ranges, regions and countries.
///
/// Of every stretch is known in which groups it lies, so that lengths can be added up by any
/// combination of them. A group is the union of its polygons: a line along the border of two polygons
/// of one group lies inside of it.
///
/// Different polygons may draw one border with different vertices, so that they cut a line at places
/// which only rounding tells apart. Cuts within ``leastLength`` of one before them are made there.
public struct LineMosaic: Sendable {
  /// All stretches that lie in any group or on its boundary, by line, then along the line.
  public let stretches: [MosaicStretch]

  /// The length below which a stretch is the work of rounding, in metres.
  public static let leastLength = 0.001

  /// Puts the cuts of several groups together.
  ///
  /// - Parameters:
  ///   - cuts: What the lines and all polygons have to do with each other.
  ///   - lines: The lines.
  ///   - groups: The group of every row of the polygons.
  ///   - marks: Parts of lines that belong to one more group, whose number is `markGroup`.
  ///   - markGroup: The number of that group.
  /// - Complexity: O(*n* log *n*) in the pieces of a line, and linear in their vertices.
  public init(
    _ cuts: Cuts, of lines: LineColumn, groups: [Int], marks: [Int: [LinePart]] = [:],
    markGroup: Int = -1
  ) {
    var stretches: [MosaicStretch] = []
    var next = 0
    for row in 0..<lines.count {
      var builder = MosaicBuilder(row, of: lines, cuts.chainage)
      while next < cuts.pieces.count, cuts.pieces[next].line == row {
        let piece = cuts.pieces[next]
        builder.add(
          piece.part, (piece.fromChainage, piece.toChainage), groups[piece.polygon], piece.sides)
        next += 1
      }
      if builder.isEmpty { continue }
      for part in marks[row] ?? [] {
        builder.add(
          part, (cuts.chainage.value(at: part.from), cuts.chainage.value(at: part.to)), markGroup,
          Sides(true))
      }
      stretches += builder.stretches()
    }
    self.stretches = stretches
  }
}

/// Divides one line.
private struct MosaicBuilder {
  /// Where a group begins or ends to lie on a side.
  private struct Event {
    let place: CutPosition
    let chainage: Double
    let group: Int
    let sides: Sides
    let isStart: Bool
  }

  /// On how many polygons of a group each side lies.
  private struct Count {
    var left = 0
    var right = 0
  }

  private let row: Int
  private let lines: LineColumn
  private let chainage: Chainage
  private var events: [Event] = []
  private var counts: [Int: Count] = [:]

  init(_ row: Int, of lines: LineColumn, _ chainage: Chainage) {
    (self.row, self.lines, self.chainage) = (row, lines, chainage)
  }

  var isEmpty: Bool { events.isEmpty }

  mutating func add(
    _ part: LinePart, _ chainage: (from: Double, to: Double), _ group: Int, _ sides: Sides
  ) {
    events.append(
      Event(
        place: part.from, chainage: chainage.from, group: group, sides: sides, isStart: true))
    events.append(
      Event(place: part.to, chainage: chainage.to, group: group, sides: sides, isStart: false))
  }

  consuming func stretches() -> [MosaicStretch] {
    events.sort { $0.place.isBefore($1.place) }
    var stretches: [MosaicStretch] = []
    var index = 0
    while index < events.count {
      let start = events[index]
      let path = lines.paths.path(ofVertex: start.place.segment)
      while index < events.count,
        events[index].chainage - start.chainage < LineMosaic.leastLength,
        lines.paths.path(ofVertex: events[index].place.segment) == path
      {
        count(events[index])
        index += 1
      }
      guard index < events.count else { break }
      let holders = holders
      if !holders.isEmpty { stretches.append(stretch(from: start, to: events[index], holders)) }
    }
    return stretches
  }

  private mutating func count(_ event: Event) {
    let change = event.isStart ? 1 : -1
    counts[event.group, default: Count()].left += event.sides.left ? change : 0
    counts[event.group, default: Count()].right += event.sides.right ? change : 0
  }

  private var holders: [MosaicStretch.Holder] {
    counts.filter { $0.value.left > 0 || $0.value.right > 0 }.sorted { $0.key < $1.key }.map {
      MosaicStretch.Holder(
        group: $0.key, sides: Sides(left: $0.value.left > 0, right: $0.value.right > 0))
    }
  }

  private func stretch(
    from start: Event, to end: Event, _ holders: [MosaicStretch.Holder]
  ) -> MosaicStretch {
    let part = LinePart(from: start.place, to: end.place)
    return MosaicStretch(
      line: row, part: part, from: start.chainage, to: end.chainage,
      length: chainage.length(from: part.from, to: part.to), holders: holders)
  }
}
