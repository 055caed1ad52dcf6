import Geometry
import Overlay
import PROJBridge
import TestSupport
import Testing

@Suite("Chainage")
struct ChainageTests {
  static let lines = LineColumn([
    [path((0, 0), (3, 4), (3, 4), (3, 10))], [],
    [path((1, 1), (1, 3)), path((100, 0)), path((50, 0), (50, 5))],
  ])

  private func place(_ segment: Int, _ fraction: Double, _ x: Double, _ y: Double) -> CutPosition {
    CutPosition(segment: segment, fraction: fraction, position: Position(x, y))
  }

  @Test func `chainage starts at nothing with every line and runs on over its paths`() {
    let chainage = Chainage(Self.lines, by: .planar)
    #expect((0..<9).map(chainage.value(ofVertex:)) == [0, 5, 5, 11, 0, 2, 2, 2, 7])
    #expect(chainage.lengths == [11, 0, 7])
  }

  @Test func `a place between vertices is measured from the vertex before it`() {
    let chainage = Chainage(Self.lines, by: .planar)
    #expect(chainage.value(at: place(0, 0, 0, 0)) == 0)
    #expect(chainage.value(at: place(0, 0.6, 1.8, 2.4)) == 3)
    #expect(chainage.value(at: place(0, 1, 3, 4)) == 5)
    #expect(chainage.value(at: place(2, 0.5, 3, 7)) == 8)
    #expect(chainage.value(at: place(7, 0.2, 50, 1)) == 3)
    #expect(chainage.value(at: place(7, 1, 50, 5)) == 7)
  }

  @Test func `the length between two places is that of the piece`() {
    let chainage = Chainage(Self.lines, by: .planar)
    let places = [
      place(0, 0, 0, 0), place(0, 0.6, 1.8, 2.4), place(0, 1, 3, 4), place(1, 0, 3, 4),
      place(2, 0, 3, 4), place(2, 0.5, 3, 7), place(2, 1, 3, 10),
    ]
    let expected = [0.0, 3, 5, 5, 5, 8, 11]
    for to in places.indices {
      for from in 0...to {
        let length = chainage.length(from: places[from], to: places[to])
        #expect(abs(length - (expected[to] - expected[from])) < 1e-14, "\(from) to \(to)")
      }
    }
  }

  /// Cutting a line anywhere must neither add nor lose length. Straight edges are no geodesics, so
  /// that only edges along meridians may be cut in the middle.
  @Test(arguments: UInt64(1)...4)
  func `the lengths of the parts add up to the line, on the ellipsoid too`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let line = (0..<40).map { Position(61, Double($0) + Double.random(in: 0..<1, using: &random)) }
    let chainage = Chainage(LineColumn([[line]]), by: .geodesic)
    let ordinates = line.flatMap { [$0.x, $0.y] }
    let whole = Geodesic.wgs84.length(of: ordinates.span)
    #expect(abs(chainage.lengths[0] - whole) < 1e-6)
    var places = (0..<100).map { _ in randomPlace(on: line, &random) }
    places += [place(0, 0, line[0].x, line[0].y), place(38, 1, line[39].x, line[39].y)]
    places.sort { $0.isBefore($1) }
    var sum = 0.0
    for index in 1..<places.count {
      let (from, to) = (places[index - 1], places[index])
      let length = chainage.length(from: from, to: to)
      #expect(abs(length - chainage.value(at: to) + chainage.value(at: from)) < 1e-6)
      sum += length
    }
    #expect(abs(sum - whole) < 1e-6)
  }

  private func randomPlace(on line: [Position], _ random: inout SeededGenerator) -> CutPosition {
    let segment = Int.random(in: 0..<line.count - 1, using: &random)
    let fraction = Double(Int.random(in: 0...4, using: &random)) / 4
    let (a, b) = (line[segment], line[segment + 1])
    let y = fraction == 1 ? b.y : a.y + fraction * (b.y - a.y)
    return place(segment, fraction, a.x, y)
  }
}
