import Geometry

/// Draws the hardest case for an index: a polygon 20 degrees wide, nearly all of whose vertices lie
/// in a bay of half a degree, and lines that all lie in the bay.
enum BayGenerator {
  private static let box = Box(minX: 70, minY: 35, maxX: 90, maxY: 55)
  private static let bay = Box(minX: 70, minY: 45, maxX: 70.5, maxY: 45.5)
  private static let fjordCount = 150

  /// Returns the polygon: a square whose western coast has many deep fjords in one place.
  static func polygon(vertices: Int, seed: UInt64) -> PolygonColumn {
    var numbers = NormalNumbers(seed: seed)
    var ring = [
      Position(box.minX, box.minY), Position(box.maxX, box.minY), Position(box.maxX, box.maxY),
      Position(box.minX, box.maxY),
    ]
    let spacing = (bay.maxY - bay.minY) / Double(fjordCount)
    let perShore = vertices / (2 * fjordCount)
    for fjord in 0..<fjordCount {
      let middle = bay.maxY - (Double(fjord) + 0.5) * spacing
      ring += shore(middle + spacing / 4, perShore, spacing / 5, &numbers)
      ring += shore(middle - spacing / 4, perShore, spacing / 5, &numbers).reversed()
    }
    return PolygonColumn([[[ring + ring.prefix(1)]]])
  }

  /// Returns one shore from west to east: a rough curve within `reach` of its latitude.
  private static func shore(
    _ latitude: Double, _ count: Int, _ reach: Double, _ numbers: inout NormalNumbers
  ) -> [Position] {
    var offset = 0.0
    return (0..<count).map { vertex in
      offset = min(max(offset + 0.1 * reach * numbers.normal(), -reach), reach)
      let x = bay.minX + Double(vertex + 1) / Double(count + 1) * (bay.maxX - bay.minX)
      return Position(x.rounded(to: 1e9), (latitude + offset).rounded(to: 1e9))
    }
  }

  /// Returns lines of 50 to 200 vertices, 20 to 100 m apart.
  static func lines(count: Int, seed: UInt64) -> LineColumn {
    var generator = RoadGenerator(seed: seed)
    var numbers = NormalNumbers(seed: seed &+ 1)
    return LineColumn(
      (0..<count).map { _ in
        let start = Position(
          numbers.uniform(bay.minX + 0.1...bay.maxX - 0.1),
          numbers.uniform(bay.minY + 0.1...bay.maxY - 0.1))
        let line = generator.line(
          vertices: generator.longVertexCount(), from: start, windingBy: 0.25, steps: 20...100)
        return [line.map { Position($0.x.rounded(to: 1e7), $0.y.rounded(to: 1e7)) }]
      })
  }
}
