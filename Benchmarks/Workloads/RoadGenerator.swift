import Foundation
import Geometry

/// Draws lines like roads: many start near towns, all wind about a heading.
///
/// A line never turns back on its heading, so that it never crosses itself and every program counts
/// the same crossings (one that nodes a line splits it where it crosses itself).
struct RoadGenerator {
  /// Where the lines lie, in degrees: the steppes between the Caspian Sea and the Khingan.
  static let extent = Box(minX: 46, minY: 30, maxX: 120, maxY: 55)

  private var numbers: NormalNumbers
  private let towns: [Position]

  /// Starts the sequence of a seed.
  init(seed: UInt64) {
    var numbers = NormalNumbers(seed: seed)
    towns = (0..<400).map { _ in Self.place(&numbers, margin: 2) }
    self.numbers = numbers
  }

  private static func place(_ numbers: inout NormalNumbers, margin: Double) -> Position {
    Position(
      numbers.uniform(extent.minX + margin...extent.maxX - margin),
      numbers.uniform(extent.minY + margin...extent.maxY - margin))
  }

  /// Returns the start of a line: six of ten near a town.
  private mutating func start() -> Position {
    guard numbers.uniform(0...1) < 0.6 else { return Self.place(&numbers, margin: 1) }
    let town = towns[numbers.uniform(0..<towns.count)]
    return Position(town.x + 0.5 * numbers.normal(), town.y + 0.5 * numbers.normal())
  }

  /// Appends a line of `count` vertices, 100 to 500 m apart, as a row of its own.
  mutating func appendLine(vertices count: Int, to column: inout GeometryColumn) {
    var (x, y) = { ($0.x, $0.y) }(start())
    let metresPerDegree = 111_320 * cos(y * .pi / 180)
    let heading = numbers.uniform(0...2 * .pi)
    let winding = [0.25, 0.10, 0.05][numbers.uniform(0..<3)]
    var turn = 0.0
    column.lines.paths.append(x: x, y: y)
    for _ in 1..<count {
      turn = 0.96 * turn + winding * numbers.normal()
      let angle = heading + tanh(turn) * 1.3  // at most 75 degrees off the heading
      let step = numbers.uniform(100...500)
      x += step * cos(angle) / metresPerDegree
      y += step * sin(angle) / 111_200
      column.lines.paths.append(x: x, y: y)
    }
    column.lines.paths.endPath()
    column.endRow(.line)
  }

  /// Returns how many vertices a road of OpenStreetMap has: 14 on average, often few, rarely many.
  mutating func roadVertexCount() -> Int {
    min(2 + Int(numbers.exponential(mean: 12.9)), 400)
  }

  /// Returns a number of vertices for a long line, 50 to 200.
  mutating func longVertexCount() -> Int { numbers.uniform(50..<201) }

  /// Returns one of the texts, all equally likely.
  mutating func choose(_ texts: [String]) -> String { texts[numbers.uniform(0..<texts.count)] }

  /// Returns whether a feature has an attribute that only some have.
  mutating func hasAttribute(_ likelihood: Double) -> Bool { numbers.uniform(0...1) < likelihood }
}
