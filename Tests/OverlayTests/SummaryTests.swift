import Geometry
import Overlay
import TestSupport
import Testing

private func summary(
  _ lines: [[[Position]]], _ polygons: [[[[Position]]]], lineGroups: [Int]? = nil,
  polygonGroups: [Int], hidingRepetitions: Bool = false
) async throws -> Summary {
  let column = LineColumn(lines)
  let cuts = try await PolygonOverlay(PolygonColumn(polygons), measuredBy: .planar).cut(column)
  var summary = Summary(polygonGroups: polygonGroups)
  var repeated = RepeatedSegments()
  let groups = lineGroups ?? Array(repeating: 0, count: lines.count)
  var hidden: [Int: [LinePart]] = [:]
  if hidingRepetitions {
    for repetition in repeated.add(column, groups: groups) {
      hidden[repetition.row, default: []] += repetition.parts
    }
  }
  summary.add(cuts, of: column, lineGroups: groups, hiding: hidden)
  return summary
}

private func cell(_ x: Double, _ y: Double) -> [Position] {
  path((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y))
}

@Suite("Totals by group")
struct SummaryTests {
  let west = [path((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))]
  let east = [path((10, 0), (20, 0), (20, 10), (10, 10), (10, 0))]
  let fence = path((10, -5), (10, 15))

  @Test func `a fence on a border belongs half to each country and once to the whole`() async throws
  {
    let result = try await summary([[fence]], [[west], [east]], polygonGroups: [0, 1])
    let totals = [0, 1].compactMap { result.totals[.init(lines: 0, polygons: $0)] }
    #expect(totals.map(\.insideLength) == [0, 0])
    #expect(totals.map(\.boundaryLength) == [10, 10])
    #expect(totals.map(\.boundaryShare) == [5, 5])
    #expect(result.cover[0]?.length == 20)
    #expect(result.cover[0]?.insideLength == 0)
    #expect(result.cover[0]?.boundaryLength == 10)
    #expect(result.cover[0]?.outsideLength == 10)
  }

  @Test func `a border between polygons of one group is no border`() async throws {
    let result = try await summary([[fence]], [[west], [east]], polygonGroups: [7, 7])
    let totals = result.totals[.init(lines: 0, polygons: 7)]
    #expect(totals?.insideLength == 10)
    #expect(totals?.boundaryLength == 0)
    #expect(totals?.crossings == 2)
    let across = try await summary(
      [[path((5, 5), (25, 5))]], [[west], [east]], polygonGroups: [7, 7])
    #expect(across.totals[.init(lines: 0, polygons: 7)]?.crossings == 1)
    #expect(across.totals[.init(lines: 0, polygons: 7)]?.touches == 0)
  }

  @Test func `ranges that overlap are measured once in their group`() async throws {
    let middle = [path((5, 0), (15, 0), (15, 10), (5, 10), (5, 0))]
    let result = try await summary(
      [[path((-5, 5), (25, 5))]], [[west], [east], [middle]], polygonGroups: [1, 1, 2])
    #expect(result.totals[.init(lines: 0, polygons: 1)]?.insideLength == 20)
    #expect(result.totals[.init(lines: 0, polygons: 2)]?.insideLength.rounded() == 10)
    #expect(result.totals[.init(lines: 0, polygons: 1)]?.crossings == 2)
    #expect(result.cover[0]?.insideLength == 20)
  }

  @Test func `the same road of two extracts is measured once, and reported`() async throws {
    let road = path((-5, 5), (2, 5), (4, 5), (15, 5))
    let copy = path((4, 5), (2, 5), (2, 8))
    let lines = [[road], [copy]]
    let result = try await summary(lines, [[west]], polygonGroups: [0], hidingRepetitions: true)
    #expect(result.totals[.init(lines: 0, polygons: 0)]?.insideLength == 13)
    #expect(result.cover[0]?.length == 23)
    var repeated = RepeatedSegments()
    let found = repeated.add(LineColumn(lines), groups: [0, 0])
    #expect(found.map(\.row) == [1])
    #expect(found.map(\.earlier) == [0])
    #expect(found[0].parts.map(\.from.position) == [Position(4, 5)])
    #expect(repeated.add(LineColumn([[copy]]), groups: [1]).isEmpty)
    #expect(repeated.add(LineColumn([[copy]]), groups: [0])[0].parts.count == 1)
  }

  @Test func `what a repeated road crosses and touches is counted once, at its ends too`()
    async throws
  {
    let road = path((-5, 5), (5, 5), (15, 5))
    let spur = path((-5, 2), (0, 2))
    let lines = [[road], [Array(road.reversed())], [spur], [spur]]
    let result = try await summary(lines, [[west]], polygonGroups: [0], hidingRepetitions: true)
    let totals = try #require(result.totals[.init(lines: 0, polygons: 0)])
    #expect(totals.crossings == 2)
    #expect(totals.touches == 1)
    #expect(totals.insideLength == 10)
    let all = try await summary(lines, [[west]], polygonGroups: [0])
    #expect(all.totals[.init(lines: 0, polygons: 0)]?.crossings == 4)
    #expect(all.totals[.init(lines: 0, polygons: 0)]?.touches == 2)
  }

  /// Cells as rows of one group, against the same cells as one row, where shared edges cancel.
  @Test(arguments: UInt64(1)...6)
  func `a group is the union of its polygons`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      var cells: [[Position]] = []
      for x in 0..<5 {
        for y in 0..<5 where Bool.random(using: &random) {
          cells.append(cell(Double(x), Double(y)))
        }
      }
      var lines: [[[Position]]] = []
      for _ in 0..<6 {
        var line: [Position] = []
        for _ in 0..<Int.random(in: 2...5, using: &random) {
          line.append(
            Position(
              Double(Int.random(in: -1...6, using: &random)),
              Double(Int.random(in: -1...6, using: &random))))
        }
        if Bool.random(using: &random) { line.append(line[0]) }
        lines.append([line])
      }
      let grouped = try await summary(
        lines, cells.map { [[$0]] }, lineGroups: Array(0..<6),
        polygonGroups: Array(repeating: 0, count: cells.count))
      let whole = try await PolygonOverlay(
        PolygonColumn([cells.map { [$0] }]), measuredBy: .planar
      ).cut(LineColumn(lines))
      for row in 0..<6 {
        let found = grouped.totals[.init(lines: row, polygons: 0)] ?? Totals()
        let expected = whole.meetings.first { $0.line == row }
        #expect(found.crossings == expected?.crossings ?? 0)
        #expect(abs(found.insideLength - (expected?.insideLength ?? 0)) < 1e-9)
        #expect(abs(found.boundaryLength - (expected?.boundaryLength ?? 0)) < 1e-9)
      }
    }
  }

  /// Over a partition, inside and shares of boundary and outside add up to the line.
  @Test(arguments: UInt64(1)...4)
  func `the parts of a partition add up`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let cells = (0..<16).map { [cell(Double($0 % 4), Double($0 / 4))] }
    for _ in 0..<50 {
      let line = (0..<6).map { _ in
        Position(
          Double(Int.random(in: -2...10, using: &random)) / 2,
          Double(Int.random(in: -2...10, using: &random)) / 2)
      }
      let result = try await summary([[line]], cells.map { [$0] }, polygonGroups: Array(0..<16))
      let cover = try #require(result.cover[0])
      let inside = result.totals.values.map(\.insideLength).reduce(0, +)
      let shares = result.totals.values.map(\.boundaryShare).reduce(0, +)
      #expect(abs(inside + shares - cover.insideLength - cover.boundaryLength) < 1e-9)
      #expect(cover.outsideLength > -1e-9)
    }
  }
}
