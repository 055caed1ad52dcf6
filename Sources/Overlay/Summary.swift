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
    var totals = LineTotals(cuts, of: lines, polygonGroups: polygonGroups)
    totals.hide(hidden, cuts, of: lines, polygonGroups: polygonGroups)
    add(totals, lineGroups: lineGroups)
  }

  /// Adds one batch of lines that are summed up already, one line after the other.
  ///
  /// - Parameters:
  ///   - lines: What each line amounts to.
  ///   - lineGroups: The group of each line.
  public mutating func add(_ lines: LineTotals, lineGroups: [Int]) {
    for row in lines.covers.indices {
      let group = lineGroups[row]
      for entry in lines.entries[lines.indices(ofRow: row)] {
        totals[Pair(lines: group, polygons: entry.group), default: Totals()] += entry.totals
      }
      cover[group, default: CoverTotals()] += lines.covers[row]
    }
  }
}
