import Connectivity
import Foundation
import Geometry
import Overlay
import Permeability
import TestSupport
import Testing

@Suite("Permeability of movements")
struct MovementPermeabilityTests {
  /// Chords in a range with barriers, some of them side by side, and their obstacles.
  private struct Landscape {
    let barriers: LineColumn
    let chords: Chords
    let single: MovementObstacles
    let bundled: MovementObstacles
    var generator: MovementGenerator

    init(seed: UInt64, jobs: Int = 1) async throws {
      generator = MovementGenerator(seed: seed)
      let box = Box(minX: 60, minY: 45, maxX: 61, maxY: 46)
      let lines = generator.lines(count: 40, in: box, step: 0.3)
      // Beside every second line one some hundred metres away.
      let rows = (0..<lines.count).flatMap { row in
        let line = lines.paths.positions(of: row)
        let beside = line.map { Position($0.x + 0.002, $0.y + 0.0013) }
        return row % 2 == 0 ? [[line], [beside]] : [[line]]
      }
      barriers = LineColumn(rows)
      let families = rows.indices.map { $0 % 5 }
      chords = try await Chords(
        in: PolygonColumn([[[square(60, 45, 61, 46)]]]), length: 30_000, count: 150, seed: seed,
        jobs: jobs)
      let crossings = try await MovementCrossings(
        of: chords.lines, with: LineOverlay(barriers, measuredBy: .geodesic), jobs: jobs)
      single = MovementObstacles(crossings)
      bundled = MovementObstacles(
        crossings,
        bundles: Bundles(of: barriers, families: families, rule: BundleRule(distance: 500)))
    }

    var both: [MovementObstacles] { [single, bundled] }
  }

  @Test(arguments: UInt64(1)...4)
  func `a movement without bundles has the product over its crossings`(seed: UInt64) async throws {
    var land = try await Landscape(seed: seed)
    let p = land.generator.permeabilities(count: land.barriers.count)
    let result = MovementPermeability(land.single, dependence: 0.7) { row, chainage in
      chainage < 9000 ? p[row] : 0.5 * p[row]
    }
    let all = land.single.crossings.all
    for movement in 0..<land.chords.count {
      let expected = all.filter { $0.movement == movement }.reduce(1.0) {
        $0 * ($1.barrierChainage < 9000 ? p[$1.barrier] : 0.5 * p[$1.barrier])
      }
      #expect(abs(result.values[movement] - expected) < 1e-14)
    }
    let mean = try #require(result.mean)
    #expect(abs(mean.mean - result.values.reduce(0, +) / 150) < 1e-15)
    #expect(mean.count == 150)
  }

  @Test(arguments: UInt64(1)...4)
  func `with bundles it is what the bundles say of the route`(seed: UInt64) async throws {
    var land = try await Landscape(seed: seed)
    let p = land.generator.permeabilities(count: land.barriers.count)
    let bundles = Bundles(
      of: land.barriers, families: (0..<land.barriers.count).map { $0 % 5 },
      rule: BundleRule(distance: 500))
    let crossings = land.bundled.crossings
    var together = 0
    for gamma in [0, 0.7, 1] {
      let result = MovementPermeability(land.bundled, dependence: gamma) { row, _ in p[row] }
      for movement in 0..<land.chords.count {
        let route = crossings.all[crossings.indices(of: movement)].map {
          RouteCrossing(line: $0.barrier, chainage: $0.barrierChainage)
        }
        let expected = bundles.permeability(ofRoute: route, dependence: gamma) {
          p[route[$0].line]
        }
        #expect(abs(result.values[movement] - expected) < 1e-14)
        let report = result.route(movement)
        #expect(report.crossings == route.count && report.permeability == result.values[movement])
        together += report.crossings - report.obstacles
      }
    }
    #expect(together > 50)
  }

  @Test(arguments: UInt64(1)...4)
  func `the rise of an opened object is that of computing all anew`(seed: UInt64) async throws {
    var land = try await Landscape(seed: seed)
    let p = land.generator.permeabilities(count: land.barriers.count)
    for obstacles in land.both {
      let before = MovementPermeability(obstacles, dependence: 0.7) { row, _ in p[row] }
      for first in stride(from: 0, to: land.barriers.count, by: 3) {
        let object = Set(first..<min(first + 3, land.barriers.count))
        let after = MovementPermeability(obstacles, dependence: 0.7) { row, _ in
          object.contains(row) ? 1 : p[row]
        }
        let rise = try #require(before.rise(opening: object))
        let anew = try #require(after.rise(from: before))
        #expect(abs(rise.mean - anew.mean) < 1e-15 && rise.count == anew.count)
        #expect(abs(try #require(rise.standardError) - (try #require(anew.standardError))) < 1e-15)
        let means = (try #require(after.mean).mean, try #require(before.mean).mean)
        #expect(abs(anew.mean - (means.0 - means.1)) < 1e-14)
        let touched = obstacles.movements(crossing: object)
        let changed = after.values.indices.filter { after.values[$0] != before.values[$0] }
        #expect(Set(touched).isSuperset(of: changed))
      }
      #expect(before.rise(opening: [])?.mean == 0)
      let open = try #require(before.rise(opening: Set(0..<land.barriers.count)))
      #expect(abs(open.mean - (1 - (try #require(before.mean).mean))) < 1e-14)
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `opening never lowers a movement, adding never raises it`(seed: UInt64) async throws {
    var land = try await Landscape(seed: seed)
    let p = land.generator.permeabilities(count: land.barriers.count)
    for obstacles in land.both {
      for gamma in [0, 0.7, 1] {
        let with = MovementPermeability(obstacles, dependence: gamma) { row, _ in p[row] }
        for barrier in 0..<land.barriers.count {
          // Read from the right this is adding it.
          let without = MovementPermeability(obstacles, dependence: gamma) { row, _ in
            row == barrier ? 1 : p[row]
          }
          #expect(zip(with.values, without.values).allSatisfy { $0 <= $1 * (1 + 1e-15) })
        }
        #expect(with.values.allSatisfy { (0...1).contains($0) })
      }
    }
  }

  @Test func `nothing in the way is 1, and a wall is 0`() async throws {
    let land = try await Landscape(seed: 5)
    for obstacles in land.both {
      let open = MovementPermeability(obstacles, dependence: 0.7) { _, _ in 1 }
      #expect(open.values.allSatisfy { $0 == 1 })
      #expect(open.mean == SampleMean(of: Array(repeating: 1, count: 150)))
      #expect(open.mean?.standardError == 0)
      let closed = MovementPermeability(obstacles, dependence: 0.7) { _, _ in 0 }
      for movement in 0..<150 {
        let crosses = !obstacles.crossings.indices(of: movement).isEmpty
        #expect(closed.values[movement] == (crosses ? 0 : 1))
      }
    }
    let nothing = LineOverlay(LineColumn(), measuredBy: .geodesic)
    let free = MovementPermeability(
      MovementObstacles(try await MovementCrossings(of: land.chords.lines, with: nothing)),
      dependence: 0.7
    ) { _, _ in 0 }
    #expect(free.mean?.mean == 1 && free.mean?.count == 150)
  }

  @Test func `without chords there is no mean`() async throws {
    let none = MovementPermeability(
      MovementObstacles(
        try await MovementCrossings(
          of: LineColumn(), with: LineOverlay(LineColumn(), measuredBy: .geodesic))),
      dependence: 0.7
    ) { _, _ in 1 }
    #expect(none.mean == nil && none.rise(from: none) == nil && none.rise(opening: [1]) == nil)
    let one = try #require(SampleMean(of: [0.5]))
    #expect(one.mean == 0.5 && one.standardError == nil)
  }

  @Test func `the number of jobs changes no bit`() async throws {
    let (one, two) = (try await Landscape(seed: 6, jobs: 1), try await Landscape(seed: 6, jobs: 2))
    for (a, b) in zip(one.both, two.both) {
      #expect(a.crossings.all == b.crossings.all)
      let p = MovementPermeability(a, dependence: 0.7) { row, _ in 1 / Double(row + 2) }
      let q = MovementPermeability(b, dependence: 0.7) { row, _ in 1 / Double(row + 2) }
      #expect(p.values == q.values && p.mean == q.mean)
      #expect(p.rise(opening: [0, 1, 7]) == q.rise(opening: [0, 1, 7]))
    }
  }

  @Test func `a route names the crossing that costs most`() async throws {
    // A road and a railway 300 m apart, and a fence 20 km away.
    let barriers = LineColumn([
      [[Position(61, 44), Position(61, 46)]], [[Position(61.004, 44), Position(61.004, 46)]],
      [[Position(61.3, 44), Position(61.3, 46)]],
    ])
    let movement = LineColumn([[[Position(60, 45), Position(62, 45)]]])
    let crossings = try await MovementCrossings(
      of: movement, with: LineOverlay(barriers, measuredBy: .geodesic))
    let p = [0.5, 0.4, 0.3]
    let single = MovementPermeability(MovementObstacles(crossings), dependence: 0.7) { row, _ in
      p[row]
    }.route(0)
    #expect(abs(single.permeability - 0.06) < 1e-15 && single.obstacles == 3)
    #expect(abs(single.resistance + log(0.06)) < 1e-12)
    #expect(single.greatest?.crossing.barrier == 2 && single.greatest?.permeability == 0.3)
    let bundles = Bundles(
      of: barriers, families: ["road", "rail", "fence"], rule: BundleRule(distance: 500))
    let bundled = MovementPermeability(
      MovementObstacles(crossings, bundles: bundles), dependence: 1
    ) { row, _ in p[row] }.route(0)
    #expect(bundled.obstacles == 2 && bundled.crossings == 3)
    // Together they cost more than the fence does: the railway is what costs most.
    #expect(bundled.greatest?.crossing.barrier == 1 && bundled.greatest?.permeability == 0.4)
    #expect(abs((bundled.greatest?.obstacle ?? 0) - 0.2) < 1e-15)
    let open = MovementPermeability(MovementObstacles(crossings), dependence: 1) { _, _ in 1 }
    #expect(open.route(0).resistance == 0 && open.route(0).greatest?.crossing.barrier == 0)
    let closed = MovementPermeability(MovementObstacles(crossings), dependence: 1) { _, _ in 0 }
    #expect(closed.route(0).resistance == .infinity)
  }
}
