import Foundation
import Geometry

/// Draws ranges like those of animals: fractal multi-polygons with islands and holes.
enum RangeGenerator {
  /// Returns ranges of about `vertices` vertices each; the same for any number of jobs.
  static func ranges(
    count: Int, vertices: Int, seed: UInt64, jobs: Int
  ) async throws -> PolygonColumn {
    let rows = try await mapChunks(of: count, size: 1, jobs: jobs) { numbers in
      numbers.map { range(vertices: vertices, seed: seed &* 1000 &+ UInt64($0)) }
    }
    return PolygonColumn(rows.flatMap(\.self))
  }

  /// Draws one range, on a grid so fine that it has about `target` vertices.
  private static func range(vertices target: Int, seed: UInt64) -> [[[Position]]] {
    let box = placement(seed: seed)
    let shape = (box.maxY - box.minY) / (box.maxX - box.minX)
    // A coarse try is cheap, and tells how fine the grid must be.
    var columns = 130 * pow(Double(target) / 10 / 5000, 0.66)
    var parts: [[[Position]]] = []
    for _ in 0..<8 {
      parts = Self.parts(ContourTracer(field(Int(columns), shape, seed: seed)), in: box)
      let found = Double(parts.joined().reduce(0) { $0 + $1.count })
      if (0.88...1.12).contains(found / Double(target)) { break }
      columns = min(max(columns * pow(Double(target) / max(found, 1), 0.62), 40), 12_000)
    }
    return parts
  }

  /// A landscape with an island in its middle.
  private static func field(_ columns: Int, _ shape: Double, seed: UInt64) -> NoiseField {
    var numbers = NormalNumbers(seed: seed &+ 1)
    var field = NoiseField(
      columns: columns, rows: max(64, Int(Double(columns) * shape)), numbers: &numbers)
    field.map { x, y, height in
      guard (0.001...0.999).contains(x), (0.001...0.999).contains(y) else { return -9 }
      let (east, north) = (2 * x - 1, 2 * y - 1)
      return 0.8 * height + 1.3 * (1 - 1.6 * (east * east + north * north))
    }
    return field
  }

  private static func placement(seed: UInt64) -> Box {
    var numbers = NormalNumbers(seed: seed)
    let (width, height) = (numbers.uniform(10...26), numbers.uniform(6...13))
    let extent = RoadGenerator.extent
    let x = numbers.uniform(extent.minX...extent.maxX - width)
    let y = numbers.uniform(extent.minY...extent.maxY - height)
    return Box(minX: x, minY: y, maxX: x + width, maxY: y + height)
  }

  /// Puts every hole into its shell; specks of land and water are left out.
  private static func parts(_ tracer: ContourTracer, in box: Box) -> [[[Position]]] {
    var parts: [Int: [[Position]]] = [:]
    for (number, contour) in tracer.contours.enumerated()
    where contour.isShell && contour.edges.count > 7 {
      parts[number] = [tracer.ring(contour, in: box)]
    }
    for contour in tracer.contours where !contour.isShell && contour.edges.count > 5 {
      guard let shell = contour.shell else { continue }
      parts[shell]?.append(tracer.ring(contour, in: box))
    }
    return parts.sorted { $0.key < $1.key }.map(\.value)
  }
}
