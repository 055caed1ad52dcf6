import Geometry
import TestSupport
import Testing

@Test(arguments: UInt64(1)...6)
func `places on a segment are ordered as their exact fractions are`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let size = seed % 2 == 0 ? 6 : 3000
  func whole() -> Int { Int.random(in: -size...size, using: &random) }
  func position(_ p: (Int, Int)) -> Position { Position(Double(p.0), Double(p.1)) }
  func side(_ a: (Int, Int), _ b: (Int, Int), _ c: (Int, Int)) -> Int128 {
    Int128((a.0 - c.0) * (b.1 - c.1) - (a.1 - c.1) * (b.0 - c.0))
  }
  for _ in 0..<300 {
    let (a, b) = ((whole(), whole()), (whole(), whole()))
    var places: [(place: SegmentPlace, numerator: Int128, denominator: Int128)] = []
    for _ in 0..<40 {
      let (c, d) = ((whole(), whole()), (whole(), whole()))
      guard meeting(position(a), position(b), position(c), position(d)) == .crossing else {
        continue
      }
      let (start, end) = (side(c, d, a), side(c, d, b))
      let sign: Int128 = start > 0 ? 1 : -1
      places.append(
        (
          SegmentPlace(edge: position(c), position(d), across: position(a), position(b)),
          sign * start, sign * (start - end)
        ))
    }
    for p in places {
      #expect(abs(p.place.fraction - Double(p.numerator) / Double(p.denominator)) < 1e-13)
      for q in places {
        let difference = p.numerator * q.denominator - q.numerator * p.denominator
        let expected = difference == 0 ? 0 : (difference < 0 ? -1 : 1)
        #expect(p.place.order(against: q.place, along: position(a), position(b)) == expected)
      }
    }
  }
}

@Test func `a vertex and a crossing at the same place are equal, and their neighbours are not`() {
  let (a, b) = (Position(0, 0), Position(9, 3))
  let vertex = SegmentPlace(vertex: Position(3, 1), on: a, b)
  let through = SegmentPlace(edge: Position(1, 2), Position(5, 0), across: a, b)
  #expect(vertex.order(against: through, along: a, b) == 0)
  #expect(through.order(against: vertex, along: a, b) == 0)
  let before = SegmentPlace(edge: Position(1, 2), Position(5, 0.nextDown), across: a, b)
  #expect(before.order(against: vertex, along: a, b) == -1)
  #expect(vertex.order(against: before, along: a, b) == 1)
}

@Test func `an edge shared by two polygons yields the same bits in both directions`() {
  let (a, b) = (Position(0.1, 0.7), Position(9.3, 3.1))
  let (c, d) = (Position(1.3, 2.2), Position(5.7, -0.4))
  let place = SegmentPlace(edge: c, d, across: a, b)
  #expect(place.position == SegmentPlace(edge: d, c, across: a, b).position)
  #expect(place.fraction == SegmentPlace(edge: d, c, across: a, b).fraction)
}
