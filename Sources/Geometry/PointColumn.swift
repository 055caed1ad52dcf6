/// Points and multi-points: row `i` owns the vertices `rowStarts[i] ..< rowStarts[i + 1]`.
public struct PointColumn: Sendable, Equatable {
  /// All vertices, one path for each row.
  public package(set) var paths = PathSet()

  /// Creates a column without rows.
  public init() {}

  /// The number of rows.
  public var count: Int { paths.count }

  /// Returns the box around one row.
  public func box(of row: Int) -> Box { paths.box(of: row..<row + 1) }
}
