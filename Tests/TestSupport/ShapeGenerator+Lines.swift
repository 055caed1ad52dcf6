import Geometry

extension ShapeGenerator {
  /// A line made to be awkward for a polygon, on the lattice or on halves and quarters of it.
  package mutating func awkwardLine(near polygon: [[[Position]]]) -> [Position] {
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: line(near: polygon)
    case 2, 3: follower(of: polygon, vertices: 2...12)
    case 4: grazer(of: polygon)
    default: spikes(near: polygon)
    }
  }

  /// Follows a ring for a while, in either direction: leaves and rejoins it, stops in the middle of
  /// edges, leaves vertices out and turns back.
  package mutating func follower(of polygon: [[[Position]]], vertices: ClosedRange<Int>)
    -> [Position]
  {
    let ring = Array((polygon.flatMap(\.self).randomElement(using: &random) ?? []).dropLast())
    let start = Int.random(in: 0..<ring.count, using: &random)
    let step = Bool.random(using: &random) ? 1 : ring.count - 1
    var line: [Position] = []
    for index in 0..<Int.random(in: vertices, using: &random) {
      let vertex = ring[(start + index * step) % ring.count]
      let before = line.last ?? vertex
      switch Int.random(in: 0..<14, using: &random) {
      case 0: line.append(Position(vertex.x + whole(-3...3), vertex.y + whole(-3...3)))
      case 1, 2: line += [middle(before, vertex), vertex]
      case 3: line += [vertex, middle(before, vertex), vertex]
      case 4: line += [vertex, before, vertex]
      case 5: break
      default: line.append(vertex)
      }
    }
    while line.count < 2 { line.append(Position(whole(-11...11), whole(-11...11))) }
    return line
  }

  /// Goes straight through vertices, from one lattice position to its mirror image.
  private mutating func grazer(of polygon: [[[Position]]]) -> [Position] {
    let corners = polygon.flatMap(\.self).flatMap(\.self)
    var line = [Position(whole(-11...11), whole(-11...11))]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard let last = line.last, let vertex = corners.randomElement(using: &random) else { break }
      line.append(Position(2 * vertex.x - last.x, 2 * vertex.y - last.y))
      if Bool.random(using: &random) { line.append(Position(whole(-11...11), whole(-11...11))) }
    }
    return line
  }

  /// Turns back again and again, all the way or half of it.
  private mutating func spikes(near polygon: [[[Position]]]) -> [Position] {
    let corners = polygon.flatMap(\.self).flatMap(\.self)
    var line: [Position] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let isCorner = Bool.random(using: &random)
      let lattice = Position(whole(-11...11), whole(-11...11))
      let next = isCorner ? corners.randomElement(using: &random) ?? lattice : lattice
      let before = line.last ?? Position(whole(-11...11), whole(-11...11))
      line +=
        Bool.random(using: &random)
        ? [before, next, before] : [before, next, middle(before, next)]
    }
    return line
  }

  private func middle(_ a: Position, _ b: Position) -> Position {
    // Never finer than quarters, so that all coordinates are whole numbers of them.
    func half(_ x: Double) -> Double { (2 * x).rounded() / 4 }
    return Position(half(a.x + b.x), half(a.y + b.y))
  }

  /// A line on the lattice some of whose vertices are very far away, often straight through a vertex
  /// of the polygon.
  package mutating func farLine(near polygon: [[[Position]]]) -> [Position] {
    let corners = polygon.flatMap(\.self).flatMap(\.self)
    var line = [Position(whole(-11...11), whole(-11...11))]
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let exponent = Bool.random(using: &random) ? 45...49 : 4...44
      let factor = Double(
        sign: .plus, exponent: Int.random(in: exponent, using: &random), significand: 1)
      let (x, y) = (whole(-9...9), whole(-9...9))
      switch Int.random(in: 0..<3, using: &random) {
      case 0: line.append(Position(64 * factor * x, 64 * factor * y))
      case 1:
        guard let v = corners.randomElement(using: &random) else { break }
        line.append(Position(v.x + factor * x, v.y + factor * y))
        line.append(Position(v.x - factor * x, v.y - factor * y))
      default: line.append(Position(factor * x, y))
      }
      if Bool.random(using: &random) { line.append(Position(whole(-11...11), whole(-11...11))) }
    }
    return line
  }

  /// Moves some ordinates by the last bit; those near 0 stay, so that all are multiples of 2⁻⁵³.
  package mutating func nudge(_ line: [Position]) -> [Position] {
    func nudged(_ x: Double) -> Double {
      guard x.magnitude >= 1 else { return x }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: return x.nextUp
      case 1: return x.nextDown.magnitude >= 1 ? x.nextDown : x
      default: return x
      }
    }
    return line.map { Position(nudged($0.x), nudged($0.y)) }
  }

  /// Nudges a ring, which stays closed.
  package mutating func nudge(ring: [Position]) -> [Position] {
    let open = nudge(Array(ring.dropLast()))
    return open + open.prefix(1)
  }
}
