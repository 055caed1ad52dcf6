import Connectivity
import Geometry
import Overlay
import Testing

/// A closed ring around a box.
func square(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Position] {
  [
    Position(west, south), Position(east, south), Position(east, north), Position(west, north),
    Position(west, south),
  ]
}

extension Chords {
  /// Where the chords start.
  var starts: [Position] { (0..<count).map { lines.paths.position(at: firstVertex(of: $0)) } }

  private func firstVertex(of row: Int) -> Int {
    lines.paths.vertices(of: lines.pathIndices(of: row).lowerBound).lowerBound
  }
}

/// Whether a place lies in rings, by the parity of what a ray to the east meets: plain and slow.
func contains(_ rings: [[Position]], _ place: Position) -> Bool {
  rings.reduce(false) { inside, ring in
    zip(ring, ring.dropFirst()).reduce(inside) { inside, edge in
      let (a, b) = edge
      guard (a.y > place.y) != (b.y > place.y) else { return inside }
      let x = a.x + (b.x - a.x) * (place.y - a.y) / (b.y - a.y)
      return x > place.x ? !inside : inside
    }
  }
}

/// A quantile of the distribution of χ² by the cube root of Wilson and Hilferty: of those that
/// exceed it there is one in a thousand.
func greatestChiSquare(degrees: Int) -> Double {
  let n = Double(degrees)
  let root = 1 - 2 / (9 * n) + 3.0902 * (2 / (9 * n)).squareRoot()
  return n * root * root * root
}

/// Σ (observed − expected)² / expected.
func chiSquare(_ observed: [Int], _ expected: [Double]) -> Double {
  zip(observed, expected).reduce(0) {
    $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1
  }
}

/// Seeded lines and numbers.
struct MovementGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Wandering lines in a box, of two to eight vertices.
  mutating func lines(count: Int, in box: Box, step: Double) -> LineColumn {
    LineColumn(
      (0..<count).map { _ in
        var place = Position(
          Double.random(in: box.minX...box.maxX, using: &random),
          Double.random(in: box.minY...box.maxY, using: &random))
        var line = [place]
        for _ in 0..<Int.random(in: 1...7, using: &random) {
          place.x += Double.random(in: -step...step, using: &random)
          place.y += Double.random(in: -step...step, using: &random)
          line.append(place)
        }
        return [line]
      })
  }

  /// Permeabilities, some of them exactly 0 or 1.
  mutating func permeabilities(count: Int) -> [Double] {
    (0..<count).map { _ in
      min(max(Double.random(in: -0.1...1.1, using: &random), 0), 1)
    }
  }

  /// A Poisson number: how many exponential steps end before the mean.
  mutating func poisson(mean: Double) -> Int {
    var (count, sum) = (0, 0.0)
    while true {
      sum += exponential()
      if sum > mean { return count }
      count += 1
    }
  }

  /// An exponential number of mean 1, by von Neumann's comparison: without a logarithm.
  private mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = Double.random(in: 0..<1, using: &random)
      var (last, length) = (first, 1)
      while true {
        let next = Double.random(in: 0..<1, using: &random)
        if next >= last { break }
        (last, length) = (next, length + 1)
      }
      if length % 2 == 1 { return whole + first }
      whole += 1
    }
  }
}
