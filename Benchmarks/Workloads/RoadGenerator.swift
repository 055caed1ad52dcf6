import Foundation
import Geometry

/// Draws lines like roads: many start near towns, all wind about a heading.
///
/// A line never turns back on its heading, so that it never crosses itself and every program counts
/// the same crossings (one that nodes a line splits it where it crosses itself).
struct RoadGenerator {
  /// Where the lines lie, in degrees: the steppes between the Caspian Sea and the Khingan.
  static let extent = Box(minX: 46, minY: 30, maxX: 120, maxY: 55)
  /// How much lines wind: roads, fences, railways.
  static let windings = [0.25, 0.10, 0.05]

  private var numbers: NormalNumbers
  private let towns: [Position]

  /// Starts the sequence of a seed; the towns have a seed of their own.
  init(seed: UInt64, towns townSeed: UInt64? = nil) {
    var numbers = NormalNumbers(seed: townSeed ?? seed)
    towns = (0..<400).map { _ in Self.place(&numbers, margin: 2) }
    self.numbers = townSeed == nil ? numbers : NormalNumbers(seed: seed)
  }

  private static func place(_ numbers: inout NormalNumbers, margin: Double) -> Position {
    Position(
      numbers.uniform(extent.minX + margin...extent.maxX - margin),
      numbers.uniform(extent.minY + margin...extent.maxY - margin))
  }

  /// Returns the start of a line: six of ten near a town.
  mutating func start() -> Position {
    guard numbers.uniform(0...1) < 0.6 else { return Self.place(&numbers, margin: 1) }
    let town = towns[numbers.uniform(0..<towns.count)]
    return Position(town.x + 0.5 * numbers.normal(), town.y + 0.5 * numbers.normal())
  }

  /// Appends a line of `count` vertices, 100 to 500 m apart, that winds like any class.
  mutating func appendLine(vertices count: Int, to column: inout GeometryColumn) {
    let start = start()
    let vertices = line(
      vertices: count, from: start, windingBy: Self.windings[numbers.uniform(0..<3)],
      steps: 100...500)
    for vertex in vertices { column.lines.paths.append(x: vertex.x, y: vertex.y) }
    column.lines.paths.endPath()
    column.endRow(.line)
  }

  /// Returns a line of `count` vertices whose steps have some length in metres.
  mutating func line(
    vertices count: Int, from start: Position, windingBy winding: Double,
    steps: ClosedRange<Double>
  ) -> [Position] {
    let metresPerDegree = 111_320 * cos(start.y * .pi / 180)
    let heading = numbers.uniform(0...2 * .pi)
    var turn = 0.0
    var vertices = [start]
    vertices.reserveCapacity(count)
    for last in 0..<count - 1 {
      turn = 0.96 * turn + winding * numbers.normal()
      let angle = heading + tanh(turn) * 1.3  // at most 75 degrees off the heading
      let step = numbers.uniform(steps)
      vertices.append(
        Position(
          vertices[last].x + step * cos(angle) / metresPerDegree,
          vertices[last].y + step * sin(angle) / 111_200))
    }
    return vertices
  }

  /// Returns how many vertices a road of OpenStreetMap has: 14 on average, often few, rarely many.
  mutating func roadVertexCount() -> Int {
    min(2 + Int(numbers.exponential(mean: 12.9)), 400)
  }

  /// Returns a number of vertices for a long line, 50 to 200.
  mutating func longVertexCount() -> Int { numbers.uniform(50..<201) }

  /// Returns one of the texts, all equally likely.
  mutating func choose(_ texts: [String]) -> String { texts[numbers.uniform(0..<texts.count)] }

  /// Returns a class: of ten lines seven are roads, two fences and one is a railway.
  mutating func lineClass() -> Int {
    let number = numbers.uniform(0...1)
    return number < 0.7 ? 0 : number < 0.9 ? 1 : 2
  }

  /// Returns whether a feature has an attribute that only some have.
  mutating func hasAttribute(_ likelihood: Double) -> Bool { numbers.uniform(0...1) < likelihood }
}
