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
