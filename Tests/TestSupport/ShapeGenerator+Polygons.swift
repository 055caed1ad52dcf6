import Foundation
import Geometry

extension ShapeGenerator {
  /// Unit squares and halves of them, each a part of its own: parts share edges and corners.
  package mutating func tiles() -> [[[Position]]] {
    let size = Int.random(in: 1...4, using: &random)
    var parts: [[[Position]]] = []
    for column in -2..<2 {
      for row in -2..<2 {
        let (x, y) = (Double(column * size), Double(row * size))
        let (east, north) = (x + Double(size), y + Double(size))
        let corners = [
          Position(x, y), Position(east, y), Position(east, north), Position(x, north),
        ]
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: parts.append([corners + corners.prefix(1)])
        case 2: parts.append([corners.dropLast() + corners.prefix(1)])
        default: break
        }
      }
    }
    return parts.isEmpty ? [[square(center: (0, 0), half: size)]] : parts
  }

  /// A square with holes that touch each other and the shell in corners, and a part in a hole.
  package mutating func holes() -> [[[Position]]] {
    let (north, south) = (whole(2...8), whole(-8 ... -2))
    let west = [Position(-9, whole(-2...2)), Position(-4, south), Position(0, 0)]
    let east = [Position(0, 0), Position(4, south), Position(6, north), Position(1, north)]
    let part = [Position(4, south), Position(4, 1), Position(3, 1)]
    var rings = [square(center: (0, 0), half: 9), west + west.prefix(1)]
    if Bool.random(using: &random) { rings.append(east + east.prefix(1)) }
    return rings.count == 3 && north > 2 && Bool.random(using: &random)
      ? [rings, [part + part.prefix(1)]] : [rings]
  }

  /// Sixteen vertices around a square of 32: cells of the index are 1 wide, and every line on the
  /// lattice runs along their borders.
  package mutating func frame() -> [[[Position]]] {
    func side(_ count: Int) -> [Double] {
      var inner: Set<Int> = []
      while inner.count < count { inner.insert(Int.random(in: -15...15, using: &random)) }
      return [-16] + inner.sorted().map(Double.init)
    }
    let hole = [
      Position(-5, whole(-5...1)), Position(5, whole(-5...5)), Position(whole(-4...4), 6),
    ]
    let (south, east, north, west) = (side(2), side(2), side(2), side(1))
    let shell =
      south.map { Position($0, -16) } + east.map { Position(16, $0) }
      + north.map { Position(-$0, 16) } + west.map { Position(-16, -$0) }
    return [[shell + shell.prefix(1), hole + hole.prefix(1)]]
  }

  /// A ring that crosses itself wherever it happens to: no valid polygon, but odd and even hold.
  package mutating func tangle() -> [[[Position]]] {
    let ring = (0..<Int.random(in: 4...8, using: &random)).map { _ in
      Position(whole(-9...9), whole(-9...9))
    }
    return [[ring + ring.prefix(1)]]
  }

  /// A ring like ``coast(vertices:)`` on the lattice, about 10⁶ in radius.
  package mutating func latticeCoast(vertices count: Int) -> [Position] {
    coast(vertices: count).map {
      Position(($0.x * 1e5).rounded(), ($0.y * 1e5).rounded())
    }
  }

  /// A triangle with one long edge through the origin; its other edges are in many pieces.
  package mutating func triangle(vertices count: Int) -> [Position] {
    let half = Double(count / 2)
    let end = Position(whole(1...7), whole(-7...7))
    let corner = Position(whole(-7...7), Bool.random(using: &random) ? 8 : -8)
    func pieces(_ from: Position, _ to: Position) -> [Position] {
      stride(from: 0, to: half, by: 1).map {
        Position(from.x + (to.x - from.x) * $0 / half, from.y + (to.y - from.y) * $0 / half)
      }
    }
    let start = Position(-end.x, -end.y)
    return [start] + pieces(end, corner) + pieces(corner, start) + [start]
  }
}
