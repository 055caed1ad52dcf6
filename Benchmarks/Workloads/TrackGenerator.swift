import Foundation
import Geometry

/// Draws tracks like those of collared animals: correlated random walks that stay in the extent.
enum TrackGenerator {
  /// Returns tracks of 4000 fixes, rounded to 1e-6 degrees as receivers report them.
  static func tracks(count: Int, seed: UInt64) -> LineColumn {
    LineColumn((0..<count).map { [track(seed: seed &* 1000 &+ UInt64($0))] })
  }

  private static func track(seed: UInt64) -> [Position] {
    var numbers = NormalNumbers(seed: seed)
    let extent = RoadGenerator.extent
    var x = numbers.uniform(extent.minX + 4...extent.maxX - 4)
    var y = numbers.uniform(extent.minY + 3...extent.maxY - 3)
    var heading = 0.0
    return (0..<4000).map { fix in
      if fix > 0 {
        heading += 0.5 * numbers.normal()
        let step = numbers.gamma(scale: 1200)
        x += step * cos(heading) / 78_000
        y += step * sin(heading) / 111_200
      }
      return Position(
        folded(x, extent.minX + 1, extent.maxX - 1).rounded(to: 1e6),
        folded(y, extent.minY + 1, extent.maxY - 1).rounded(to: 1e6))
    }
  }

  /// Reflects a number at the ends of a range as often as it takes.
  private static func folded(_ value: Double, _ low: Double, _ high: Double) -> Double {
    let span = high - low
    let turns = ((value - low) / span).rounded(.down)
    let rest = value - low - turns * span
    return turns.truncatingRemainder(dividingBy: 2) == 0 ? low + rest : high - rest
  }
}
