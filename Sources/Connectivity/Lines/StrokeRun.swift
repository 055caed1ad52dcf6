/// Consecutive paths of a stroke whose rows are one line and go by the same ref or name, or go by
/// nothing.
struct StrokeRun {
  /// The line so far of rows that go by something, as the root of its rows; nil for those that go by
  /// nothing.
  let line: Int?
  /// What the rows go by.
  let key: LineKey?
  /// The rows of the paths.
  private(set) var rows: [Int] = []
  /// The length of the paths, in metres.
  private(set) var length = 0.0

  /// Creates a run without paths.
  init(line: Int?, key: LineKey?) { (self.line, self.key) = (line, key) }

  /// Adds a path.
  mutating func add(_ row: Int, length: Double) {
    rows.append(row)
    self.length += length
  }

  /// Whether another run is of the same line and goes by the same.
  func isLike(_ other: StrokeRun) -> Bool { line == other.line && key == other.key }
}
