import Foundation
import Geometry
import TestSupport
import Testing

@testable import Permeability

/// The same question answered in the simplest way: every sampled place against every segment.
private struct SampledPair {
  static let step = 20.0
  static let (distance, gap, overlap) = (500.0, 500.0, 1000.0)

  /// Samples of one line that have the other beside them, with where on the other.
  private struct Run {
    var from: Double
    var to: Double
    var count = 1
    var faces: Set<Int>
    var length: Double { Double(count) * SampledPair.step }
  }

  private var runs: [[Run]]
  /// Whether a threshold is so near that samples cannot decide.
  private(set) var isUnclear = false

  init(_ a: [Position], _ b: [Position]) {
    runs = [[], []]
    for (side, lines) in [(a, b), (b, a)].enumerated() {
      for (chainage, position, heading) in Self.samples(of: lines.0) {
        let faced = Self.faced(from: position, heading, on: lines.1)
        guard !faced.isEmpty else { continue }
        let blocks = Set(faced.map { Int($0 / Self.step) })
        if let last = runs[side].last, chainage - last.to <= Self.gap + Self.step {
          if chainage - last.to > Self.gap - 2 * Self.step { isUnclear = true }
          runs[side][runs[side].count - 1].to = chainage
          runs[side][runs[side].count - 1].count += 1
          runs[side][runs[side].count - 1].faces.formUnion(blocks)
        } else {
          if let last = runs[side].last, chainage - last.to < Self.gap + 3 * Self.step {
            isUnclear = true
          }
          runs[side].append(Run(from: chainage, to: chainage, faces: blocks))
        }
      }
    }
    for run in runs.joined() where abs(run.length - Self.overlap) < 4 * Self.step {
      isUnclear = true
    }
  }

  /// For how long each line has the other beside it: runs of a kilometre, and runs that face such.
  var lengths: [(length: Double, runs: Int)] {
    var isTaken = runs.map { $0.map { $0.length >= Self.overlap } }
    var isChanging = true
    while isChanging {
      isChanging = false
      for side in 0...1 {
        for (number, run) in runs[side].enumerated() where !isTaken[side][number] {
          let facesTaken = runs[1 - side].indices.contains { other in
            let (from, to) = (runs[1 - side][other].from, runs[1 - side][other].to)
            return isTaken[1 - side][other]
              && run.faces.contains { (from...to).contains(Double($0) * Self.step) }
          }
          if facesTaken { (isTaken[side][number], isChanging) = (true, true) }
        }
      }
    }
    return (0...1).map { side in
      let taken = zip(runs[side], isTaken[side]).filter(\.1).map(\.0)
      return (taken.reduce(0) { $0 + $1.to - $1.from + Self.step }, taken.count)
    }
  }

  /// The middles of steps along a line, with their chainages and the heading there.
  private static func samples(
    of line: [Position]
  ) -> [(Double, Position, (x: Double, y: Double))] {
    var samples: [(Double, Position, (x: Double, y: Double))] = []
    var (start, next) = (0.0, step / 2)
    for (a, b) in zip(line, line.dropFirst()) {
      let way = metres(from: a, to: b)
      let length = hypot(way.x, way.y)
      while next < start + length {
        let t = (next - start) / length
        let position = Position(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
        samples.append((next, position, (way.x / length, way.y / length)))
        next += step
      }
      start += length
    }
    return samples
  }

  /// The chainages of the places on a line that lie across from a position, near enough.
  private static func faced(
    from p: Position, _ heading: (x: Double, y: Double), on line: [Position]
  ) -> [Double] {
    var found: [Double] = []
    var start = 0.0
    for (a, b) in zip(line, line.dropFirst()) {
      let way = metres(from: a, to: b)
      let length = hypot(way.x, way.y)
      defer { start += length }
      // Half the angle between the directions, both taken the same way round.
      let sense = way.x * heading.x + way.y * heading.y < 0 ? -1.0 : 1.0
      let angle = atan2(
        heading.x * way.y * sense - heading.y * way.x * sense,
        heading.x * way.x * sense + heading.y * way.y * sense)
      guard abs(angle) < .pi / 6 else { continue }
      let half = atan2(heading.y, heading.x) + angle / 2
      let along = (x: cos(half), y: sin(half))
      let (toA, toB) = (metres(from: p, to: a), metres(from: p, to: b))
      let (placeA, placeB) = (toA.x * along.x + toA.y * along.y, toB.x * along.x + toB.y * along.y)
      guard placeA * placeB <= 0, placeA != placeB else { continue }
      let t = placeA / (placeA - placeB)
      let across = hypot(toA.x + t * (toB.x - toA.x), toA.y + t * (toB.y - toA.y))
      if across <= distance { found.append(start + t * length) }
    }
    return found
  }

  /// The way between two positions on a sphere-like ellipsoid, scaled at the first.
  private static func metres(from a: Position, to b: Position) -> (x: Double, y: Double) {
    let latitude = a.y * .pi / 180
    let (east, north) = (
      111_412.84 * cos(latitude) - 93.5 * cos(3 * latitude) + 0.118 * cos(5 * latitude),
      111_132.92 - 559.82 * cos(2 * latitude) + 1.175 * cos(4 * latitude)
    )
    return ((b.x - a.x) * east, (b.y - a.y) * north)
  }
}

@Suite("Bundles against samples")
struct BundleOracleTests {
  @Test(arguments: UInt64(1)...6)
  func `stretches are as long as samples say`(seed: UInt64) {
    var generator = BundleGenerator(seed: seed)
    let lines = BundleLines(generator.lines(count: 6))
    let bundles = lines.bundles(lines.rows.indices.map { "\($0)" })
    var (compared, positive) = (0, 0)
    for a in lines.rows.indices {
      for b in lines.rows.indices where a < b {
        let pair = SampledPair(lines.rows[a], lines.rows[b])
        if pair.isUnclear { continue }
        for (expected, (line, other)) in zip(pair.lengths, [(a, b), (b, a)]) {
          let found = bundles.length(of: line, beside: other)
          let tolerance = 2 * SampledPair.step * Double(expected.runs)
          #expect(
            abs(found - expected.length) <= tolerance,
            "seed \(seed): \(line) beside \(other) is \(found), sampled \(expected)")
          compared += 1
          if expected.length > 0 { positive += 1 }
        }
      }
    }
    #expect(compared >= 8 && positive >= 4)
  }
}
