import Foundation
import Geometry

/// Seeded polygons and lines with whole-number coordinates, made to be awkward.
package struct ShapeGenerator {
  package var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What the polygons of a run look like.
  package enum Family: String, CaseIterable, Sendable {
    case star
    case starWithHole
    case comb
    case spiral
    case staircase
    case sliver
    case holes
    case frame
    case tiles
    case tangle

    /// Those that are valid polygons.
    package static let valid = allCases.filter { $0 != .tiles && $0 != .tangle }
  }

  package mutating func polygon(_ family: Family) -> [[[Position]]] {
    switch family {
    case .star:
      [[star(center: (0, 0), radius: 2...9, corners: Int.random(in: 3...12, using: &random))]]
    case .starWithHole: starWithHole()
    case .comb: [[comb(teeth: Int.random(in: 2...6, using: &random))]]
    case .spiral: [[spiral(corners: Int.random(in: 3...10, using: &random))]]
    case .staircase: [[staircase(steps: Int.random(in: 2...8, using: &random))]]
    case .sliver: [[sliver()]]
    case .holes: holes()
    case .frame: frame()
    case .tiles: tiles()
    case .tangle: tangle()
    }
  }

  /// A line on the lattice; half the time it visits vertices and edges of the polygon on purpose.
  package mutating func line(near polygon: [[[Position]]]) -> [Position] {
    let corners = polygon.flatMap(\.self).flatMap(\.self)
    var line: [Position] = []
    for _ in 0..<Int.random(in: 2...7, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1: line.append(corners.randomElement(using: &random) ?? Position(0, 0))
      case 2: if let last = line.last { line.append(last) }
      default: line.append(Position(whole(-11...11), whole(-11...11)))
      }
    }
    if Int.random(in: 0..<5, using: &random) == 0, let first = line.first { line.append(first) }
    while line.count < 2 { line.append(Position(whole(-11...11), whole(-11...11))) }
    return line
  }

  /// A rotation with a scale and a shift, which leaves no position on the lattice.
  package mutating func motion() -> (Position) -> Position {
    let (cosine, sine) = (real(0.2...1), real(0.2...1))
    let (x, y) = (real(40...60), real(40...60))
    return { Position(x + cosine * $0.x - sine * $0.y, y + sine * $0.x + cosine * $0.y) }
  }

  /// A line in general position through the surroundings of a polygon.
  package mutating func freeLine(across polygon: [[[Position]]]) -> [Position] {
    var box = Box.empty
    for corner in polygon.flatMap(\.self).flatMap(\.self) {
      box.formUnion(x: corner.x, y: corner.y)
    }
    let line = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      Position(real(box.minX - 2...box.maxX + 2), real(box.minY - 2...box.maxY + 2))
    }
    return Int.random(in: 0..<5, using: &random) == 0 ? line + line.prefix(1) : line
  }

  /// A box in another one, small or large; often it has a vertex in a corner or no width.
  package mutating func window(in box: Box, _ rings: [[Position]]) -> Box {
    func place() -> Position {
      if Int.random(in: 0..<3, using: &random) == 0,
        let vertex = rings.randomElement(using: &random)?.randomElement(using: &random),
        box.contains(x: vertex.x, y: vertex.y)
      {
        return vertex
      }
      return Position(real(box.minX...box.maxX), real(box.minY...box.maxY))
    }
    let first = place()
    let second = Int.random(in: 0..<8, using: &random) == 0 ? first : place()
    if Bool.random(using: &random) { return Box(around: first, second) }
    let near = Position(
      first.x + (second.x - first.x) / 64, first.y + (second.y - first.y) / 64)
    return Box(around: first, near)
  }

  /// A closed ring around the origin with bays and capes of all sizes.
  package mutating func coast(vertices count: Int) -> [Position] {
    let waves = (1...40).map { ($0, real(-0.3...0.3) / Double($0), real(0...6.3)) }
    let ring = (0..<count).map { vertex in
      let angle = 2 * Double.pi * Double(vertex) / Double(count)
      let radius = waves.reduce(10.0) { $0 + 5 * $1.1 * cos(Double($1.0) * angle + $1.2) }
      return Position(radius * cos(angle), radius * sin(angle))
    }
    return ring + ring.prefix(1)
  }

  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &random)
  }

  package mutating func whole(_ range: ClosedRange<Int>) -> Double {
    Double(Int.random(in: range, using: &random))
  }

  /// Vertices on a lattice sorted by angle around a centre: simple, often with collinear corners.
  private mutating func star(
    center: (Int, Int), radius: ClosedRange<Int>, corners: Int
  ) -> [Position] {
    var seen: [(x: Int, y: Int)] = []
    for _ in 0..<corners * 3 where seen.count < corners {
      let p = (
        x: Int.random(in: -radius.upperBound...radius.upperBound, using: &random),
        y: Int.random(in: -radius.upperBound...radius.upperBound, using: &random)
      )
      guard abs(p.x) + abs(p.y) >= radius.lowerBound else { continue }
      // One vertex a direction, so that no edge runs along a ray from the centre.
      if seen.contains(where: { $0.x * p.y == $0.y * p.x && $0.x * p.x + $0.y * p.y > 0 }) {
        continue
      }
      seen.append(p)
    }
    func half(_ p: (x: Int, y: Int)) -> Int { p.y > 0 || (p.y == 0 && p.x > 0) ? 0 : 1 }
    seen.sort { half($0) != half($1) ? half($0) < half($1) : $0.x * $1.y - $0.y * $1.x > 0 }
    // Without a wide gap the centre is inside and the ring is simple.
    for (p, q) in zip(seen, seen.dropFirst() + seen.prefix(1)) where p.x * q.y - p.y * q.x <= 0 {
      return square(center: center, half: radius.upperBound)
    }
    if seen.count < 3 { return square(center: center, half: radius.upperBound) }
    let ring = seen.map { Position(Double($0.x + center.0), Double($0.y + center.1)) }
    return ring + ring.prefix(1)
  }

  package func square(center: (Int, Int), half: Int) -> [Position] {
    [(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
      Position(Double(center.0 + $0.0 * half), Double(center.1 + $0.1 * half))
    }
  }

  /// A shell of radius 9 around a hole; the hole touches the shell in a corner every other time.
  private mutating func starWithHole() -> [[[Position]]] {
    let shell = square(center: (0, 0), half: 9)
    let touch = whole(-4...4)
    if Bool.random(using: &random) {
      let hole = [
        Position(-9, touch), Position(3, whole(5...8)), Position(whole(-3...3), whole(-8 ... -5)),
      ]
      return [[shell, hole + hole.prefix(1)]]
    }
    return [[shell, star(center: (0, 0), radius: 1...6, corners: 6)]]
  }

  package mutating func comb(teeth: Int) -> [Position] {
    var ring = [Position(-8, -6), Position(-8 + 3 * Double(teeth), -6)]
    for tooth in (0..<teeth).reversed() {
      let x = -8 + 3 * Double(tooth)
      ring.append(Position(x + 2, whole(-3...9)))
      ring.append(Position(x + 1, whole(-3...9)))
      ring.append(Position(x + 1, -5))
      ring.append(Position(x, -5))
    }
    return ring + ring.prefix(1)
  }

  /// A corridor one wide that winds inwards, walked along one wall and back along the other.
  private mutating func spiral(corners: Int) -> [Position] {
    let outer = [
      (-9, -9), (9, -9), (9, 9), (-6, 9), (-6, -6), (6, -6), (6, 6), (-3, 6), (-3, -3), (3, -3),
    ]
    let inner = [
      (-9, -8), (8, -8), (8, 8), (-5, 8), (-5, -5), (5, -5), (5, 5), (-2, 5), (-2, -2), (3, -2),
    ]
    let ring = (outer.prefix(corners) + inner.prefix(corners).reversed()).map {
      Position(Double($0.0), Double($0.1))
    }
    return ring + ring.prefix(1)
  }

  private mutating func staircase(steps: Int) -> [Position] {
    var ring = [Position(-9, -9)]
    var (x, y) = (9.0, -9.0)
    ring.append(Position(x, y))
    for _ in 0..<steps where x > -8 && y < 7 {
      y += whole(1...3)
      ring.append(Position(x, y))
      x = max(x - whole(1...3), -8)
      ring.append(Position(x, y))
    }
    ring.append(Position(-9, y))
    return ring + ring.prefix(1)
  }

  private mutating func sliver() -> [Position] {
    let ring = [
      Position(-10, whole(-2...2)), Position(10, whole(-2...2)), Position(whole(-3...3), 3),
    ]
    return ring + ring.prefix(1)
  }
}
