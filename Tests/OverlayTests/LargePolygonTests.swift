import Geometry
import Overlay
import TestSupport
import Testing

/// Polygons so large that lines near them are first cut with an index of a window.
enum LargePolygon: String, CaseIterable, CustomTestStringConvertible, Sendable {
  case coast
  case comb
  case atoll

  var testDescription: String { rawValue }

  func rings(_ shapes: inout ShapeGenerator) -> [[[Position]]] {
    switch self {
    case .coast: return [[shapes.latticeCoast(vertices: 5000)]]
    case .comb: return [[shapes.comb(teeth: 1200)]]
    case .atoll:
      let shell = shapes.latticeCoast(vertices: 3000)
      // 2/5 of the radius at most, which is 1/4 of 10⁶ at least where the other is greatest.
      let hole = shell.map { Position(($0.x / 8).rounded(), ($0.y / 8).rounded()) }
      return [[shell, hole], [hole.map { Position(($0.x / 8).rounded(), ($0.y / 8).rounded()) }]]
    }
  }
}

/// Lines of all kinds near a large polygon, none of them long enough to be worth a whole index.
private func lines(
  near polygon: [[[Position]]], _ shapes: inout ShapeGenerator
) -> [[Position]] {
  let box = PolygonColumn([polygon]).box(of: 0)
  var lines = (0..<4).map { _ in shapes.follower(of: polygon, vertices: 2...40) }
  lines += (0..<4).map { _ in shapes.straightLine(through: polygon, across: box) }
  let ring = polygon[0][0]
  let start = shapes.index(below: ring.count - 60)
  let outside = Position(box.maxX + 5, box.minY - 5)
  lines.append(Array(ring[start..<start + 50]) + [outside] + ring[start + 20..<start + 60])
  lines.append([outside, Position(box.maxX + 9, box.maxY + 9)])
  lines.append([outside, outside])
  return lines
}

extension ShapeGenerator {
  mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// A long line: steep, shallow or parallel to an axis, often through vertices.
  fileprivate mutating func straightLine(
    through polygon: [[[Position]]], across box: Box
  ) -> [Position] {
    let ring = polygon[index(below: polygon.count)][0]
    let (p, q) = (ring[index(below: ring.count)], ring[index(below: ring.count)])
    let (width, height) = (box.maxX - box.minX, box.maxY - box.minY)
    switch index(below: 6) {
    case 0: return [Position(box.minX - 1, p.y), Position(box.maxX + 1, p.y)]
    case 1: return [Position(p.x, box.maxY + 1), Position(p.x, box.minY - 1)]
    case 2: return [Position(p.x - width, p.y - 1), Position(p.x + width, p.y + 1)]
    case 3: return [Position(p.x - 1, p.y - height), Position(p.x + 1, p.y + height)]
    case 4: return [p, q]
    default:
      return [Position(2 * p.x - q.x, 2 * p.y - q.y), Position(2 * q.x - p.x, 2 * q.y - p.y)]
    }
  }
}

/// 3 × 4 × 8 × 11 = 1,056 cases, each cut twice.
@Test(
  "a window's index and that of the whole give the same bits", arguments: LargePolygon.allCases,
  UInt64(1)...4)
func windowsAgreeWithWholes(kind: LargePolygon, seed: UInt64) async throws {
  var shapes = ShapeGenerator(seed: 6000 + seed)
  let polygon = kind.rings(&shapes)
  let column = PolygonColumn([polygon])
  let windows = try await PolygonOverlay(column, measuredBy: .planar)
  let whole = try await PolygonOverlay(column, measuredBy: .planar)
  // So many segments are worth an index of the whole, which stays.
  let ring = polygon[0][0]
  _ = try await whole.cut(LineColumn([[ring + ring + ring]]))
  for index in 0..<8 {
    let batch = lines(near: polygon, &shapes)
    let cuts = try await windows.cut(LineColumn(batch.map { [$0] }))
    let expected = try await whole.cut(LineColumn(batch.map { [$0] }))
    #expect(cuts.meetings == expected.meetings)
    #expect(cuts.pieces == expected.pieces)
    #expect(cuts.contacts == expected.contacts)
    if index < 2 {
      let wrong = cuts.disagreements(batch, polygon, unit: 4)
      #expect(wrong.first == nil)
    }
  }
}

/// 3 × 8 lines over a thousand segments and more.
@Test("lines share edges over thousands of segments", arguments: LargePolygon.allCases)
func thousandsOfSharedEdges(kind: LargePolygon) async throws {
  var shapes = ShapeGenerator(seed: 7001)
  let polygon = kind.rings(&shapes)
  let ring = polygon[0][0]
  let halved = zip(ring, ring.dropFirst()).flatMap { a, b in
    [a, Position((a.x + b.x) / 2, (a.y + b.y) / 2)]
  }
  // Halves of edges on the lattice are exact, so that their middles lie on them.
  let lines = [
    ring, ring.reversed(), halved + ring.prefix(1), Array(ring.dropLast(1000)),
    Array(halved.reversed()), ring + ring.reversed(),
  ]
  let cuts = try await planarCuts(lines, polygon)
  for (row, meeting) in cuts.meetings.enumerated() {
    let length = cuts.chainage.lengths[row]
    #expect(meeting.line == row && meeting.insideLength == 0)
    #expect(abs(meeting.boundaryLength - length) <= 1e-12 * length)
    #expect(meeting.crossings == 0 && meeting.touches == 1)
  }
  #expect(cuts.meetings.count == lines.count)
  #expect(cuts.pieces.count { $0.place == .boundary } == cuts.pieces.count)
  let run = (0..<2).map { _ in shapes.follower(of: polygon, vertices: 900...1100) }
  let wrong = try await planarCuts(run, polygon).disagreements(run, polygon, unit: 4)
  #expect(wrong.first == nil)
}

/// 20 × 4 × 10 = 800 cases: what the index of a window sees of an edge is a tiny part of it.
@Test("a window is tiny against the edge through it", arguments: UInt64(1)...20)
func tinyWindows(seed: UInt64) async throws {
  var shapes = ShapeGenerator(seed: 8000 + seed)
  let polygon = [[shapes.triangle(vertices: 4096)]]
  for exponent in [-20, -40, -50, -56] {
    let lines = (0..<10).map { _ in
      shapes.line(near: [[[Position(0, 0)]]]).map {
        Position(
          Double(sign: .plus, exponent: exponent, significand: $0.x),
          Double(sign: .plus, exponent: exponent, significand: $0.y))
      }
    }
    let wrong = try await planarCuts(lines, polygon).disagreements(
      lines, polygon, unit: Double(sign: .plus, exponent: -min(exponent, -40), significand: 1))
    #expect(wrong.first == nil)
  }
}
