public import Geometry

/// A place where a line passes into or out of a group of polygons.
public struct MosaicCrossing: Sendable, Hashable {
  /// The row of the line.
  public let line: Int
  /// Whether it passes in, and not out.
  public let isEntry: Bool
  /// Where; for a run along the boundary the end that the inside adjoins.
  public let at: CutPosition
  /// The chainage of that place, in metres.
  public let chainage: Double
}

extension LineMosaic {
  /// Returns where lines pass into and out of the union of a group.
  ///
  /// A run along the boundary is a crossing where the line comes from one side of it and leaves to the
  /// other. A line that begins or ends on the boundary does not cross there.
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - lines: The lines.
  /// - Returns: The crossings by line, then along the line.
  public func crossings(of group: Int, _ lines: LineColumn) -> [MosaicCrossing] {
    var walk = CrossingWalk(lines)
    for stretch in stretches {
      let place = stretch.place(in: group)
      if place != .outside { walk.step(along: stretch, place) }
    }
    return walk.finish()
  }
}

/// Walks along the stretches of a group.
private struct CrossingWalk {
  private let lines: LineColumn
  private var crossings: [MosaicCrossing] = []
  private var last: MosaicStretch?
  /// Whether the line came from outside to where the walk is; nil where it began there.
  private var cameFromOutside: Bool?
  /// Where the line left the inside, with the boundary or the outside behind it.
  private var exit: MosaicCrossing?

  init(_ lines: LineColumn) { self.lines = lines }

  mutating func step(along stretch: MosaicStretch, _ place: Place) {
    if !continues(stretch) {
      leave()
      cameFromOutside = startsPath(stretch) ? nil : true
    }
    last = stretch
    guard place == .inside else { return }
    if cameFromOutside == true {
      crossings.append(crossing(stretch.line, isEntry: true, stretch.part.from, stretch.from))
    }
    cameFromOutside = false
    exit = crossing(stretch.line, isEntry: false, stretch.part.to, stretch.to)
  }

  consuming func finish() -> [MosaicCrossing] {
    leave()
    return crossings
  }

  /// The line leaves the group behind the last stretch, unless it ends there.
  private mutating func leave() {
    if let exit, let last, !endsPath(last) { crossings.append(exit) }
    exit = nil
  }

  private func crossing(
    _ line: Int, isEntry: Bool, _ place: CutPosition, _ chainage: Double
  ) -> MosaicCrossing {
    MosaicCrossing(line: line, isEntry: isEntry, at: place, chainage: chainage)
  }

  private func continues(_ stretch: MosaicStretch) -> Bool {
    guard let last, last.line == stretch.line else { return false }
    return last.part.to == stretch.part.from && !startsPath(stretch)
  }

  private func startsPath(_ stretch: MosaicStretch) -> Bool {
    let first = vertices(stretch).lowerBound
    return stretch.part.from.position == lines.paths.position(at: first)
      && stretch.part.from.segment == first
  }

  private func endsPath(_ stretch: MosaicStretch) -> Bool {
    let end = vertices(stretch).upperBound - 1
    let place = stretch.part.to
    return place.segment == end - 1 && place.fraction == 1 || place.segment == end
  }

  private func vertices(_ stretch: MosaicStretch) -> Range<Int> {
    lines.paths.vertices(of: lines.paths.path(ofVertex: stretch.part.from.segment))
  }
}
