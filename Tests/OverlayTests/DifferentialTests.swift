import Geometry
import Overlay
import TestSupport
import Testing

extension ShapeGenerator.Family: CustomTestStringConvertible {
  package var testDescription: String { rawValue }
}

/// 10 × 10 × 140 × 10 = 140,000 cases: both layers on one lattice.
@Test(
  "the kernel agrees with exact fractions on awkward lattices",
  arguments: ShapeGenerator.Family.allCases, UInt64(1)...10)
func agreesWithFractions(family: ShapeGenerator.Family, seed: UInt64) async throws {
  var shapes = ShapeGenerator(seed: 2026 + seed)
  for _ in 0..<140 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    let wrong = try await planarCuts(lines, polygon).disagreements(lines, polygon, unit: 4)
    #expect(wrong.first == nil)
    if !wrong.isEmpty { return }
  }
}

/// 10 × 4 × 65 × 10 = 26,000 cases: what met exactly does so no more, by the last bit.
@Test(
  "the kernel agrees with exact fractions when ordinates are moved by their last bit",
  arguments: ShapeGenerator.Family.allCases, UInt64(1)...4)
func agreesWithFractionsAtTheLastBit(family: ShapeGenerator.Family, seed: UInt64) async throws {
  var shapes = ShapeGenerator(seed: 3000 + seed)
  for round in 0..<65 {
    var polygon = shapes.polygon(family)
    var lines = (0..<10).map { _ in shapes.awkwardLine(near: polygon) }
    if round % 3 != 0 { lines = lines.map { shapes.nudge($0) } }
    if round % 3 != 1 { polygon = polygon.map { $0.map { shapes.nudge(ring: $0) } } }
    let wrong = try await planarCuts(lines, polygon).disagreements(lines, polygon, unit: 0x1p53)
    #expect(wrong.first == nil)
    if !wrong.isEmpty { return }
  }
}

/// 10 × 60 × 10 = 6,000 cases.
@Test(
  "the kernel agrees with exact fractions on lines from very far away",
  arguments: ShapeGenerator.Family.allCases)
func agreesWithFractionsFarAway(family: ShapeGenerator.Family) async throws {
  var shapes = ShapeGenerator(seed: 4001)
  for _ in 0..<60 {
    let polygon = shapes.polygon(family)
    let lines = (0..<10).map { _ in shapes.farLine(near: polygon) }
    let wrong = try await planarCuts(lines, polygon).disagreements(lines, polygon)
    #expect(wrong.first == nil)
    if !wrong.isEmpty { return }
  }
}

/// 8 × 8 × 60 × 8 = 30,720 cases: every other round on the lattice, where collinear edges and shared
/// vertices are the rule, and every other in general position, with no vertex of one on the other.
/// (A turned lattice would be neither: GEOS rounds its points and cannot tell what the kernel can.)
@Test(
  "the kernel agrees with GEOS", arguments: ShapeGenerator.Family.valid, UInt64(1)...8)
func agreesWithGEOS(family: ShapeGenerator.Family, seed: UInt64) async throws {
  var shapes = ShapeGenerator(seed: seed)
  for round in 0..<60 {
    var polygon = shapes.polygon(family)
    if round % 2 == 1 {
      let move = shapes.motion()
      polygon = polygon.map { $0.map { $0.map(move) } }
    }
    let lines = (0..<8).map { _ in
      round % 2 == 0 ? shapes.line(near: polygon) : shapes.freeLine(across: polygon)
    }
    let overlay = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar)
    let cuts = try await overlay.cut(LineColumn(lines.map { [$0] }))
    let meetings = Dictionary(uniqueKeysWithValues: cuts.meetings.map { ($0.line, $0) })
    for (row, line) in lines.enumerated() {
      let expected = try GEOSOracle(line: line, polygon: polygon)
      let found = meetings[row]
      let isEqual =
        found?.crossings ?? 0 == expected.count.crossings
        && found?.touches ?? 0 == expected.count.touches
        && abs((found?.insideLength ?? 0) - expected.inside) <= 1e-9 * expected.length
        && abs((found?.boundaryLength ?? 0) - expected.boundary) <= 1e-9 * expected.length
      #expect(isEqual, "\(line) in \(polygon): \(String(describing: found)), \(expected)")
      if !isEqual { return }
    }
  }
}
