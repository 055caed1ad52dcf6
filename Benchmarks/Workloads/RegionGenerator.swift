import Foundation
import Geometry

/// Draws regions: simple polygons of some hundred vertices, star-shaped about their middles.
enum RegionGenerator {
  /// Returns `count` regions.
  static func regions(count: Int, seed: UInt64) -> PolygonColumn {
    PolygonColumn((0..<count).map { [[region(seed: seed &* 1000 &+ UInt64($0))]] })
  }

  private static func region(seed: UInt64) -> [Position] {
    var numbers = NormalNumbers(seed: seed)
    let vertexCount = numbers.uniform(200..<500)
    let angles = (0..<vertexCount).map { 2 * .pi * Double($0) / Double(vertexCount) }
    var radii = [Double](repeating: 1, count: vertexCount)
    for wave in 2..<40 {
      let amplitude = numbers.normal() * 0.25 / pow(Double(wave), 1.1)
      let phase = numbers.uniform(0...6.3)
      for index in radii.indices {
        radii[index] += amplitude * cos(Double(wave) * angles[index] + phase)
      }
    }
    let (width, height) = (numbers.uniform(2...6), numbers.uniform(1...3.5))
    let extent = RoadGenerator.extent
    let x = numbers.uniform(extent.minX + 12...extent.maxX - 12)
    let y = numbers.uniform(extent.minY + 7...extent.maxY - 7)
    let ring = zip(angles, radii).map { angle, radius in
      let radius = min(max(radius, 0.2), 2)
      return Position(
        (x + width * radius * cos(angle)).rounded(to: 1e7),
        (y + height * radius * sin(angle)).rounded(to: 1e7))
    }
    return ring + ring.prefix(1)
  }
}
