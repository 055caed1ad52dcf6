import Geometry
import Overlay

@testable import Permeability

/// Lines in metres to the east and north of 60° E, 45° N.
struct BundleLines {
  /// Metres for a degree of longitude and latitude at 45° N.
  static let (east, north) = (78_846.8, 111_131.8)

  var rows: [[Position]]

  init(_ rows: [[(Double, Double)]]) {
    self.rows = rows.map { $0.map { Position(60 + $0.0 / Self.east, 45 + $0.1 / Self.north) } }
  }

  var column: LineColumn { LineColumn(rows.map { [$0] }) }

  /// The geodesic lengths.
  var lengths: [Double] { Chainage(column, by: .geodesic).lengths }

  func bundles(_ families: [String], _ rule: BundleRule = BundleRule(distance: 500)) -> Bundles {
    Bundles(of: column, families: families, rule: rule)
  }
}

extension Bundles {
  /// For how long a line has another beside it.
  func length(of line: Int, beside other: Int) -> Double {
    stretches(of: line).filter { $0.isBeside(other) }.reduce(0) { $0 + $1.length }
  }
}

/// Seeded lines that run to the east side by side, wander, bend and come in pieces.
struct BundleGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Returns lines with distances of 0 to some hundred metres, some from east to west.
  mutating func lines(count: Int, length: Double = 12_000) -> [[(Double, Double)]] {
    (0..<count).map { number in
      var (x, y) = (Double.random(in: 0...3000, using: &random), Double(number) * 280)
      var line = [(x, y)]
      while x < length {
        let step = Double.random(in: 60...700, using: &random)
        let slope = Double.random(in: -0.5...0.5, using: &random)
        // Back towards its own course, and now and then a steep bend.
        let bend = Double.random(in: 0...1, using: &random) < 0.08 ? 1.5 : 0
        x += step
        y += step * (slope + bend) + 0.3 * (Double(number) * 280 - y)
        line.append((x, y))
      }
      return Bool.random(using: &random) ? line : line.reversed()
    }
  }

  /// Cuts lines in pieces at vertices; returns the pieces with the numbers of their lines.
  mutating func pieces(
    of lines: [[(Double, Double)]]
  ) -> [(line: Int, vertices: [(Double, Double)])] {
    lines.enumerated().flatMap { number, line in
      var pieces: [(Int, [(Double, Double)])] = [(number, [line[0]])]
      for vertex in line.dropFirst() {
        pieces[pieces.count - 1].1.append(vertex)
        if Double.random(in: 0...1, using: &random) < 0.15 { pieces.append((number, [vertex])) }
      }
      return pieces.filter { $0.1.count > 1 }
    }
  }
}
