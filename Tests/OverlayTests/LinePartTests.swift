import Geometry
import Overlay
import TestSupport
import Testing

private func place(_ lines: LineColumn, _ segment: Int, _ fraction: Double) -> CutPosition {
  let (a, b) = (lines.paths.position(at: segment), lines.paths.position(at: segment + 1))
  let position =
    switch fraction {
    case 0: a
    case 1: b
    default: Position(a.x + fraction * (b.x - a.x), a.y + fraction * (b.y - a.y))
    }
  return CutPosition(segment: segment, fraction: fraction, position: position)
}

@Suite("Parts of lines as geometry")
struct LinePartTests {
  static let lines = LineColumn([
    [path((9, 9), (9, 8))], [path((0, 0), (10, 0), (10, 0), (10, 10)), path((20, 0), (30, 0))],
  ])

  /// From and to as segment and fraction; the line starts at vertex 2.
  @Test(arguments: [
    ((2, 0.25), (2, 0.5), path((2.5, 0), (5, 0))),
    ((2, 0.5), (4, 0.5), path((5, 0), (10, 0), (10, 5))),
    ((2, 0), (4, 1), path((0, 0), (10, 0), (10, 10))),
    ((2, 0), (3, 0), path((0, 0), (10, 0))),
    ((2, 0), (4, 0), path((0, 0), (10, 0))),
    ((3, 0), (4, 1), path((10, 0), (10, 10))),
    ((4, 0), (4, 0.1), path((10, 0), (10, 1))),
    ((6, 0.1), (6, 1), path((21, 0), (30, 0))),
  ])
  func `a part runs from cut to cut over the vertices between`(
    from: (Int, Double), to: (Int, Double), expected: [Position]
  ) {
    var parts = LineColumn()
    parts.append(
      LinePart(from: place(Self.lines, from.0, from.1), to: place(Self.lines, to.0, to.1)),
      of: Self.lines)
    #expect(parts.count == 1)
    #expect(parts.paths.positions(of: 0) == expected)
  }

  /// The geometry of a piece is as long as the piece says, and lies where its ends are.
  @Test(arguments: ShapeGenerator.Family.allCases)
  func `pieces as geometry are as long as they say`(family: ShapeGenerator.Family) async throws {
    var shapes = ShapeGenerator(seed: 77)
    for _ in 0..<150 {
      let polygon = shapes.polygon(family)
      let lines = LineColumn(
        (0..<4).map { _ in [shapes.line(near: polygon), shapes.freeLine(across: polygon)] })
      let cuts = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar).cut(lines)
      var parts = LineColumn()
      for piece in cuts.pieces { parts.append(piece.part, of: lines) }
      let chainage = Chainage(parts, by: .planar)
      #expect(parts.count == cuts.pieces.count)
      for (row, piece) in cuts.pieces.enumerated() {
        let positions = parts.paths.positions(of: row)
        #expect(abs(chainage.lengths[row] - piece.length) < 1e-9)
        #expect(positions.first == piece.from.position && positions.last == piece.to.position)
        #expect(positions.count > 1 && !zip(positions, positions.dropFirst()).contains { $0 == $1 })
      }
    }
  }
}
