import Foundation

/// What a program printed about ranges and classes, as CSV with the columns `rid`, `cls`,
/// `inside_m` and, where it counts them, `crossings`.
struct SummaryTable {
  /// The totals.
  private(set) var totals: RangeTotals

  /// Reads the table of some ranges.
  init(_ text: String, ranges: Int) throws {
    totals = RangeTotals(ranges: ranges)
    let rows = text.split(whereSeparator: \.isNewline).map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r")) }
    }
    guard let header = rows.first else { throw TableError(problem: "an empty table") }
    let places = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    for row in rows.dropFirst() {
      let cell = { (name: String) in places[name].flatMap { $0 < row.count ? row[$0] : nil } }
      guard let range = cell("rid").flatMap({ Int($0) }), range < ranges,
        let number = cell("cls").flatMap(LineBatch.classes.firstIndex),
        let length = cell("inside_m").flatMap({ Double($0) })
      else { throw TableError(problem: "a row that cannot be read: \(row)") }
      totals.add(
        length: length, crossings: cell("crossings").flatMap { Int($0) } ?? 0, toRange: range,
        class: number)
    }
  }
}

/// A table that is not as agreed.
struct TableError: Error {
  let problem: String
}
