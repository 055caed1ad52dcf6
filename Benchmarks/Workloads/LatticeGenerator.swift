import Geometry

/// Draws the hardest case for predicates: polygons from a raster, and lines along the edges of its
/// cells, so that much of every line lies exactly on boundaries and most contacts are at vertices.
enum LatticeGenerator {
  /// The number of cells in a degree: a power of two, so that every coordinate is exact.
  private static let cellsPerDegree = 64.0
  private static let corner = Position(60, 40)

  /// Returns staircase polygons of `size` × `size` cells each, all over one another.
  static func polygons(count: Int, size: Int, seed: UInt64) -> PolygonColumn {
    PolygonColumn((0..<count).map { polygon(size, seed: seed &* 1000 &+ UInt64($0)) })
  }

  private static func polygon(_ size: Int, seed: UInt64) -> [[[Position]]] {
    var numbers = NormalNumbers(seed: seed)
    var field = NoiseField(columns: size, rows: size, numbers: &numbers)
    field.map { x, y, height in
      (0.01...0.99).contains(x) && (0.01...0.99).contains(y) ? height : -9
    }
    field.joinCorners()
    let tracer = ContourTracer(field)
    var parts: [Int: [[Position]]] = [:]
    for (number, contour) in tracer.contours.enumerated() {
      let ring = tracer.staircase(contour).map(place)
      if contour.isShell {
        parts[number] = [ring]
      } else if let shell = contour.shell {
        parts[shell]?.append(ring)
      }
    }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Returns lines that climb from cell corner to cell corner, over the whole of the polygons.
  static func lines(count: Int, size: Int, seed: UInt64) -> LineColumn {
    var numbers = NormalNumbers(seed: seed)
    return LineColumn(
      (0..<count).map { _ in
        var (x, y) = (numbers.uniform(0..<size), numbers.uniform(0..<size))
        let (east, north) = (2 * numbers.uniform(0..<2) - 1, 2 * numbers.uniform(0..<2) - 1)
        var vertices = [place(Position(Double(x), Double(y)))]
        for step in 0..<numbers.uniform(50..<201) {
          let length = numbers.uniform(1..<5)
          if step % 2 == 0 { x += east * length } else { y += north * length }
          vertices.append(place(Position(Double(x), Double(y))))
        }
        return [vertices]
      })
  }

  private static func place(_ cell: Position) -> Position {
    Position(corner.x + cell.x / cellsPerDegree, corner.y + cell.y / cellsPerDegree)
  }
}
