internal import Formats
internal import Geometry
internal import Overlay

/// What lines repeat of earlier lines of their group, in words.
struct RepeatTally {
  /// A line and what it repeats of an earlier one.
  struct Entry {
    var line: Value
    var earlier: Value
    var length: Double
  }

  private(set) var entries: [Entry] = []
  private var segments = RepeatedSegments()
  private var ids: [Value] = []

  /// The number of lines that repeat something.
  private(set) var lineCount = 0

  /// The length of everything repeated.
  var length: Double { entries.map(\.length).reduce(0, +) }

  /// Adds a batch and returns, by row, the parts that are repeated.
  mutating func add(
    _ lines: LineColumn, groups: [Int], ids: [Value], _ chainage: Chainage
  ) -> [Int: [LinePart]] {
    self.ids += ids
    var hidden: [Int: [LinePart]] = [:]
    for repetition in segments.add(lines, groups: groups) {
      hidden[repetition.row, default: []] += repetition.parts
      entries.append(
        Entry(
          line: ids[repetition.row], earlier: self.ids[repetition.earlier],
          length: repetition.parts.map { chainage.length(from: $0.from, to: $0.to) }
            .reduce(0, +)))
    }
    lineCount += hidden.count
    return hidden
  }
}
