import Connectivity
import Geometry
import Permeability

/// Draws ranges that many barriers divide into patches.
enum PatchworkGenerator {
  /// Draws roads of 50 to 200 vertices, all over a box.
  static func roads(count: Int, in box: Box, seed: UInt64) -> LineColumn {
    var generator = RoadGenerator(seed: seed)
    var numbers = NormalNumbers(seed: seed &+ 1)
    return LineColumn(
      (0..<count).map { _ in
        let start = Position(
          numbers.uniform(box.minX...box.maxX), numbers.uniform(box.minY...box.maxY))
        return [
          generator.line(
            vertices: generator.longVertexCount(), from: start, windingBy: 0.1, steps: 100...500)
        ]
      })
  }

  /// A square that lines from edge to edge divide into about `patches` patches.
  struct Grid {
    /// The square, its barriers and what they let through.
    let study: RangeStudy
    /// All barriers are there.
    let scenario: RangeScenario
    /// The line of every barrier: runs of segments between crossings.
    let lines: [Int]

    /// Draws lines that wind a little, in `objects` pieces.
    init(patches: Int, objects: Int, seed: UInt64) async throws {
      var numbers = NormalNumbers(seed: seed)
      let count = Int(Double(patches).squareRoot())
      var barriers: [[[Position]]] = []
      var lines: [Int] = []
      let perLine = max(1, objects / (2 * count))
      for number in 0..<2 * count {
        let offset = (Double(number / 2) + 1) / Double(count + 1)
        let course = (0...count + 1).map { step in
          let along = 2 * Double(step) / Double(count + 1) - 0.5
          let across = offset + numbers.uniform(-0.3...0.3) / Double(count + 1)
          return number % 2 == 0
            ? Position(70 + 5 * along, 45 + 5 * across)
            : Position(70 + 5 * across, 45 + 5 * along)
        }
        for (step, ends) in zip(course, course.dropFirst()).enumerated() {
          barriers.append([[ends.0, ends.1]])
          lines.append(number * perLine + step * perLine / (count + 1))
        }
      }
      self.lines = lines
      let column = LineColumn(barriers)
      let network = try await BarrierNetwork(
        column, families: lines, rule: BundleRule(distance: 1, overlap: 1e9))
      let range = PolygonColumn([
        [[[(70, 45), (75, 45), (75, 50), (70, 50), (70, 45)].map { Position($0.0, $0.1) }]]
      ])
      let chances = Dictionary(
        uniqueKeysWithValues: Set(lines).sorted().map { ($0, numbers.uniform(0...0.9)) })
      study = RangeStudy(
        try await RangeMesh(range: range, barriers: column), network,
        BarrierPermeability(means: lines.map { Estimate(chances[$0] ?? 0) }),
        rule: PatchRule(leastArea: 0), dependence: 0.7)
      scenario = RangeScenario("all", isPresent: lines.map { _ in true })
    }
  }
}
