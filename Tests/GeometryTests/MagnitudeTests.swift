import Geometry
import TestSupport
import Testing

/// Powers of two from the least to the greatest ordinates; those of 1e-300 and 1e300 among them.
private let exponents = [
  -1074, -1060, -1022, -996, -700, -530, -400, 300, 480, 520, 700, 990, 1015,
]

private func scaled(_ x: Int, _ y: Int, _ exponent: Int) -> Position {
  Position(
    Double(sign: .plus, exponent: exponent, significand: Double(x)),
    Double(sign: .plus, exponent: exponent, significand: Double(y)))
}

@Test(arguments: exponents)
func `orientation is exact at every magnitude`(exponent: Int) {
  var random = SeededGenerator(seed: 51)
  var wrong: [String] = []
  for round in 0..<2000 {
    let size = round % 2 == 0 ? 3 : 200
    func whole() -> Int { Int.random(in: -size...size, using: &random) }
    let (a, b, c) = ((whole(), whole()), (whole(), whole()), (whole(), whole()))
    let expected = ((a.0 - c.0) * (b.1 - c.1) - (a.1 - c.1) * (b.0 - c.0)).signum()
    let (p, q, r) = (
      scaled(a.0, a.1, exponent), scaled(b.0, b.1, exponent), scaled(c.0, c.1, exponent)
    )
    if orientation(p, q, r) != expected || orientation(q, p, r) != -expected {
      wrong.append("\(a) \(b) \(c)")
    }
  }
  #expect(wrong.isEmpty)
}

/// A line from far in the west to far in the east is as high in the middle as the mean of its ends.
@Test(arguments: [0, 60, 900, 1023], [-1074, -1000, -500, 0])
func `orientation is exact for magnitudes far apart`(large: Int, small: Int) {
  var random = SeededGenerator(seed: 52)
  var wrong: [String] = []
  for _ in 0..<300 {
    func whole() -> Int { Int.random(in: -9...9, using: &random) }
    let (west, east, middle) = (whole(), whole(), whole())
    func position(_ x: Int, _ y: Int, turned: Bool) -> Position {
      let (x, y) = (scaled(x, 0, large).x, scaled(0, y, small).y)
      return turned ? Position(-y, x) : Position(x, y)
    }
    let expected = (2 * middle - west - east).signum()
    for turned in [false, true] {
      let a = position(-1, west, turned: turned)
      let b = position(1, east, turned: turned)
      let c = position(0, middle, turned: turned)
      if orientation(a, b, c) != expected || orientation(b, c, a) != expected
        || orientation(c, a, b) != expected || orientation(c, b, a) != -expected
      {
        wrong.append("\(west) \(east) \(middle)")
      }
    }
  }
  #expect(wrong.isEmpty)
}

@Test func `orientation is exact where only one product underflows or overflows`() {
  let (tiny, huge) = (Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude)
  // tiny² against 0 and against itself, huge² against itself.
  #expect(orientation(Position(tiny, 0), Position(0, tiny), Position(0, 0)) == 1)
  #expect(orientation(Position(0, tiny), Position(tiny, 0), Position(0, 0)) == -1)
  #expect(orientation(Position(tiny, tiny), Position(3 * tiny, 3 * tiny), Position(0, 0)) == 0)
  #expect(orientation(Position(huge, huge), Position(-huge, -huge), Position(0, 0)) == 0)
  #expect(orientation(Position(huge, -huge), Position(-huge, huge.nextDown), Position(0, 0)) == -1)
  #expect(orientation(Position(-huge, 0), Position(huge, 0), Position(0, tiny)) == 1)
  #expect(orientation(Position(-huge, 1), Position(huge, -1), Position(tiny, 0)) == 1)
  #expect(orientation(Position(-huge, 1), Position(huge, -1), Position(-tiny, 0)) == -1)
}

@Test(arguments: exponents)
func `places on a segment have the same fractions at every magnitude`(exponent: Int) {
  var random = SeededGenerator(seed: 53)
  var wrong: [String] = []
  for round in 0..<400 {
    let size = round % 2 == 0 ? 4 : 200
    func whole() -> Int { Int.random(in: -size...size, using: &random) }
    let (a, b) = ((whole(), whole()), (whole(), whole()))
    var places: [(one: SegmentPlace, scaled: SegmentPlace)] = []
    for _ in 0..<6 {
      let (c, d) = ((whole(), whole()), (whole(), whole()))
      func place(_ exponent: Int) -> SegmentPlace? {
        let (a, b) = (scaled(a.0, a.1, exponent), scaled(b.0, b.1, exponent))
        let (c, d) = (scaled(c.0, c.1, exponent), scaled(d.0, d.1, exponent))
        guard a != b && c != d && meeting(a, b, c, d) == .crossing else { return nil }
        return SegmentPlace(edge: c, d, across: a, b)
      }
      if let one = place(0), let scaled = place(exponent) { places.append((one, scaled)) }
    }
    for p in places {
      if p.one.fraction != p.scaled.fraction { wrong.append("\(a) \(b) \(p)") }
      for q in places {
        let expected = p.one.order(
          against: q.one, along: scaled(a.0, a.1, 0), scaled(b.0, b.1, 0))
        let found = p.scaled.order(
          against: q.scaled, along: scaled(a.0, a.1, exponent), scaled(b.0, b.1, exponent))
        if found != expected { wrong.append("\(a) \(b) \(p) \(q)") }
      }
    }
  }
  #expect(wrong.isEmpty)
}

/// Edges that stand upright on a line at places that only a fraction of 2⁻¹⁰⁰⁰ tells apart.
@Test func `places on a segment are in order for magnitudes far apart`() {
  let (a, b) = (Position(-0x1p900, 0), Position(0x1p900, 0x1p-900))
  func upright(_ x: Double) -> SegmentPlace {
    SegmentPlace(edge: Position(x, -1), Position(x, 1), across: a, b)
  }
  let leaning = SegmentPlace(edge: Position(-1, -0x1p-1000), Position(1, 0x1p-899), across: a, b)
  let (west, east) = (upright(0), upright(0x1p-1000))
  #expect(west.fraction == 0.5 && east.fraction == 0.5 && leaning.fraction == 0.5)
  #expect(west.order(against: east, along: a, b) == -1)
  #expect(east.order(against: west, along: a, b) == 1)
  #expect(west.order(against: west, along: a, b) == 0)
  #expect(leaning.order(against: upright(-1), along: a, b) == 1)
  #expect(upright(1).order(against: leaning, along: a, b) == 1)
  #expect(west.position == Position(0, 0x1p-901))
}

@Test func `a segment of the greatest extent has places`() {
  let huge = Double.greatestFiniteMagnitude
  let (a, b) = (Position(-huge, -huge), Position(huge, huge))
  let vertex = SegmentPlace(vertex: Position(huge / 2, huge / 2), on: a, b)
  #expect(vertex.fraction == 0.75)
  let edge = SegmentPlace(edge: Position(-1, 1), Position(1, -1), across: a, b)
  #expect(edge.fraction == 0.5 && edge.position == Position(0, 0))
  #expect(edge.order(against: vertex, along: a, b) == -1)
}
