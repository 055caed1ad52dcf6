import Geometry
import Overlay

/// A second, plain implementation of lines against lines for whole-number coordinates without
/// repeated vertices, in exact fractions.
///
/// Every segment is compared with every other. What two segments share is a point or a straight
/// stretch in the plane of the places along both lines, counted in segments; what hangs together in
/// that plane is one contact. Whether one line passes the other there is decided by moving it a
/// little: the crossings that then lie near the contact, counted by their direction, add up to one
/// in a crossing and to none in a touch.
struct LineOracle {
  /// A contact: what the segments share, and what it amounts to.
  struct Contact {
    /// Nil where a closed line meets itself in its first vertex: which strand comes first there
    /// changes on the way.
    var kind: LineContact.Kind?
    var length = 0.0
    fileprivate var shares: [Share]
    fileprivate var hasEnd = false
    fileprivate var turn = 0
  }

  /// What two segments share: from a place on both lines to another, or the same.
  struct Share {
    var from: (Double, Double)
    var to: (Double, Double)
    fileprivate var keys: [Key]
    var length: Double
    var hasEnd: Bool
  }

  fileprivate typealias Whole = (x: Int128, y: Int128)

  /// A place of both lines, exactly.
  fileprivate struct Key: Hashable {
    var first: Fraction
    var second: Fraction
  }

  fileprivate struct Fraction: Hashable {
    var numerator: Int128
    var denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128) {
      let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
      let sign: Int128 = denominator < 0 ? -1 : 1
      self.numerator = sign * numerator / Int128(divisor)
      self.denominator = sign * denominator / Int128(divisor)
    }

    private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
      var (a, b) = (a, b)
      while b != 0 { (a, b) = (b, a % b) }
      return max(a, 1)
    }

    var value: Double { Double(numerator) / Double(denominator) }

    func isLess(_ other: Fraction) -> Bool {
      numerator * other.denominator < other.numerator * denominator
    }
  }

  /// The contacts, in no particular order.
  private(set) var contacts: [Contact] = []
  /// Whether both lines turn back on themselves in one place, where what goes on into what is a
  /// matter of taste.
  private(set) var isAmbiguous = false
  private let a: [Whole]
  private let b: [Whole]
  private let isSelf: Bool
  private let isClosed: (Bool, Bool)

  /// Compares two lines.
  init(_ a: [Position], _ b: [Position]) { self.init(a, b, isSelf: false) }

  /// Compares a line with itself.
  init(_ a: [Position]) { self.init(a, a, isSelf: true) }

  private init(_ a: [Position], _ b: [Position], isSelf: Bool) {
    self.a = a.map { (Int128($0.x), Int128($0.y)) }
    self.b = b.map { (Int128($0.x), Int128($0.y)) }
    self.isSelf = isSelf
    isClosed = (a.first == a.last, b.first == b.last)
    join(shares())
    for i in 0..<a.count - 1 {
      for j in 0..<b.count - 1 { addMovedCrossing(i, j) }
    }
    for index in contacts.indices where !contacts[index].hasEnd {
      let hasSeam = contacts[index].shares.contains {
        $0.keys.contains { $0.first == Fraction(0, 1) }
      }
      if isSelf && hasSeam {
        contacts[index].kind = nil
        continue
      }
      let turn = contacts[index].turn
      contacts[index].kind = turn > 0 ? .toRight : (turn < 0 ? .toLeft : .touch)
    }
  }

  // MARK: What segments share

  private func shares() -> [Share] {
    (0..<a.count - 1).flatMap { i in
      ((isSelf ? i + 1 : 0)..<b.count - 1).compactMap { share(i, $0) }
    }
  }

  private func share(_ i: Int, _ j: Int) -> Share? {
    let r = (x: a[i + 1].x - a[i].x, y: a[i + 1].y - a[i].y)
    let q = (x: b[j + 1].x - b[j].x, y: b[j + 1].y - b[j].y)
    let w = (x: b[j].x - a[i].x, y: b[j].y - a[i].y)
    let cross = r.x * q.y - r.y * q.x
    if cross != 0 {
      let place = (
        Fraction(w.x * q.y - w.y * q.x, cross), Fraction(w.x * r.y - w.y * r.x, cross)
      )
      guard [place.0, place.1].allSatisfy({ $0.numerator >= 0 && $0.numerator <= $0.denominator })
      else { return nil }
      return share(i, j, place, place, 0)
    }
    guard w.x * r.y == w.y * r.x else { return nil }
    // On one line: the ends of each that lie on the other, in order along the first.
    let (rr, qq) = (r.x * r.x + r.y * r.y, q.x * q.x + q.y * q.y)
    let onFirst = [w, (x: w.x + q.x, y: w.y + q.y)].map { Fraction($0.x * r.x + $0.y * r.y, rr) }
    let onSecond = [w, (x: w.x - r.x, y: w.y - r.y)].map { Fraction(-$0.x * q.x - $0.y * q.y, qq) }
    let ends = [
      (onFirst[0], Fraction(0, 1)), (onFirst[1], Fraction(1, 1)), (Fraction(0, 1), onSecond[0]),
      (Fraction(1, 1), onSecond[1]),
    ].filter { end in
      [end.0, end.1].allSatisfy { $0.numerator >= 0 && $0.numerator <= $0.denominator }
    }.sorted { $0.0.isLess($1.0) }
    guard let from = ends.first, let to = ends.last else { return nil }
    let length = (Double(rr)).squareRoot() * (to.0.value - from.0.value)
    return share(i, j, from, to, length)
  }

  private func share(
    _ i: Int, _ j: Int, _ from: (Fraction, Fraction), _ to: (Fraction, Fraction), _ length: Double
  ) -> Share? {
    let keys = (length == 0 ? [from] : [from, to]).map { key(i, j, $0) }
    // A line meets itself at every vertex.
    if isSelf && length == 0 && keys[0].first == keys[0].second { return nil }
    return Share(
      from: (Double(i) + from.0.value, Double(j) + from.1.value),
      to: (Double(i) + to.0.value, Double(j) + to.1.value), keys: keys, length: length,
      hasEnd: keys.contains { key in
        (!isClosed.0 && isEnd(key.first, a.count - 1))
          || (!isClosed.1 && isEnd(key.second, b.count - 1))
          || (isSelf && key.first == key.second)
      })
  }

  private func isEnd(_ place: Fraction, _ count: Int) -> Bool {
    place == Fraction(0, 1) || place == Fraction(Int128(count), 1)
  }

  private func key(_ i: Int, _ j: Int, _ place: (Fraction, Fraction)) -> Key {
    func along(_ segment: Int, _ place: Fraction, _ count: Int, _ isClosed: Bool) -> Fraction {
      let whole = Fraction(
        Int128(segment) * place.denominator + place.numerator, place.denominator)
      return isClosed && whole == Fraction(Int128(count), 1) ? Fraction(0, 1) : whole
    }
    let key = Key(
      first: along(i, place.0, a.count - 1, isClosed.0),
      second: along(j, place.1, b.count - 1, isClosed.1))
    return isSelf && key.second.isLess(key.first)
      ? Key(first: key.second, second: key.first) : key
  }

  // MARK: What hangs together

  private mutating func join(_ shares: [Share]) {
    var groups: [Key: Int] = [:]
    var links: [Key: Int] = [:]
    for share in shares {
      if share.length > 0 { for key in share.keys { links[key, default: 0] += 1 } }
      var joined = Contact(kind: .touch, shares: [share])
      let found = Set(share.keys.compactMap { groups[$0] })
      for group in found {
        joined.shares += contacts[group].shares
        contacts[group].shares = []
      }
      for key in joined.shares.flatMap(\.keys) { groups[key] = contacts.count }
      contacts.append(joined)
    }
    isAmbiguous = links.values.contains { $0 > 2 }
    contacts.removeAll { $0.shares.isEmpty }
    for index in contacts.indices {
      contacts[index].length = contacts[index].shares.map(\.length).reduce(0, +)
      contacts[index].hasEnd = contacts[index].shares.contains(where: \.hasEnd)
    }
  }

  // MARK: Whether it passes

  /// Where segment `i`, moved a little, crosses segment `j`: counts for the contact next to it.
  private mutating func addMovedCrossing(_ i: Int, _ j: Int) {
    if isSelf && i == j { return }
    let scale: Int128 = 1_000_000_000_000
    // A direction that no segment of the lattice has.
    func moved(_ p: Whole) -> Whole { (p.x * scale + 70_001, p.y * scale + 30) }
    let (from, to) = (moved(a[i]), moved(a[i + 1]))
    let (c, d) = (
      (x: b[j].x * scale, y: b[j].y * scale), (x: b[j + 1].x * scale, y: b[j + 1].y * scale)
    )
    let r = (x: to.x - from.x, y: to.y - from.y)
    let q = (x: d.x - c.x, y: d.y - c.y)
    let w = (x: c.x - from.x, y: c.y - from.y)
    let cross = Double(r.x * q.y - r.y * q.x)
    guard cross != 0 else { return }
    let (s, t) = (Double(w.x * q.y - w.y * q.x) / cross, Double(w.x * r.y - w.y * r.x) / cross)
    guard s >= 0 && s <= 1 && t >= 0 && t <= 1 else { return }
    let place = (Double(i) + s, Double(j) + t)
    let distances = contacts.map { contact in
      contact.shares.map { distance(of: place, to: $0) }.min() ?? .infinity
    }
    guard let least = distances.min(), let index = distances.firstIndex(of: least), least < 0.001
    else { return }
    // A line that comes from the left of another sees it run to its own left.
    contacts[index].turn += cross > 0 ? 1 : -1
  }

  /// How far a place lies from what two segments share, in the plane of the places along both.
  private func distance(of place: (Double, Double), to share: Share) -> Double {
    let (dx, dy) = (share.to.0 - share.from.0, share.to.1 - share.from.1)
    let square = dx * dx + dy * dy
    var least = Double.infinity
    for turn in isClosed.0 ? -1...1 : 0...0 {
      for otherTurn in isClosed.1 ? -1...1 : 0...0 {
        let x = place.0 - share.from.0 + Double(turn * (a.count - 1))
        let y = place.1 - share.from.1 + Double(otherTurn * (b.count - 1))
        let along = square > 0 ? min(max((x * dx + y * dy) / square, 0), 1) : 0
        let (ex, ey) = (x - along * dx, y - along * dy)
        least = min(least, ex * ex + ey * ey)
      }
    }
    return least.squareRoot()
  }

  /// Whether contacts are those of the oracle, one to one: the same places, kinds and lengths. The
  /// columns of the lines hold them from the vertices `starts` on.
  func agrees(with found: [LineContact], startingAt starts: (Int, Int) = (0, 0)) -> Bool {
    guard found.count == contacts.count else { return false }
    return contacts.allSatisfy { expected in
      let same = found.filter { holds(expected, $0.from, $0.otherFrom, starts) }
      return same.count == 1 && same[0].kind == expected.kind ?? same[0].kind
        && abs(same[0].length - expected.length) < 1e-9 * (1 + expected.length)
        && holds(expected, same[0].to, same[0].otherTo, starts)
    }
  }

  /// Whether a contact holds a place of both lines.
  private func holds(
    _ contact: Contact, _ first: CutPosition, _ second: CutPosition, _ starts: (Int, Int)
  ) -> Bool {
    let place = (
      Double(first.segment - starts.0) + first.fraction,
      Double(second.segment - starts.1) + second.fraction
    )
    return contact.shares.contains { share in
      distance(of: place, to: share) < 1e-9
        || (isSelf && distance(of: (place.1, place.0), to: share) < 1e-9)
    }
  }
}
