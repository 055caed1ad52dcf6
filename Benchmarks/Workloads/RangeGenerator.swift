import Foundation
import Geometry

/// Draws ranges like those of animals: fractal multi-polygons with islands and holes.
enum RangeGenerator {
  /// Returns ranges of about `vertices` vertices each.
  static func ranges(count: Int, vertices: Int, seed: UInt64) -> PolygonColumn {
    PolygonColumn(
      (0..<count).map { number in
        parts(of: rings(vertices: vertices, seed: seed &* 1000 &+ UInt64(number)))
      })
  }

  /// Returns the rings of one range, on a grid so fine that they have about `target` vertices.
  private static func rings(vertices target: Int, seed: UInt64) -> [[Position]] {
    let box = placement(seed: seed)
    let shape = (box.maxY - box.minY) / (box.maxX - box.minX)
    var columns = 200.0
    var rings: [[Position]] = []
    for _ in 0..<8 {
      var numbers = NormalNumbers(seed: seed &+ 1)
      var field = NoiseField(
        columns: Int(columns), rows: max(64, Int(columns * shape)), numbers: &numbers)
      field.map { x, y, height in
        guard (0.001...0.999).contains(x), (0.001...0.999).contains(y) else { return -9 }
        let (east, north) = (2 * x - 1, 2 * y - 1)
        return 0.8 * height + 1.3 * (1 - 1.6 * (east * east + north * north))
      }
      rings = ContourTracer(field).rings(in: box)
      let found = Double(rings.reduce(0) { $0 + $1.count })
      if (0.88...1.12).contains(found / Double(target)) { break }
      columns = min(max(columns * pow(Double(target) / found, 0.62), 40), 8000)
    }
    return rings
  }

  private static func placement(seed: UInt64) -> Box {
    var numbers = NormalNumbers(seed: seed)
    let (width, height) = (numbers.uniform(10...26), numbers.uniform(6...13))
    let extent = RoadGenerator.extent
    let x = numbers.uniform(extent.minX...extent.maxX - width)
    let y = numbers.uniform(extent.minY...extent.maxY - height)
    return Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// Puts every hole into the smallest shell around it; specks of land and water are left out.
  private static func parts(of rings: [[Position]]) -> [[[Position]]] {
    let areas = rings.map(doubledArea)
    let shells = rings.indices.filter { areas[$0] > 0 && rings[$0].count > 8 }
    var parts = shells.map { [rings[$0]] }
    for hole in rings.indices where areas[hole] < 0 && rings[hole].count > 6 {
      let around = shells.indices.filter {
        areas[shells[$0]] > -areas[hole] && contains(rings[shells[$0]], rings[hole][0])
      }
      guard let shell = around.min(by: { areas[shells[$0]] < areas[shells[$1]] }) else { continue }
      parts[shell].append(rings[hole])
    }
    return parts
  }

  private static func doubledArea(_ ring: [Position]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) }
  }

  private static func contains(_ ring: [Position], _ position: Position) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > position.y) != (b.y > position.y) {
      let x = a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if x > position.x { isInside.toggle() }
    }
    return isInside
  }
}
