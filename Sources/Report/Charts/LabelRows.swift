/// Puts labels into rows, so that none covers another.
struct LabelRows {
  /// The free room between two labels of a row, in pixels.
  private static let gap = 12.0

  /// Where every row is free from, in pixels.
  private var ends: [Double]

  /// Starts with so many empty rows.
  init(count: Int) { ends = Array(repeating: -.infinity, count: count) }

  /// Takes room in the first row where a label fits behind all that came before; nil where it fits
  /// in none.
  mutating func row(from start: Double, to end: Double) -> Int? {
    guard let row = ends.firstIndex(where: { $0 + Self.gap <= start }) else { return nil }
    ends[row] = end
    return row
  }
}
