import Geometry

/// Traces where the heights of a grid pass zero: rings with the land above zero to their left
/// (marching squares). No two rings share a vertex.
struct ContourTracer {
  private let field: NoiseField
  /// For every grid edge that a contour crosses, the edge that it crosses next.
  private var next: [Int: Int] = [:]

  /// Prepares a grid whose outermost heights are below zero.
  init(_ field: NoiseField) {
    self.field = field
    for row in 0..<field.rows - 1 {
      for column in 0..<field.columns - 1 { link(column, row) }
    }
  }

  private func isLand(_ column: Int, _ row: Int) -> Bool {
    field.heights[row * field.columns + column] > 0
  }

  /// The number of the edge that leaves a grid point to the east (even) or to the north (odd).
  private func edge(_ column: Int, _ row: Int, isNorth: Bool) -> Int {
    2 * (row * field.columns + column) + (isNorth ? 1 : 0)
  }

  /// Links the contours through one cell: around every run of land corners, counter-clockwise, the
  /// contour leads from where the run ends back to where it starts.
  private mutating func link(_ column: Int, _ row: Int) {
    let land = [
      isLand(column, row), isLand(column + 1, row), isLand(column + 1, row + 1),
      isLand(column, row + 1),
    ]
    let edges = [
      edge(column, row, isNorth: false), edge(column + 1, row, isNorth: true),
      edge(column, row + 1, isNorth: false), edge(column, row, isNorth: true),
    ]
    for corner in 0..<4 where land[corner] && !land[(corner + 1) % 4] {
      var first = corner
      while land[(first + 3) % 4] { first = (first + 3) % 4 }
      next[edges[corner]] = edges[(first + 3) % 4]
    }
  }

  /// Returns all rings, closed, in the coordinates of `box`; in a fixed order.
  func rings(in box: Box) -> [[Position]] {
    var rest = next
    return next.keys.sorted().compactMap { start in
      guard rest[start] != nil else { return nil }
      var ring: [Position] = []
      var edge = start
      while let following = rest.removeValue(forKey: edge) {
        ring.append(position(of: edge, in: box))
        edge = following
      }
      return ring + ring.prefix(1)
    }
  }

  /// Returns where the height passes zero on a grid edge, never at its very ends.
  private func position(of edge: Int, in box: Box) -> Position {
    let (row, column) = (edge / 2 / field.columns, edge / 2 % field.columns)
    let isNorth = edge % 2 == 1
    let start = field.heights[row * field.columns + column]
    let end = field.heights[(row + (isNorth ? 1 : 0)) * field.columns + column + (isNorth ? 0 : 1)]
    let fraction = min(max(start / (start - end), 1e-6), 1 - 1e-6)
    let x = (Double(column) + (isNorth ? 0 : fraction)) / Double(field.columns - 1)
    let y = (Double(row) + (isNorth ? fraction : 0)) / Double(field.rows - 1)
    return Position(
      box.minX + x * (box.maxX - box.minX), box.minY + y * (box.maxY - box.minY))
  }
}
