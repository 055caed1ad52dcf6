import Geometry
import Overlay

/// A second, plain implementation for whole-number coordinates, in exact fractions: cuts every
/// segment at every edge, asks for the place of every middle, and reads the sequence.
struct ExactOracle {
  /// An exact fraction along a segment; the denominator is positive.
  private struct Fraction: Comparable {
    var numerator: Int128
    var denominator: Int128

    static func < (a: Fraction, b: Fraction) -> Bool {
      a.numerator * b.denominator < b.numerator * a.denominator
    }

    static func == (a: Fraction, b: Fraction) -> Bool {
      a.numerator * b.denominator == b.numerator * a.denominator
    }

    var value: Double { Double(numerator) / Double(denominator) }

    static func middle(_ a: Fraction, _ b: Fraction) -> Fraction {
      Fraction(
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: 2 * a.denominator * b.denominator)
    }
  }

  typealias Whole = (x: Int128, y: Int128)

  private let edges: [(c: Whole, d: Whole)]
  private(set) var inside = 0.0
  private(set) var boundary = 0.0
  private(set) var crossings = 0
  private(set) var touches = 0

  init(line: [Position], polygon: [[[Position]]]) {
    edges = polygon.flatMap(\.self).flatMap { ring in
      zip(ring, ring.dropFirst()).filter { $0 != $1 }.map { (Self.whole($0), Self.whole($1)) }
    }
    read(line)
  }

  private static func whole(_ p: Position) -> Whole { (Int128(p.x), Int128(p.y)) }

  /// Alternates the places at cuts and the places of the stretches between them.
  private mutating func read(_ line: [Position]) {
    var places: [Place] = []
    for (a, b) in zip(line, line.dropFirst()) where a != b {
      let cuts = fractions(Self.whole(a), Self.whole(b))
      let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      for (from, to) in zip(cuts, cuts.dropFirst()) {
        places.append(place(from, Self.whole(a), Self.whole(b)))
        let middle = place(Fraction.middle(from, to), Self.whole(a), Self.whole(b))
        places.append(middle)
        let share = length * (to.value - from.value)
        if middle == .inside { inside += share }
        if middle == .boundary { boundary += share }
      }
      places.append(place(cuts[cuts.count - 1], Self.whole(a), Self.whole(b)))
    }
    let count = ContactCount(places, isClosed: line.first == line.last)
    (crossings, touches) = (count.crossings, count.touches)
  }

  /// The ends and all places where an edge meets the segment, sorted, without repetition.
  private func fractions(_ a: Whole, _ b: Whole) -> [Fraction] {
    var result = [Fraction(numerator: 0, denominator: 1), Fraction(numerator: 1, denominator: 1)]
    let r = (x: b.x - a.x, y: b.y - a.y)
    for (c, d) in edges {
      let s = (x: d.x - c.x, y: d.y - c.y)
      let w = (x: c.x - a.x, y: c.y - a.y)
      let cross = r.x * s.y - r.y * s.x
      if cross != 0 {
        let sign: Int128 = cross > 0 ? 1 : -1
        let (t, u) = (sign * (w.x * s.y - w.y * s.x), sign * (w.x * r.y - w.y * r.x))
        if t >= 0 && u >= 0 && t <= cross * sign && u <= cross * sign {
          result.append(Fraction(numerator: t, denominator: cross * sign))
        }
      } else if w.x * r.y == w.y * r.x {
        let length = r.x * r.x + r.y * r.y
        for end in [w, (x: d.x - a.x, y: d.y - a.y)] {
          let t = end.x * r.x + end.y * r.y
          if t >= 0 && t <= length { result.append(Fraction(numerator: t, denominator: length)) }
        }
      }
    }
    return result.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The place of a + t(b − a), scaled up to whole numbers. Valid polygons only: a position on an
  /// edge is on the boundary.
  private func place(_ t: Fraction, _ a: Whole, _ b: Whole) -> Place {
    let scale = t.denominator
    let p = (
      x: a.x * scale + t.numerator * (b.x - a.x), y: a.y * scale + t.numerator * (b.y - a.y)
    )
    var isInside = false
    for (from, to) in edges {
      let c = (x: from.x * scale, y: from.y * scale)
      let d = (x: to.x * scale, y: to.y * scale)
      let side = (d.x - c.x) * (p.y - c.y) - (d.y - c.y) * (p.x - c.x)
      if side == 0 && min(c.x, d.x) <= p.x && p.x <= max(c.x, d.x) && min(c.y, d.y) <= p.y
        && p.y <= max(c.y, d.y)
      {
        return .boundary
      }
      if (c.y > p.y) != (d.y > p.y) && (side > 0) == (d.y > c.y) { isInside.toggle() }
    }
    return isInside ? .inside : .outside
  }
}
