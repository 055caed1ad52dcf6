import Geometry
import Overlay
import TestSupport
import Testing

@testable import Atlas

@Suite struct NearLinesTests {
  /// A line of a few random vertices around a place.
  private static func line(_ random: inout SeededGenerator, around centre: Position) -> [Position] {
    (0..<Int.random(in: 2...8, using: &random)).map { _ in
      Position(
        centre.x + Double.random(in: -0.02...0.02, using: &random),
        centre.y + Double.random(in: -0.02...0.02, using: &random))
    }
  }

  /// The distance from a line by looking at very many places of it.
  private static func sampled(_ place: Position, _ line: [Position]) -> Double {
    let measure = LengthMeasure.geodesic
    return zip(line, line.dropFirst()).flatMap { a, b in
      (0...400).map { step in
        let share = Double(step) / 400
        return measure.distance(
          place, Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
      }
    }.min() ?? .infinity
  }

  @Test(arguments: UInt64(1)...8)
  func `distances are those of very many places along the line`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<5).map { _ in Self.line(&random, around: Position(60, 45)) }
    let near = NearLines(Array(lines.indices), of: LineColumn(lines.map { [$0] }))
    for _ in 0..<5 {
      let place = Position(
        60 + Double.random(in: -0.1...0.1, using: &random),
        45 + Double.random(in: -0.1...0.1, using: &random))
      let expected = lines.map { Self.sampled(place, $0) }.min() ?? .infinity
      let found = try #require(near.distance(from: place))
      // Samples are up to 12 m apart; the plane is off by less than 0.2 %.
      #expect(abs(found - expected) < 12 + 0.002 * expected)
    }
  }

  @Test(arguments: UInt64(1)...8)
  func `shares are those of very many places along the line`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = Self.line(&random, around: Position(60, 45))
    let other = line.map {
      Position($0.x, $0.y + Double.random(in: -0.002...0.002, using: &random))
    }
    let near = NearLines([0], of: LineColumn([[other]]))
    let found = near.shares(of: 0, of: LineColumn([[line]]))[0] ?? 0
    let measure = LengthMeasure.geodesic
    var (inside, total) = (0.0, 0.0)
    for (a, b) in zip(line, line.dropFirst()) {
      let length = measure.distance(a, b)
      for step in 0..<40 {
        let share = (Double(step) + 0.5) / 40
        let place = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
        if Self.sampled(place, other) <= NearLines.reach { inside += length / 40 }
        total += length / 40
      }
    }
    // Every change between near and far is found to a step of either, some tens of metres.
    #expect(abs(found - inside / total) < 0.05)
  }

  @Test func `lines of one place, of none and far away`() throws {
    let lines = LineColumn([[[Position(60, 45)]], [], [[Position(60, 45), Position(60, 45)]]])
    #expect(NearLines([1], of: lines).distance(from: Position(0, 0)) == nil)
    let far = try #require(NearLines([0], of: lines).distance(from: Position(-120, -45)))
    #expect(far > 1.9e7)
    #expect(NearLines([0, 2], of: lines).shares(of: 2, of: lines).isEmpty)
    #expect(NearLines.greatestDistance(0, of: lines, 2, of: lines) == 0)
    #expect(NearLines.greatestDistance(0, of: lines, 1, of: lines) == nil)
  }
}
