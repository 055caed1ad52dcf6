import Geometry
import Overlay
import TestSupport
import Testing

extension ShapeGenerator.Family: CustomTestStringConvertible {
  var testDescription: String { rawValue }
}

@Test(
  "the kernel agrees with exact fractions on awkward lattices",
  arguments: ShapeGenerator.Family.allCases)
func agreesWithFractions(family: ShapeGenerator.Family) async throws {
  var shapes = ShapeGenerator(seed: 2026)
  for _ in 0..<600 {
    let polygon = shapes.polygon(family)
    let lines = (0..<8).map { _ in shapes.line(near: polygon) }
    let overlay = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar)
    let cuts = try await overlay.cut(LineColumn(lines.map { [$0] }))
    let meetings = Dictionary(uniqueKeysWithValues: cuts.meetings.map { ($0.line, $0) })
    for (row, line) in lines.enumerated() {
      let expected = ExactOracle(line: line, polygon: polygon)
      let found = meetings[row]
      let isEqual =
        (found?.crossings ?? 0) == expected.crossings && (found?.touches ?? 0) == expected.touches
        && abs((found?.insideLength ?? 0) - expected.inside) < 1e-9
        && abs((found?.boundaryLength ?? 0) - expected.boundary) < 1e-9
      #expect(isEqual, "\(line) in \(polygon): \(String(describing: found)), \(expected)")
      if !isEqual { return }
    }
  }
}

/// 6 × 8 × 60 × 8 = 23,040 cases: every other round on the lattice, where collinear edges and shared
/// vertices are the rule, and every other in general position, with no vertex of one on the other.
/// (A turned lattice would be neither: GEOS rounds its points and cannot tell what the kernel can.)
@Test(
  "the kernel agrees with GEOS", arguments: ShapeGenerator.Family.allCases, UInt64(1)...8)
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
