import Geometry

/// Traces where the heights of a grid pass zero: rings with the land above zero to their left
/// (marching squares). No two rings share a vertex.
struct ContourTracer {
  /// One closed contour.
  struct Contour {
    /// The grid edges that it crosses, in order.
    var edges: [Int32]
    /// Whether it encloses land.
    var isShell: Bool
    /// For a hole, the number of the shell around it.
    var shell: Int?
  }

  private let field: NoiseField
  /// For every grid edge that a contour crosses, the edge that it crosses next; else -1.
  private var next: [Int32]
  /// All contours, in the order of their southernmost edges.
  private(set) var contours: [Contour] = []

  /// Traces a grid whose outermost heights are below zero.
  init(_ field: NoiseField) {
    self.field = field
    next = Array(repeating: -1, count: 2 * field.columns * field.rows)
    for row in 0..<field.rows - 1 {
      for column in 0..<field.columns - 1 { link(column, row) }
    }
    follow()
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
    let first = isLand(column, row)
    if isLand(column + 1, row) == first && isLand(column + 1, row + 1) == first
      && isLand(column, row + 1) == first
    {
      return
    }
    let land = [
      first, isLand(column + 1, row), isLand(column + 1, row + 1), isLand(column, row + 1),
    ]
    let edges = [
      edge(column, row, isNorth: false), edge(column + 1, row, isNorth: true),
      edge(column, row + 1, isNorth: false), edge(column, row, isNorth: true),
    ]
    for corner in 0..<4 where land[corner] && !land[(corner + 1) % 4] {
      var first = corner
      while land[(first + 3) % 4] { first = (first + 3) % 4 }
      next[edges[corner]] = Int32(edges[(first + 3) % 4])
    }
  }

  /// Follows every contour once round, and finds the shells of holes.
  private mutating func follow() {
    var contourOfEdge = [Int32](repeating: -1, count: next.count)
    for start in next.indices where next[start] >= 0 && contourOfEdge[start] < 0 {
      var edges: [Int32] = []
      var edge = start
      while contourOfEdge[edge] < 0 {
        contourOfEdge[edge] = Int32(contours.count)
        edges.append(Int32(edge))
        edge = Int(next[edge])
      }
      // Its first edge is the southernmost one; west of a shell's is water, of a hole's land.
      let west = westernmost(of: edges)
      let isShell = field.heights[west / 2] <= 0
      contours.append(Contour(edges: edges, isShell: isShell, shell: nil))
    }
    for number in contours.indices where !contours[number].isShell {
      contours[number].shell = shell(around: number, contourOfEdge)
    }
  }

  /// Returns the crossed edge that leads east from the column farthest west.
  private func westernmost(of edges: [Int32]) -> Int {
    let columns = field.columns
    let eastward = edges.lazy.map(Int.init).filter { $0 % 2 == 0 }
    return eastward.min { ($0 / 2 % columns, $0) < ($1 / 2 % columns, $1) } ?? 0
  }

  /// Returns the shell of a hole: what its row meets first to the west, or the shell of that.
  private func shell(around hole: Int, _ contourOfEdge: [Int32]) -> Int? {
    var edge = westernmost(of: contours[hole].edges)
    while edge / 2 % field.columns > 0 {
      edge -= 2
      let met = Int(contourOfEdge[edge])
      if met < 0 { continue }
      if contours[met].isShell { return met }
      edge = westernmost(of: contours[met].edges)
    }
    return nil
  }

  /// Returns a contour as a closed ring in the coordinates of `box`, rounded to 1e-9.
  func ring(_ contour: Contour, in box: Box) -> [Position] {
    let ring = contour.edges.map { position(of: Int($0), in: box) }
    return ring + ring.prefix(1)
  }

  /// Returns where the height passes zero on a grid edge, never at its very ends.
  private func position(of edge: Int, in box: Box) -> Position {
    let (row, column) = (edge / 2 / field.columns, edge / 2 % field.columns)
    let isNorth = edge % 2 == 1
    let start = field.heights[row * field.columns + column]
    let end = field.heights[(row + (isNorth ? 1 : 0)) * field.columns + column + (isNorth ? 0 : 1)]
    let fraction = min(max(start / (start - end), 1e-4), 1 - 1e-4)
    let x = (Double(column) + (isNorth ? 0 : fraction)) / Double(field.columns - 1)
    let y = (Double(row) + (isNorth ? fraction : 0)) / Double(field.rows - 1)
    return Position(
      (box.minX + x * (box.maxX - box.minX)).rounded(to: 1e9),
      (box.minY + y * (box.maxY - box.minY)).rounded(to: 1e9))
  }

  /// Returns a contour as the outline of whole cells around the grid points, one unit wide, with
  /// the south-western corner of the first cell at 0, 0: a staircase.
  func staircase(_ contour: Contour) -> [Position] {
    let edges = contour.edges.map(Int.init)
    let corners = edges.indices.map { corner(from: edges[$0], to: edges[($0 + 1) % edges.count]) }
    let ring = corners.indices.compactMap { place -> Position? in
      let before = corners[(place + corners.count - 1) % corners.count]
      let (here, after) = (corners[place], corners[(place + 1) % corners.count])
      let isStraight = before.x == after.x || before.y == after.y
      return isStraight ? nil : here
    }
    return ring + ring.prefix(1)
  }

  /// Returns the corner of cells that a contour goes round between two edges.
  private func corner(from first: Int, to second: Int) -> Position {
    let ends = [first, second].map { edge in
      (Double(edge / 2 % field.columns), Double(edge / 2 / field.columns), edge % 2 == 1)
    }
    // An edge to the east fixes x, one to the north y; of two alike the nearer one fixes the other.
    let x = ends.first { !$0.2 }?.0 ?? min(ends[0].0, ends[1].0)
    let y = ends.first { $0.2 }?.1 ?? min(ends[0].1, ends[1].1)
    return Position(x + 1, y + 1)
  }
}

extension Double {
  /// The number rounded to `parts` parts of one, so that the last bits of a library for mathematics
  /// do not change a workload.
  func rounded(to parts: Double) -> Double { (self * parts).rounded() / parts }
}
