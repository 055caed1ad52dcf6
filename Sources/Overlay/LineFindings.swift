import Geometry

/// A segment of a path and one of another that may share a place.
struct SegmentPair: Sendable {
  let path: Int
  let otherPath: Int
  /// The rows that own them.
  let row: Int
  let otherRow: Int
  /// The first vertex of the segment of `path`.
  let segment: Int
  /// The first vertex of the segment of `otherPath`.
  let otherSegment: Int
}

/// What a search finds: crossings in the interior of two segments, which are contacts as they are,
/// and segments that meet in an end or along each other, which say what they are only together.
struct LineFindings: Sendable {
  private(set) var crossings: [LineContact] = []
  private(set) var specials: [SegmentPair] = []

  /// Adds two segments that meet in an end, or whose boxes meet and that lie on one line.
  mutating func add(_ pair: SegmentPair) { specials.append(pair) }

  /// Adds a crossing of rows `line` and `other`, chainages still to be filled in.
  mutating func addCrossing(
    _ line: Int, _ segment: Int, _ a: Position, _ b: Position,
    with other: Int, _ otherSegment: Int, _ c: Position, _ d: Position, toRight: Bool
  ) {
    let place = SegmentPlace(edge: c, d, across: a, b)
    let otherPlace = SegmentPlace(edge: a, b, across: c, d)
    let at = CutPosition(inside: segment, fraction: place.fraction, position: place.position)
    let otherAt = CutPosition(
      inside: otherSegment, fraction: otherPlace.fraction, position: place.position)
    crossings.append(
      LineContact(
        line: line, other: other, kind: toRight ? .toRight : .toLeft, from: at, to: at,
        otherFrom: otherAt, otherTo: otherAt, chainage: 0, otherChainage: 0, length: 0))
  }

  /// Puts the crossings in order along their lines.
  mutating func sortCrossings() {
    crossings.sort {
      ($0.line, $0.from.segment, $0.from.fraction, $0.other)
        < ($1.line, $1.from.segment, $1.from.fraction, $1.other)
    }
  }
}

extension CutPosition {
  /// Names a place in the interior of a segment, even where rounding moves its fraction to an end.
  init(inside segment: Int, fraction: Double, position: Position) {
    self.init(
      segment: segment,
      fraction: min(max(fraction, .leastNormalMagnitude), 1 - .ulpOfOne / 2),
      position: position)
  }
}
