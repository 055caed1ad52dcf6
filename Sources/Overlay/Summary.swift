public import Geometry

/// Totals of lines and polygons by groups, added up batch by batch.
///
/// Lines are grouped by any number, for instance one for each class, and so are polygons. In one
/// group the polygons count as their union: ranges that overlap are measured once, and a border
/// between two polygons of the group is no border.
public struct Summary: Sendable {
  /// A group of lines and a group of polygons.
  public struct Pair: Sendable, Hashable {
    /// The group of lines.
    public let lines: Int
    /// The group of polygons.
    public let polygons: Int

    /// Names a pair of groups.
    public init(lines: Int, polygons: Int) {
      self.lines = lines
      self.polygons = polygons
    }
  }

  /// The totals of every pair of groups that meets.
  public private(set) var totals: [Pair: Totals] = [:]
  /// How much of each group of lines lies in any polygon.
  public private(set) var cover: [Int: CoverTotals] = [:]
  private let polygonGroups: [Int]

  /// Starts at nothing.
  ///
  /// - Parameter polygonGroups: The group of every row of the polygons.
  public init(polygonGroups: [Int]) { self.polygonGroups = polygonGroups }

  /// Adds one batch of lines.
  ///
  /// - Parameters:
  ///   - cuts: What the lines and the polygons have to do with each other.
  ///   - lines: The lines.
  ///   - lineGroups: The group of every row of `lines`.
  ///   - hidden: For some rows, parts that are counted elsewhere already: duplicates.
  public mutating func add(
    _ cuts: Cuts, of lines: LineColumn, lineGroups: [Int], hiding hidden: [Int: [LinePart]] = [:]
  ) {
    var pieces = cuts.pieces[...]
    var contacts = cuts.contacts[...]
    for row in 0..<lines.count {
      let line = LineSummary(
        row: row, lines: lines, chainage: cuts.chainage, hidden: hidden[row] ?? [],
        pieces: pieces.removePrefix { $0.line == row },
        contacts: contacts.removePrefix { $0.line == row }, polygonGroups: polygonGroups)
      for (group, totals) in line.totals() {
        self.totals[Pair(lines: lineGroups[row], polygons: group), default: Totals()] += totals
      }
      cover[lineGroups[row], default: CoverTotals()] += line.cover()
    }
  }
}

extension ArraySlice {
  /// Takes the elements at the front that satisfy a condition.
  fileprivate mutating func removePrefix(while condition: (Element) -> Bool) -> ArraySlice {
    let taken = prefix(while: condition)
    self = self[taken.endIndex...]
    return taken
  }
}
