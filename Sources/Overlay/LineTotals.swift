public import Geometry

/// What every line of a batch amounts to: made for several batches in parallel, and added to a
/// ``Summary`` in order, so that sums do not depend on how lines came in batches.
public struct LineTotals: Sendable {
  /// A line and a group of polygons.
  struct Entry: Sendable {
    var group: Int
    var totals: Totals
  }

  /// By group of polygons, line after line.
  private(set) var entries: [Entry] = []
  /// Behind the last entry of every line.
  private(set) var entryEnds: [Int] = []
  /// How much of each line lies in any polygon, line after line: metres that several hold count once.
  public private(set) var covers: [CoverTotals] = []

  /// Sums up every line.
  ///
  /// - Parameters:
  ///   - cuts: What the lines and the polygons have to do with each other.
  ///   - lines: The lines.
  ///   - polygonGroups: The group of every row of the polygons.
  /// - Complexity: O(1) for a line that meets nothing; O(*n* log *n*) in the cuts of a line.
  public init(_ cuts: Cuts, of lines: LineColumn, polygonGroups: [Int]) {
    var iterator = LineMembersIterator(cuts, polygonGroups: polygonGroups)
    entryEnds.reserveCapacity(lines.count)
    covers.reserveCapacity(lines.count)
    for row in 0..<lines.count {
      if iterator.meets(row) {
        append(
          LineSummary(
            line: iterator.next(row), lines: lines, chainage: cuts.chainage, hidden: []))
      } else {
        var cover = CoverTotals()
        cover.length = cuts.chainage.lengths[row]
        covers.append(cover)
        entryEnds.append(entries.count)
      }
    }
  }

  private mutating func append(_ line: LineSummary) {
    entries += line.totals()
    entryEnds.append(entries.count)
    covers.append(line.cover())
  }

  /// Takes parts of some lines out, which are counted elsewhere already.
  ///
  /// - Parameters:
  ///   - hidden: The parts by row.
  ///   - cuts: The same cuts as before.
  ///   - lines: The same lines.
  ///   - polygonGroups: The same groups.
  public mutating func hide(
    _ hidden: [Int: [LinePart]], _ cuts: Cuts, of lines: LineColumn, polygonGroups: [Int]
  ) {
    if hidden.isEmpty { return }
    let before = self
    var iterator = LineMembersIterator(cuts, polygonGroups: polygonGroups)
    (entries, entryEnds, covers) = ([], [], [])
    for row in 0..<lines.count {
      let line = iterator.next(row)
      if let parts = hidden[row] {
        append(LineSummary(line: line, lines: lines, chainage: cuts.chainage, hidden: parts))
      } else {
        entries += before.entries[before.indices(ofRow: row)]
        entryEnds.append(entries.count)
        covers.append(before.covers[row])
      }
    }
  }

  /// The entries of one line, as indices.
  func indices(ofRow row: Int) -> Range<Int> {
    (row > 0 ? entryEnds[row - 1] : 0)..<entryEnds[row]
  }
}
