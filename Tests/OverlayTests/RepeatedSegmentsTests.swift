import Geometry
import Overlay
import TestSupport
import Testing

private struct Segment: Hashable {
  let group: Int
  let ends: Set<Position>
}

@Suite("Repeated segments")
struct RepeatedSegmentsTests {
  @Test func `a repetition in a later batch names the line by its number over all batches`() {
    var repeated = RepeatedSegments()
    let road = path((0, 0), (1, 0), (2, 0), (3, 1))
    #expect(repeated.add(LineColumn([[path((9, 9), (8, 8))], [road]]), groups: [0, 0]).isEmpty)
    #expect(repeated.add(LineColumn(), groups: []).isEmpty)
    let later = LineColumn([[path((5, 5), (6, 6))], [Array(road.reversed())]])
    let found = repeated.add(later, groups: [0, 0])
    #expect(found.map(\.row) == [1])
    #expect(found.map(\.earlier) == [1])
    #expect(found[0].parts.count == 1)
    #expect(found[0].parts[0].from.position == Position(3, 1))
    #expect(found[0].parts[0].to.position == Position(0, 0))
  }

  @Test func `parts of two earlier lines are told apart, and gaps divide parts`() {
    var repeated = RepeatedSegments()
    let first = path((0, 0), (1, 0), (2, 0))
    let second = path((3, 0), (4, 0))
    _ = repeated.add(LineColumn([[first], [second]]), groups: [0, 0])
    let line = path((0, 0), (1, 0), (1, 5), (1, 0), (2, 0), (3, 0), (4, 0))
    let found = repeated.add(LineColumn([[line]]), groups: [0])
    #expect(found.map(\.earlier) == [0, 1])
    #expect(found[0].parts.map(\.from.segment) == [0, 3])
    #expect(found[0].parts.map(\.to.segment) == [1, 4])
    #expect(found[1].parts.map(\.from.segment) == [5])
    #expect(found[1].parts.map(\.to.fraction) == [1])
  }

  @Test func `a line does not repeat itself, and other groups are other roads`() {
    var repeated = RepeatedSegments()
    let thereAndBack = path((0, 0), (1, 0), (0, 0))
    #expect(repeated.add(LineColumn([[thereAndBack]]), groups: [3]).isEmpty)
    #expect(repeated.add(LineColumn([[thereAndBack]]), groups: [4]).isEmpty)
    #expect(repeated.add(LineColumn([[thereAndBack]]), groups: [3]).count == 1)
  }

  @Test func `lines without length repeat nothing`() {
    var repeated = RepeatedSegments()
    let points = LineColumn([[path((1, 1), (1, 1))], [[]], [path((1, 1), (1, 1))]])
    #expect(repeated.add(points, groups: [0, 0, 0]).isEmpty)
    // Minus zero is the place of zero.
    _ = repeated.add(LineColumn([[path((0, -0.0), (1, 0))]]), groups: [0])
    #expect(repeated.add(LineColumn([[path((1, -0.0), (-0.0, 0))]]), groups: [0]).count == 1)
  }

  /// Against a dictionary of all segments; enough of them that the table grows some times.
  @Test(arguments: UInt64(1)...3, [1, 7, 400])
  func `batches of any size find what a look at all earlier segments finds`(
    seed: UInt64, batchSize: Int
  ) {
    var random = SeededGenerator(seed: seed)
    let lines = (0..<400).map { _ -> [Position] in
      var position = Position(
        Double(Int.random(in: -20...20, using: &random)),
        Double(Int.random(in: -20...20, using: &random)))
      return (0..<20).map { _ in
        position.x += Double(Int.random(in: -1...1, using: &random))
        position.y += Double(Int.random(in: -1...1, using: &random))
        return position
      }
    }
    let groups = lines.indices.map { _ in Int.random(in: 0...2, using: &random) }
    var repeated = RepeatedSegments()
    var owners: [Segment: Int] = [:]
    for first in stride(from: 0, to: lines.count, by: batchSize) {
      let rows = first..<min(first + batchSize, lines.count)
      let column = LineColumn(rows.map { [lines[$0]] })
      let found = repeated.add(column, groups: Array(groups[rows]))
      for row in rows {
        var expected: [Int: Double] = [:]
        for (a, b) in zip(lines[row], lines[row].dropFirst()) where a != b {
          let segment = Segment(group: groups[row], ends: [a, b])
          let owner = owners[segment, default: row]
          owners[segment] = owner
          if owner != row { expected[owner, default: 0] += LengthMeasure.planar.distance(a, b) }
        }
        let here = found.filter { $0.row == row - first }
        #expect(Set(here.map(\.earlier)) == Set(expected.keys))
        let chainage = Chainage(column, by: .planar)
        for repetition in here {
          let length = repetition.parts.map { chainage.length(from: $0.from, to: $0.to) }
            .reduce(0, +)
          #expect(abs(length - (expected[repetition.earlier] ?? 0)) < 1e-9)
        }
      }
    }
    #expect(owners.count > 2048)
  }
}
