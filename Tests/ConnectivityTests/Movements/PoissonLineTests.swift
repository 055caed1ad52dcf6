import Connectivity
import Foundation
import Geometry
import Overlay
import TestSupport
import Testing

/// Lines without end in all directions and places: what a straight movement of length d crosses of
/// them is a Poisson number of mean 2 λ d / π.
///
/// All of it lies near the equator, where a degree is nearly as long in both directions.
@Suite("Chords across random lines")
struct PoissonLineTests {
  private static let (east, north) = (111.319, 110.574)
  /// Half a side of the range, in degrees.
  private static let half = 1.0

  private let range = PolygonColumn([[[square(-half, -half, half, half)]]])

  /// An isotropic Poisson line process with so many km of line per km².
  private func lines(density: Double, _ generator: inout MovementGenerator) -> LineColumn {
    // A circle that holds the range and all of every chord.
    let radius = 1.42 * Self.half * Self.east + 25
    let count = generator.poisson(mean: 2 * radius * density)
    return LineColumn(
      (0..<count).map { _ in
        let angle = Double.random(in: 0..<Double.pi, using: &generator.random)
        let offset = Double.random(in: -radius...radius, using: &generator.random)
        return [
          [-2 * radius, 2 * radius].map { along in
            Position(
              (offset * cos(angle) - along * sin(angle)) / Self.east,
              (offset * sin(angle) + along * cos(angle)) / Self.north)
          }
        ]
      })
  }

  @Test(arguments: [
    (0.01, 20.0, 0.0, 0.880448), (0.01, 100, 0.3, 0.640418), (0.05, 20, 0.3, 0.640418),
    (0.05, 100, 0.9, 0.727377),
  ])
  func `the mean is that of the reference`(
    density: Double, length: Double, permeability: Double, expected: Double
  ) async throws {
    #expect(
      abs(expected - exp(-2 * density * length / .pi * (1 - permeability))) < 5e-7)
    let chords = try await Chords(in: range, length: 1000 * length, count: 60, seed: 21)
    #expect(chords.count == 60)
    var generator = MovementGenerator(seed: 22)
    var means: [Double] = []
    for _ in 0..<200 {
      let barriers = LineOverlay(lines(density: density, &generator), measuredBy: .geodesic)
      let crossings = try await MovementCrossings(of: chords.lines, with: barriers)
      let result = MovementPermeability(MovementObstacles(crossings), dependence: 1) { _, _ in
        permeability
      }
      means.append(try #require(result.mean).mean)
    }
    // One set of lines is one draw: its chords cross the same lines.
    let mean = try #require(SampleMean(of: means))
    let error = try #require(mean.standardError)
    #expect(error < 0.02)
    #expect(abs(mean.mean - expected) < 3 * error)
  }

  @Test func `chords cross lines of any direction equally often`() async throws {
    let chords = try await Chords(in: range, length: 15_000, count: 3000, seed: 23)
    let spacing = 0.02
    for isNorth in [true, false] {
      let lines = LineColumn(
        stride(from: -1.5, through: 1.5, by: spacing).map { place in
          [[-1.5, 1.5].map { isNorth ? Position(place, $0) : Position($0, place) }]
        })
      let crossings = try await MovementCrossings(
        of: chords.lines, with: LineOverlay(lines, measuredBy: .geodesic))
      let counts = (0..<chords.count).map { Double(crossings.indices(of: $0).count) }
      let mean = try #require(SampleMean(of: counts))
      let expected = 15 / (spacing * (isNorth ? Self.east : Self.north)) * 2 / .pi
      #expect(abs(mean.mean - expected) < 3 * (try #require(mean.standardError)))
    }
  }

  @Test func `the standard error covers the mean as often as it should`() async throws {
    var generator = MovementGenerator(seed: 24)
    let barriers = LineOverlay(lines(density: 0.04, &generator), measuredBy: .geodesic)
    var (means, rises, apart): ([SampleMean], [SampleMean], [Double]) = ([], [], [])
    for seed in UInt64(0)..<250 {
      let chords = try await Chords(in: range, length: 30_000, count: 60, seed: seed)
      let obstacles = MovementObstacles(
        try await MovementCrossings(of: chords.lines, with: barriers))
      let with = MovementPermeability(obstacles, dependence: 1) { _, _ in 0.4 }
      let without = MovementPermeability(obstacles, dependence: 1) { row, _ in
        row % 2 == 0 ? 1 : 0.4
      }
      means.append(try #require(with.mean))
      rises.append(try #require(without.rise(from: with)))
      apart.append(
        hypot(
          try #require(with.mean?.standardError), try #require(without.mean?.standardError)))
    }
    for sample in [means, rises] {
      let truth = sample.reduce(0) { $0 + $1.mean } / Double(sample.count)
      let covered = try sample.count {
        abs($0.mean - truth) < 1.96 * (try #require($0.standardError))
      }
      // 95 % of 250 are 237 or so, with a standard deviation of 3.4; skewed draws take a little off.
      #expect((223...248).contains(covered))
    }
    // The same chords in both scenarios: the difference is known better than from different ones.
    #expect(rises.reduce(0) { $0 + ($1.standardError ?? 0) } < 0.7 * apart.reduce(0, +))
  }
}
