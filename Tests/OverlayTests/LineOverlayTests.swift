import Geometry
import Overlay
import TestSupport
import Testing

private func contacts(_ line: [Position], _ other: [Position]) async throws -> [String] {
  try await LineOverlay(LineColumn([[other]]), measuredBy: .planar)
    .contacts(of: LineColumn([[line]]))
    .map { "\($0.kind.rawValue) \($0.chainage) \($0.otherChainage) \($0.length)" }
}

@Suite("Lines against lines")
struct LineOverlayTests {
  @Test func `crossings carry both chainages and a direction`() async throws {
    let north = path((0, 0), (0, 10))
    #expect(try await contacts(path((-3, 4), (3, 4)), north) == ["left-to-right 3.0 4.0 0.0"])
    #expect(try await contacts(path((3, 4), (-3, 4)), north) == ["right-to-left 3.0 4.0 0.0"])
    #expect(try await contacts(path((1, 4), (3, 4)), north).isEmpty)
  }

  @Test func `a crossing in shared vertices is found once`() async throws {
    let other = path((0, 0), (0, 5), (0, 10))
    let line = path((-3, 5), (0, 5), (3, 5))
    #expect(try await contacts(line, other) == ["left-to-right 3.0 5.0 0.0"])
    #expect(try await contacts(path((-3, 5), (0, 5), (-3, 6)), other) == ["touch 3.0 5.0 0.0"])
  }

  @Test func `ends touch`() async throws {
    let other = path((0, 0), (0, 10))
    #expect(try await contacts(path((-3, 5), (0, 5)), other) == ["touch 3.0 5.0 0.0"])
    #expect(try await contacts(path((-3, 0), (3, 0)), other) == ["touch 3.0 0.0 0.0"])
  }

  @Test func `a shared run is one contact that passes or does not`() async throws {
    let other = path((0, 0), (0, 4), (0, 10))
    #expect(
      try await contacts(path((-3, 2), (0, 2), (0, 6), (3, 6)), other)
        == ["left-to-right 3.0 2.0 4.0"])
    #expect(
      try await contacts(path((-3, 6), (0, 6), (0, 2), (-3, 2)), other) == ["touch 3.0 6.0 4.0"])
    #expect(try await contacts(other, other) == ["touch 0.0 0.0 10.0"])
  }

  @Test func `closed lines have no ends`() async throws {
    let ring = path((0, 0), (4, 0), (4, 4), (0, 4), (0, 0))
    #expect(
      try await contacts(path((-2, -2), (2, 2)), ring) == [
        "right-to-left \(8.0.squareRoot()) 0.0 0.0"
      ])
    #expect(try await contacts(ring, ring) == ["touch 0.0 0.0 16.0"])
    #expect(
      try await contacts(path((0, -3), (0, 2), (2, 2)), ring) == ["right-to-left 3.0 0.0 2.0"])
  }

  @Test func `lines against themselves find every pair once`() async throws {
    let lines = LineColumn([
      [path((0, 0), (9, 0))], [path((3, 0), (6, 0))], [path((4, -1), (4, 1))],
    ])
    let found = try await LineOverlay(lines, measuredBy: .planar).contacts(of: lines, where: <)
    #expect(found.map { [$0.line, $0.other] } == [[0, 1], [0, 2], [1, 2]])
    #expect(found.map(\.length) == [3, 0, 0])
  }

  @Test(arguments: [ShapeGenerator.Family.star, .comb, .spiral, .staircase, .sliver])
  func `a ring as a line has the contacts that it has as a polygon`(
    family: ShapeGenerator.Family
  ) async throws {
    var shapes = ShapeGenerator(seed: 77)
    for _ in 0..<200 {
      let polygon = shapes.polygon(family)
      let lines = LineColumn((0..<8).map { _ in [shapes.line(near: polygon)] })
      let asPolygon = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar)
        .cut(lines)
      let asLine = try await LineOverlay(LineColumn([polygon[0]]), measuredBy: .planar)
        .contacts(of: lines)
      for row in 0..<lines.count {
        let expected = asPolygon.contacts.filter { $0.line == row }
        let found = asLine.filter { $0.line == row }
        // Counted, not compared in order: a run over the ends of a closed line starts elsewhere.
        let isEqual =
          expected.count == found.count
          && expected.count { $0.kind != .touch } == found.count(where: \.isCrossing)
          && abs(
            asPolygon.pieces.filter { $0.line == row && $0.place == .boundary }.map(\.length)
              .reduce(0, +) - found.map(\.length).reduce(0, +)) < 1e-9
        #expect(isEqual, "\(lines.paths.positions(of: row)) \(polygon) \(expected) \(found)")
        if !isEqual { return }
      }
    }
  }
}
