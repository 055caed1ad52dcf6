import Geometry
import Overlay
import TestSupport
import Testing

@Suite("Survey of repeated segments")
struct SegmentSurveyTests {
  /// Lines on a small grid, which repeat each other and themselves all the time, among others that
  /// repeat nothing.
  private func lines(_ random: inout SeededGenerator) -> (lines: [[[Position]]], groups: [Int]) {
    let lines = (0..<600).map { number -> [[Position]] in
      let isLonely = number % 3 == 0
      return (0..<Int.random(in: 0...2, using: &random)).map { _ in
        var position = Position(
          Double(Int.random(in: -9...9, using: &random)),
          Double(Int.random(in: -9...9, using: &random)))
        return (0..<Int.random(in: 0...30, using: &random)).map { _ in
          position.x += Double(Int.random(in: -1...1, using: &random))
          position.y += isLonely ? Double.random(in: 0...1, using: &random) : 0
          return position
        }
      }
    }
    return (lines, lines.indices.map { _ in Int.random(in: 0...2, using: &random) })
  }

  /// Capacities from one that makes many readings to one that makes one.
  @Test(arguments: UInt64(1)...4, [64, 1000, 1 << 20])
  func `what a survey remembers finds the same as all segments do`(
    seed: UInt64, capacity: Int
  ) {
    var random = SeededGenerator(seed: seed)
    let (lines, groups) = lines(&random)
    let batches = stride(from: 0, to: lines.count, by: 70).map { first in
      let rows = first..<min(first + 70, lines.count)
      return (LineColumn(Array(lines[rows])), Array(groups[rows]))
    }
    let expected = Int.random(in: 0...4000, using: &random)
    var survey = SegmentSurvey(capacity: capacity, expecting: expected)
    var readings = 0
    repeat {
      // The order of the batches means nothing here.
      for (column, groups) in batches.shuffled(using: &random) {
        survey.add(SegmentPrints(column, groups: groups))
      }
      readings += 1
    } while survey.endReading()
    #expect((readings > 1) == (capacity < 1 << 20))
    var all = RepeatedSegments()
    var some = survey.repeatedSegments()
    let remembered = some.segmentCount
    for (column, groups) in batches {
      #expect(some.add(column, groups: groups) == all.add(column, groups: groups))
    }
    #expect(some.segmentCount == remembered)
    if capacity > 10_000 { #expect(remembered < all.segmentCount / 2) }
  }

  @Test func `batches of other sizes and fingerprints taken before give the same`() {
    var random = SeededGenerator(seed: 9)
    let (lines, groups) = lines(&random)
    var whole = RepeatedSegments()
    let expected = whole.add(LineColumn(lines), groups: groups)
    #expect(expected.count > 100)
    var single = RepeatedSegments()
    for row in lines.indices {
      let column = LineColumn([lines[row]])
      let prints = SegmentPrints(column, groups: [groups[row]], through: single.sieve)
      let found = single.add(prints, of: column)
      let there = expected.filter { $0.row == row }
      #expect(found.map(\.earlier) == there.map(\.earlier))
      #expect(
        found.map { $0.parts.map(\.from.position) } == there.map { $0.parts.map(\.from.position) })
      #expect(
        found.map { $0.parts.map(\.to.position) } == there.map { $0.parts.map(\.to.position) })
    }
  }

  /// Vertices of few digits, whose bits are zero at the lower end, in all groups.
  @Test func `different segments of a grid have different fingerprints`() {
    var repeated = RepeatedSegments()
    var count = 0
    for x in 0..<60 {
      let rows = (0..<60).map { y -> [[Position]] in
        let (x, y) = (Double(x) / 8, Double(y) / 8)
        return [
          [Position(x, y), Position(x + 0.125, y)], [Position(x, y), Position(x, y + 0.125)],
        ]
      }
      for group in [-1, 0, 1] {
        let found = repeated.add(LineColumn(rows), groups: Array(repeating: group, count: 60))
        #expect(found.isEmpty)
        count += 120
      }
    }
    #expect(repeated.segmentCount == count)
  }
}
