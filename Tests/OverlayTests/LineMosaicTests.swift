import Geometry
import Overlay
import TestSupport
import Testing

private func mosaic(
  _ lines: [[[Position]]], _ polygons: [[[[Position]]]], groups: [Int]
) async throws -> (mosaic: LineMosaic, column: LineColumn, summary: Summary) {
  let column = LineColumn(lines)
  let cuts = try await PolygonOverlay(PolygonColumn(polygons), measuredBy: .planar).cut(column)
  var summary = Summary(polygonGroups: groups)
  summary.add(cuts, of: column, lineGroups: Array(0..<lines.count))
  return (LineMosaic(cuts, of: column, groups: groups), column, summary)
}

private func square(_ x: Double, _ y: Double, _ size: Double = 1) -> [[[Position]]] {
  [[path((x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y))]]
}

@Suite("Lines in several groups of polygons")
struct LineMosaicTests {
  @Test func `a railway through two countries, a range and a region`() async throws {
    let found = try await mosaic(
      [[path((0, 5), (40, 5))]],
      [square(0, 0, 20), square(20, 0, 20), square(10, 0, 20), square(25, -1, 10)],
      groups: [0, 1, 2, 3])
    #expect(found.mosaic.stretches.map(\.length) == [10, 10, 5, 5, 5, 5])
    #expect(
      found.mosaic.stretches.map { $0.holders.map(\.group) }
        == [[0], [0, 2], [1, 2], [1, 2, 3], [1, 3], [1]])
    #expect(found.mosaic.crossings(of: 2, found.column).map(\.chainage) == [10, 30])
    #expect(found.mosaic.crossings(of: 2, found.column).map(\.isEntry) == [true, false])
    // The line begins and ends on the outer borders.
    #expect(found.mosaic.crossings(of: 0, found.column).map(\.chainage) == [20])
  }

  @Test func `a fence along a border lies on that of both countries`() async throws {
    let found = try await mosaic(
      [[path((20, -5), (20, 25))]], [square(0, 0, 20), square(20, 0, 20)], groups: [4, 9])
    #expect(found.mosaic.stretches.map(\.length) == [20])
    #expect(found.mosaic.stretches[0].place(in: 4) == .boundary)
    #expect(found.mosaic.stretches[0].place(in: 9) == .boundary)
    #expect(found.mosaic.stretches[0].place(in: 1) == .outside)
    #expect(found.mosaic.crossings(of: 4, found.column).isEmpty)
  }

  @Test func `a line that runs along the border for a while crosses it where the inside begins`()
    async throws
  {
    let across = path((-5, 5), (0, 5), (0, 10), (5, 10))
    let found = try await mosaic([[across]], [square(0, 0, 20)], groups: [0])
    #expect(found.mosaic.crossings(of: 0, found.column).map(\.chainage) == [10])
    let along = try await mosaic(
      [[path((-5, 5), (0, 5), (0, 10), (-5, 10))]], [square(0, 0, 20)], groups: [0])
    #expect(along.mosaic.crossings(of: 0, along.column).isEmpty)
  }

  @Test func `parts that repeat an earlier line are a group of their own`() async throws {
    let lines = LineColumn([[path((0, 5), (10, 5), (20, 5))], [path((10, 5), (20, 5), (30, 5))]])
    let cuts = try await PolygonOverlay(PolygonColumn([square(5, 0, 20)]), measuredBy: .planar)
      .cut(lines)
    var repeated = RepeatedSegments()
    var marks: [Int: [LinePart]] = [:]
    for found in repeated.add(lines, groups: [0, 0]) { marks[found.row] = found.parts }
    let mosaic = LineMosaic(cuts, of: lines, groups: [0], marks: marks, markGroup: 7)
    #expect(mosaic.stretches.map(\.line) == [0, 1, 1])
    #expect(mosaic.stretches.map(\.length) == [15, 10, 5])
    #expect(mosaic.stretches.map { $0.place(in: 7) } == [.outside, .inside, .outside])
  }

  @Test func `cuts that only rounding tells apart are one`() async throws {
    let found = try await mosaic(
      [[path((0, 5), (40, 5))]], [square(0, 0, 20), square(20 + 1e-9, 0, 10)], groups: [0, 1])
    #expect(found.mosaic.stretches.count == 2)
    #expect(abs(found.mosaic.stretches.reduce(0) { $0 + $1.length } - 30) < 1e-8)
  }

  /// The same sums as those of groups one by one, from another computation.
  @Test(arguments: UInt64(1)...6)
  func `stretches add up to the totals of every group`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      func number(_ range: ClosedRange<Int>) -> Double {
        Double(Int.random(in: range, using: &random)) / 2
      }
      let polygons = (0..<12).map { _ in square(number(0...8), number(0...8), number(2...5)) }
      let groups = polygons.indices.map { $0 % 3 }
      var lines: [[[Position]]] = []
      while lines.count < 6 {
        let line = (0..<4).map { _ in Position(number(-2...14), number(-2...14)) }
        // A line that ends where it began has no end to begin or stop at a boundary.
        if Set(line).count == 4 { lines.append([line]) }
      }
      let found = try await mosaic(lines, polygons, groups: groups)
      for group in 0..<3 {
        let crossings = found.mosaic.crossings(of: group, found.column)
        for line in lines.indices {
          let expected =
            found.summary.totals[Summary.Pair(lines: line, polygons: group)] ?? Totals()
          let own = found.mosaic.stretches.filter { $0.line == line }
          func length(_ place: Place) -> Double {
            own.filter { $0.place(in: group) == place }.reduce(0) { $0 + $1.length }
          }
          #expect(abs(length(.inside) - expected.insideLength) < 1e-9)
          #expect(abs(length(.boundary) - expected.boundaryLength) < 1e-9)
          #expect(crossings.count { $0.line == line } == expected.crossings)
        }
      }
      for (one, next) in zip(found.mosaic.stretches, found.mosaic.stretches.dropFirst())
      where one.line == next.line {
        #expect(next.from >= one.to)
      }
    }
  }
}
