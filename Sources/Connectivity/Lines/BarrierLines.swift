public import Geometry
package import Landscape
internal import Permeability

/// Barriers as their users see them, made of the fragments in which they are drawn.
///
/// Every fragment belongs to exactly one line. Neither the order of the rows nor the way in which they
/// were digitised changes which fragments are together; where a line is cut into fragments does not
/// either, but for cuts in bends of a right angle or more and at junctions.
///
/// See <doc:LinesOfFragments> for the rules.
public struct BarrierLines: Sendable {
  /// The lines, in the order of their ids; those that were added stand behind them.
  public let lines: [BarrierLine]
  /// The number of the line of every row, its place in ``lines``.
  public let numbers: [Int]

  /// Groups fragments into lines.
  ///
  /// - Parameters:
  ///   - column: Lines in longitude and latitude, whole and not cut to a range: what lies between two
  ///     fragments says whether they are one.
  ///   - fragments: What every row says of itself. Ids should differ; lines whose first fragments have
  ///     one id and one label are numbered in the order of their rows.
  ///   - rule: When fragments belong to one line.
  /// - Complexity: O(*n* log *n*) in the number of segments, linear in the number of pairs that come
  ///   within the distance of twins, and in the worst case quadratic in the vertices of one name.
  public init(
    of column: LineColumn, fragments: [BarrierFragment], rule: LineRule = LineRule()
  ) {
    precondition(fragments.count == column.count, "there must be a fragment for every line")
    var groups = LineGroups(column, fragments, gap: rule.gap)
    groups.uniteByRef()
    groups.uniteByName(within: rule.nameDistance)
    groups.uniteAlongStrokes()
    let bundles = Bundles(
      of: column, families: fragments.map(\.barrierClass.family), rule: rule.twins)
    groups.uniteTwins(bundles)
    groups.uniteOverlaps(bundles, within: rule.gap)
    lines = Self.lines(of: &groups)
    var numbers = Array(repeating: 0, count: fragments.count)
    for (number, line) in lines.enumerated() {
      for row in line.rows { numbers[row] = number }
    }
    self.numbers = numbers
  }

  private init(_ lines: [BarrierLine], numbers: [Int]) {
    (self.lines, self.numbers) = (lines, numbers)
  }

  /// Returns the lines of which some rows are fragments, with their ids, labels and lengths as they
  /// are.
  ///
  /// - Parameter rows: The rows, ascending; they are numbered from 0 in this order.
  /// - Returns: The lines in the order of their ids, with the rows that are left.
  package func subset(_ rows: [Int]) -> BarrierLines {
    var fragments: [Int: [Int]] = [:]
    for (number, row) in rows.enumerated() { fragments[numbers[row], default: []].append(number) }
    let kept = fragments.keys.sorted()
    let left = kept.map { number in
      let line = lines[number]
      return BarrierLine(
        id: line.id, label: line.label, family: line.family, rows: fragments[number] ?? [],
        length: line.length)
    }
    return BarrierLines(
      left, numbers: rows.map { row in kept.partitionIndex { $0 >= numbers[row] } })
  }

  /// Returns these lines with others, such as those of a plan, that are never one with them.
  ///
  /// - Parameter others: What readers call each, what it is, the rows of its fragments and their length
  ///   in metres; rows go on behind those of these lines, and every one is given once.
  /// - Returns: These lines, with the others behind them.
  package func adding(
    _ others: [(label: String, family: BarrierFamily, rows: [Int], length: Double)]
  ) -> BarrierLines {
    var (all, numbers) = (lines, numbers)
    var taken = Set(lines.map(\.id))
    numbers += Array(repeating: 0, count: others.reduce(0) { $0 + $1.rows.count })
    for other in others {
      for row in other.rows { numbers[row] = all.count }
      all.append(
        BarrierLine(
          id: Self.unused(other.label, &taken), label: other.label, family: other.family,
          rows: other.rows, length: other.length))
    }
    return BarrierLines(all, numbers: numbers)
  }

  private static func lines(of groups: inout LineGroups) -> [BarrierLine] {
    var rows: [Int: [Int]] = [:]
    for row in groups.fragments.indices { rows[groups.sets.root(of: row), default: []].append(row) }
    let members = rows.values.sorted { $0[0] < $1[0] }
    let names = LineLabels(groups)
    let labels = members.map(names.label)
    var counts: [String: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var taken: Set<String> = []
    return zip(members, labels).map { rows, label in
      let first = names.first(of: rows)?.id ?? ""
      return BarrierLine(
        id: unused(counts[label] == 1 ? label : "\(label) (\(first))", &taken), label: label,
        family: groups.fragments[rows[0]].barrierClass.family, rows: rows,
        length: rows.reduce(0) { $0 + groups.lengths[$1] })
    }.sorted { $0.id < $1.id }
  }

  /// Returns an id, with a number behind it where it is taken, and takes it.
  private static func unused(_ id: String, _ taken: inout Set<String>) -> String {
    var (unused, number) = (id, 1)
    while !taken.insert(unused).inserted {
      number += 1
      unused = "\(id) \(number)"
    }
    return unused
  }
}
