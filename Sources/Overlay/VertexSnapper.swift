public import Geometry

/// Moves vertices of lines onto vertices of polygons that lie next to them.
///
/// A file that rounds its coordinates tears lines off the borders on which they were drawn: a fence
/// "on" the border then crosses it at every vertex. Where a tolerance is given, a line vertex takes
/// the coordinates of the nearest polygon vertex within it, and edges that were the same are the
/// same again. Without a tolerance nothing moves; what moved is counted. No vertex jumps over ±180°.
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

  /// Whole numbers, kept as doubles so that no ordinate is too large for them.
  private struct Cell: Hashable {
    var column: Double
    var row: Double
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
      let row = row(of: position)
      cells[Cell(column: column(of: position, inRow: row), row: row), default: []].append(position)
    }
  }

  private func row(of position: Position) -> Double { (position.y / cellSize).rounded(.down) }

  /// Columns are as many degrees wider as meridians converge, so that what lies within the tolerance
  /// is never more than one column away; around the poles one column is as wide as the world.
  private func column(of position: Position, inRow row: Double) -> Double {
    let poleward = (abs(row + 0.5) + 1.5) * cellSize * .pi / 180
    let square = poleward * poleward
    // Never more than the cosine, and good to 0.001 up to the pole.
    let cosine = 1 - square / 2 + square * square / 24 - square * square * square / 720
    let width = poleward < .pi / 2 && cosine > 0 ? min(cellSize / cosine, 360) : 360
    return (position.x / width).rounded(.down)
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
    let home = row(of: position)
    for row in [home - 1, home, home + 1] {
      let column = column(of: position, inRow: row)
      for column in [column - 1, column, column + 1] {
        for candidate in cells[Cell(column: column, row: row)] ?? []
        where abs(candidate.x - position.x) <= 180 {
          let distance = LengthMeasure.geodesic.distance(position, candidate)
          if distance <= tolerance && distance < best?.1 ?? .infinity {
            best = (candidate, distance)
          }
        }
      }
    }
    return best
  }
}
