import Geometry
import Overlay

/// A second, plain implementation for whole-number coordinates, in exact fractions: cuts every
/// segment at every edge, asks for the place between any two cuts, and reads the sequence.
///
/// Coordinates are multiplied by `unit` to become whole; up to 2⁶⁰ is exact. The inside is what an
/// odd number of rings surround; edges that coincide in pairs are no boundary.
struct ExactOracle {
  private typealias Whole = (x: Int128, y: Int128)

  /// An exact fraction along a segment; the denominator is positive.
  private struct Fraction: Comparable {
    var numerator: Int128
    var denominator: Int128

    init(_ numerator: Int128, over denominator: Int128) {
      self.numerator = denominator < 0 ? -numerator : numerator
      self.denominator = denominator < 0 ? -denominator : denominator
    }

    static func < (a: Fraction, b: Fraction) -> Bool {
      compare(a.numerator, b.denominator, b.numerator, a.denominator) < 0
    }

    static func == (a: Fraction, b: Fraction) -> Bool {
      compare(a.numerator, b.denominator, b.numerator, a.denominator) == 0
    }

    var value: Double { Double(numerator) / Double(denominator) }

    /// A fraction between two others.
    static func between(_ a: Fraction, _ b: Fraction) -> Fraction {
      Fraction(a.numerator + b.numerator, over: a.denominator + b.denominator)
    }
  }

  /// An edge as the segment a → b sees it.
  private struct Edge {
    var c: Whole
    var d: Whole
    /// On which side of the edge a lies, and b: twice the areas of the triangles.
    var start: Int128
    var end: Int128
  }

  private let edges: [(c: Position, d: Position)]
  private let unit: Double
  private(set) var inside = 0.0
  private(set) var boundary = 0.0
  private(set) var length = 0.0
  private var greatest = 0.0
  private(set) var crossings = 0
  private(set) var touches = 0

  init(line: [Position], polygon: [[[Position]]], unit: Double = 1) {
    edges = polygon.flatMap(\.self).flatMap { ring in
      zip(ring, ring.dropFirst()).filter { $0 != $1 }.map { (c: $0, d: $1) }
    }
    self.unit = unit
    read(line)
  }

  /// How far a length may be off: a billionth, and what the rounding of cut positions makes.
  var tolerance: Double { 1e-9 * length + 1e-14 * greatest }

  private func whole(_ p: Position) -> Whole { (Int128(p.x * unit), Int128(p.y * unit)) }

  /// a·b against c·d, without overflow.
  private static func compare(_ a: Int128, _ b: Int128, _ c: Int128, _ d: Int128) -> Int {
    let all = a.magnitude | b.magnitude | c.magnitude | d.magnitude
    if all < 1 << 63 {
      let (left, right) = (a * b, c * d)
      return left < right ? -1 : (left == right ? 0 : 1)
    }
    let (left, right) = (a.multipliedFullWidth(by: b), c.multipliedFullWidth(by: d))
    if left.high != right.high { return left.high < right.high ? -1 : 1 }
    return left.low < right.low ? -1 : (left.low == right.low ? 0 : 1)
  }

  private static func side(_ a: Whole, _ b: Whole, _ c: Whole) -> Int128 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// Alternates the places at cuts and the places of the stretches between them.
  private mutating func read(_ line: [Position]) {
    var places: [Place] = []
    for (from, to) in zip(line, line.dropFirst()) where from != to {
      let (a, b) = (whole(from), whole(to))
      let near = edges(beside: from, to)
      let cuts = Self.fractions(a, b, near)
      greatest = max(greatest, from.x.magnitude, from.y.magnitude, to.x.magnitude, to.y.magnitude)
      let (x, y) = (to.x - from.x, to.y - from.y)
      let whole = (x * x + y * y).squareRoot()
      length += whole
      for (first, second) in zip(cuts, cuts.dropFirst()) {
        places.append(Self.place(first, a, b, near))
        let middle = Self.place(Fraction.between(first, second), a, b, near)
        places.append(middle)
        let share = whole * (second.value - first.value)
        if middle == .inside { inside += share }
        if middle == .boundary { boundary += share }
      }
      places.append(Self.place(cuts[cuts.count - 1], a, b, near))
    }
    let count = ContactCount(places, isClosed: line.first == line.last)
    (crossings, touches) = (count.crossings, count.touches)
  }

  /// The edges that are as high as the segment somewhere, and not wholly to the west of it.
  private func edges(beside from: Position, _ to: Position) -> [Edge] {
    let (a, b) = (whole(from), whole(to))
    let (south, north, west) = (min(from.y, to.y), max(from.y, to.y), min(from.x, to.x))
    var near: [Edge] = []
    for (c, d) in edges {
      if c.y < south && d.y < south || c.y > north && d.y > north || c.x < west && d.x < west {
        continue
      }
      let (c, d) = (whole(c), whole(d))
      near.append(Edge(c: c, d: d, start: Self.side(c, d, a), end: Self.side(c, d, b)))
    }
    return near
  }

  /// The ends and all places where an edge meets the segment, sorted, without repetition.
  private static func fractions(_ a: Whole, _ b: Whole, _ edges: [Edge]) -> [Fraction] {
    let ends = [Fraction(0, over: 1), Fraction(1, over: 1)]
    var result = ends
    for edge in edges {
      if edge.start == 0 && edge.end == 0 {
        let isUpright = a.x == b.x
        for p in [edge.c, edge.d] {
          let t = Fraction(
            isUpright ? p.y - a.y : p.x - a.x, over: isUpright ? b.y - a.y : b.x - a.x)
          if ends[0] < t && t < ends[1] { result.append(t) }
        }
      } else if edge.start.signum() * edge.end.signum() <= 0 {
        let (c, d) = (side(a, b, edge.c), side(a, b, edge.d))
        if c.signum() * d.signum() <= 0 {
          result.append(Fraction(edge.start, over: edge.start - edge.end))
        }
      }
    }
    return result.sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }

  /// The place of a + t(b − a).
  private static func place(_ t: Fraction, _ a: Whole, _ b: Whole, _ edges: [Edge]) -> Place {
    /// Whether an ordinate is less or greater than that of the place.
    func compared(_ ordinate: Int128, _ from: Int128, _ to: Int128) -> Int {
      compare(ordinate - from, t.denominator, t.numerator, to - from)
    }
    var isInside = false
    var rays: [Whole] = []
    for edge in edges {
      let (c, d) = (edge.c, edge.d)
      let (cy, dy) = (compared(c.y, a.y, b.y), compared(d.y, a.y, b.y))
      if cy * dy > 0 { continue }
      let side = compare(edge.start, t.denominator, t.numerator, edge.start - edge.end)
      if side == 0 {
        let (cx, dx) = (compared(c.x, a.x, b.x), compared(d.x, a.x, b.x))
        if cx * dx > 0 { continue }
        if cx != 0 || cy != 0 { rays.append((c.x - d.x, c.y - d.y)) }
        if dx != 0 || dy != 0 { rays.append((d.x - c.x, d.y - c.y)) }
      } else if (cy > 0) != (dy > 0) && (side > 0) == (d.y > c.y) {
        isInside.toggle()
      }
    }
    let isOnBoundary = rays.contains { ray in
      rays.count {
        $0.x * ray.y == $0.y * ray.x && $0.x * ray.x + $0.y * ray.y > 0
      } % 2 == 1
    }
    return isOnBoundary ? .boundary : (isInside ? .inside : .outside)
  }
}
