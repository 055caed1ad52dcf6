import Foundation
import GEOSBridge
import Geometry
import TestSupport

/// Draws polygons of every kind that a check of validity may meet, most of them on small lattices,
/// where edges lie on each other and rings touch.
struct PolygonGenerator {
  typealias Ring = [Position]
  typealias Part = [Ring]

  var random: SeededGenerator
  private let geos = GEOSContext()

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Returns the parts of one polygon.
  mutating func next() -> [Part] {
    var parts: [Part]
    switch number(0...9) {
    case 0: parts = [[latticeRing()]]
    case 1: parts = (0..<number(1...3)).map { _ in (0..<number(1...4)).map { _ in latticeRing() } }
    case 2: parts = (0..<number(1...4)).map { _ in [rectangle()] + holes() }
    case 3: parts = [[star(), star(), star()].shuffled(using: &random)].map { Array($0.prefix(2)) }
    case 4: parts = [[comb()] + holes()]
    case 5: parts = [[spiral()]]
    case 6, 7: parts = tiles()
    default: parts = repaired()
    }
    for _ in 0..<max(0, number(-2...2)) { mutate(&parts) }
    return parts.map { $0.filter { $0.count > 3 } }.filter { !$0.isEmpty }.map { part in
      part.map { turned($0) }
    }
  }

  /// Returns the same polygon with its parts and holes in another order, and with rings that start
  /// elsewhere and run the other way.
  mutating func redrawn(_ parts: [Part]) -> [Part] {
    parts.shuffled(using: &random).map { part in
      (part.prefix(1) + part.dropFirst().shuffled(using: &random)).map { turned($0) }
    }
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func latticePosition(_ side: Int = 6) -> Position {
    Position(Double(number(0...side)), Double(number(0...side)))
  }

  private mutating func latticeRing() -> Ring {
    let ring = (0..<number(3...7)).map { _ in latticePosition() }
    return ring + [ring[0]]
  }

  private mutating func rectangle(in side: Int = 12) -> Ring {
    let (x, y) = (Double(number(0...side - 2)), Double(number(0...side - 2)))
    let (width, height) = (Double(number(1...side / 2)), Double(number(1...side / 2)))
    return [
      Position(x, y), Position(x + width, y), Position(x + width, y + height),
      Position(x, y + height), Position(x, y),
    ]
  }

  /// Triangles, rectangles and rhombi that may touch in their corners.
  private mutating func holes() -> [Ring] {
    (0..<number(0...4)).map { _ in
      if Bool.random(using: &random) { return rectangle() }
      let (x, y) = (Double(number(1...11)), Double(number(1...11)))
      let corners = [
        Position(x - 1, y), Position(x, y - 1), Position(x + 1, y), Position(x, y + 1),
      ]
      let kept = corners.prefix(number(3...4))
      return kept + [kept[0]]
    }
  }

  /// A ring around the middle without contacts, unless its vertices are put on a lattice.
  private mutating func star() -> Ring {
    let count = number(3...40)
    let step = [0, 0, 0.5, 1][number(0...3)]
    let size = Double.random(in: 3...30, using: &random)
    let ring = (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(count)
      let radius = size * Double.random(in: 0.2...1, using: &random)
      let (x, y) = (radius * cos(angle), radius * sin(angle))
      return step == 0
        ? Position(x, y) : Position((x / step).rounded() * step, (y / step).rounded() * step)
    }
    return ring + [ring[0]]
  }

  /// Teeth from a bar at the top; some end on the lower edge of a hole or in it.
  private mutating func comb() -> Ring {
    var ring = [Position(0, 12)]
    for tooth in 0..<number(1...6) {
      let x = Double(2 * tooth)
      let depth = Double(number(0...10))
      ring += [
        Position(x, depth), Position(x + 1, depth), Position(x + 1, 10), Position(x + 2, 10),
      ]
    }
    ring += [Position(ring[ring.count - 1].x, 12), ring[0]]
    return ring
  }

  /// A band that winds toward the middle, with a free band of the same width between its turns.
  private mutating func spiral() -> Ring {
    var (outer, inner): (Ring, Ring) = ([], [])
    var at = Position(0, 0)
    let turns = number(2...12)
    for turn in 0...turns {
      let (x, y) = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)][turn % 4]
      outer.append(at)
      // Half a band to the left of the way, and at a corner also ahead.
      inner.append(Position(at.x - y + (turn == 0 ? 0 : x), at.y + x + (turn == 0 ? 0 : y)))
      let length = Double(2 * (turns - turn) + 4)
      at = Position(at.x + x * length, at.y + y * length)
    }
    return outer + inner.reversed() + [outer[0]]
  }

  /// A shell with rhombi as holes that touch it and each other in corners, rhombi half as large in
  /// the holes or beside them, as holes and as islands.
  private mutating func tiles() -> [Part] {
    let side = number(1...5)
    let density = Double.random(in: 0.2...0.9, using: &random)
    let end = Double(2 * side)
    var shell = [Position(0, 0), Position(end, 0), Position(end, end), Position(0, end)]
    shell.append(shell[0])
    var parts = [[shell]]
    for column in 0..<side {
      for row in 0..<side where Double.random(in: 0...1, using: &random) < density {
        let (x, y) = (Double(2 * column + 1), Double(2 * row + 1))
        parts[0].append(rhombus(x, y, 1))
        switch number(0...19) {
        case 0...5: parts.append([rhombus(x, y + 0.5 * Double(number(0...1)), 0.5)])
        case 6: parts[0].append(rhombus(x - 0.5 * Double(number(0...1)), y, 0.5))
        case 7: parts.append([rhombus(x + Double(number(0...1)), y + 1, 0.5)])
        default: break
        }
      }
    }
    parts[0][1...].shuffle(using: &random)
    return parts.shuffled(using: &random)
  }

  private func rhombus(_ x: Double, _ y: Double, _ radius: Double) -> Ring {
    [
      Position(x - radius, y), Position(x, y - radius), Position(x + radius, y),
      Position(x, y + radius), Position(x - radius, y),
    ]
  }

  /// What is left of lattice rings after repair: valid polygons whose rings touch often. Rings that
  /// GEOS cannot repair stay as they are.
  private mutating func repaired() -> [Part] {
    let rings = (0..<number(1...4)).map { _ in
      (0..<number(1...5)).map { _ in Bool.random(using: &random) ? latticeRing() : rectangle() }
    }
    var column = GeometryColumn()
    let drawn = PolygonColumn([rings])
    guard let repaired = try? geos.makePolygon(row: 0, of: drawn).madeValid(),
      (try? column.append(repaired, only: .polygon)) != nil, column.polygons.count == 1
    else { return rings }
    let polygons = column.polygons
    return polygons.partIndices(of: 0).map { part in
      polygons.ringIndices(ofPart: part).map { polygons.rings.positions(of: $0) }
    }
  }

  /// Changes one vertex, one ring or the order of rings.
  private mutating func mutate(_ parts: inout [Part]) {
    guard !parts.isEmpty else { return }
    let part = number(0...parts.count - 1)
    let ring = number(0...parts[part].count - 1)
    var open = Array(parts[part][ring].dropLast())
    let vertex = number(0...open.count - 1)
    let all = parts.flatMap { $0.flatMap(\.self) }
    switch number(0...9) {
    case 0: open[vertex] = latticePosition(12)
    case 1: open[vertex] = all[number(0...all.count - 1)]
    case 2: open.insert(open[vertex], at: vertex)
    case 3: open.insert(all[number(0...all.count - 1)], at: vertex)
    case 4: open.remove(at: vertex)
    case 5: open.swapAt(vertex, number(0...open.count - 1))
    case 6: open.insert(contentsOf: [latticePosition(12), open[vertex]], at: vertex + 1)
    case 7:
      let next = open[(vertex + 1) % open.count]
      open.insert(
        Position((open[vertex].x + next.x) / 2, (open[vertex].y + next.y) / 2), at: vertex + 1)
    case 8: parts[number(0...parts.count - 1)].append(parts[part][ring])
    default:
      let moved = parts[part].remove(at: ring)
      if parts[part].isEmpty { parts.remove(at: part) }
      parts.append([moved])
      return
    }
    if open.count > 2 { parts[part][ring] = open + [open[0]] }
  }

  /// The same ring with another start, and perhaps the other way round.
  private mutating func turned(_ ring: Ring) -> Ring {
    guard ring.count > 3 else { return ring }
    let open = Array(ring.dropLast())
    let start = number(0...open.count - 1)
    let turned = Array(open[start...] + open[..<start])
    let closed = turned + [turned[0]]
    return Bool.random(using: &random) ? closed : closed.reversed()
  }
}
