public import Geometry

/// Moves vertices of lines onto vertices of polygons that lie next to them.
///
/// A file that rounds its coordinates tears lines off the borders on which they were drawn: a fence
/// "on" the border then crosses it at every vertex. Where a tolerance is given, a line vertex takes
/// the coordinates of the nearest polygon vertex within it, and edges that were the same are the
/// same again. Without a tolerance nothing moves; what moved is counted.
public struct VertexSnapper: Sendable {
  /// What was moved.
  public struct Report: Sendable, Hashable {
    /// The vertices that were moved.
    public var vertices = 0
    /// The greatest distance that one was moved, in metres.
    public var greatestMove = 0.0

    /// Nothing moved yet.
    public init() {}
  }

  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// The length of a degree of latitude, rounded up.
  public static let metresPerDegree = 111_700.0

  private let tolerance: Double
  private let cellSize: Double
  private var cells: [Cell: [Position]] = [:]

  /// Indexes the vertices of polygons in longitude and latitude.
  ///
  /// - Parameters:
  ///   - polygons: The polygons.
  ///   - tolerance: The greatest distance of a move, in metres; more than 0.
  public init(_ polygons: PolygonColumn, tolerance: Double) {
    precondition(tolerance > 0, "without a tolerance there is nothing to snap to")
    self.tolerance = tolerance
    cellSize = 2 * tolerance / Self.metresPerDegree
    for vertex in 0..<polygons.rings.vertexCount {
      let position = polygons.rings.position(at: vertex)
      cells[cell(of: position), default: []].append(position)
    }
  }

  private func cell(of position: Position) -> Cell {
    // Columns keep their width in metres: they are as many degrees wider as meridians converge.
    let row = (position.y / cellSize).rounded(.down)
    return Cell(column: Int((position.x / columnSize(ofRow: row)).rounded(.down)), row: Int(row))
  }

  private func columnSize(ofRow row: Double) -> Double {
    let latitude = min(abs((row + 0.5) * cellSize), 89.9)
    return cellSize / cosine(ofDegrees: latitude)
  }

  /// Moves the vertices of a column.
  public func snap(_ lines: inout LineColumn, report: inout Report) {
    for vertex in 0..<lines.paths.vertexCount {
      let position = lines.paths.position(at: vertex)
      guard let (nearest, distance) = nearest(to: position), nearest != position else { continue }
      lines.moveVertex(vertex, to: nearest)
      report.vertices += 1
      report.greatestMove = max(report.greatestMove, distance)
    }
  }

  /// The nearest polygon vertex within the tolerance, and how far it is in metres.
  private func nearest(to position: Position) -> (Position, Double)? {
    var best: (Position, Double)?
    let home = (position.y / cellSize).rounded(.down)
    for row in [home - 1, home, home + 1] {
      let column = Int((position.x / columnSize(ofRow: row)).rounded(.down))
      for column in column - 1...column + 1 {
        for candidate in cells[Cell(column: column, row: Int(row))] ?? [] {
          let distance = distance(position, candidate)
          if distance <= tolerance && distance < best?.1 ?? .infinity {
            best = (candidate, distance)
          }
        }
      }
    }
    return best
  }

  /// Good to a percent over a tolerance of metres, which is all that a tolerance asks.
  private func distance(_ a: Position, _ b: Position) -> Double {
    let (x, y) = ((b.x - a.x) * cosine(ofDegrees: abs(a.y)), b.y - a.y)
    return (x * x + y * y).squareRoot() * Self.metresPerDegree
  }

  /// The cosine by its series to the tenth power, good to 1e-6 up to 90°.
  private func cosine(ofDegrees degrees: Double) -> Double {
    let x = degrees * .pi / 180
    let square = x * x
    let low = 1 - square / 2 + square * square / 24
    let high = square * square * square * (-1 / 720 + square / 40320 - square * square / 3_628_800)
    return max(low + high, 1e-4)
  }
}
