import Geometry
import Overlay
import TestSupport
import Testing

@testable import Permeability

/// Worked cases: lines drawn in metres.
@Suite("Bundles")
struct BundleTests {
  /// What a stretch should be, within two metres.
  private func expect(
    _ stretch: BundledStretch?, _ from: Double, _ to: Double, twins: [Int] = [],
    companions: [Int] = [], location: SourceLocation = #_sourceLocation
  ) throws {
    let stretch = try #require(stretch, sourceLocation: location)
    #expect(abs(stretch.from - from) < 2, sourceLocation: location)
    #expect(abs(stretch.to - to) < 2, sourceLocation: location)
    #expect(stretch.twins == twins, sourceLocation: location)
    #expect(stretch.companions == companions, sourceLocation: location)
  }

  @Test func `a road and a railway are a bundle until the road turns off`() throws {
    let lines = BundleLines([
      [(0, 0), (5000, 0), (8000, 3000)],
      [(-2000, 200), (9000, 200)],
    ])
    let bundles = lines.bundles(["road", "rail"])
    #expect(bundles.stretches.count == 2)
    try expect(bundles.stretches.first, 0, 5000, companions: [1])
    try expect(bundles.stretches.last, 2000, 7000, companions: [0])
    #expect(bundles.stretch(of: 0, at: 2500) == bundles.stretches[0])
    #expect(bundles.stretch(of: 0, at: 5500) == nil)
    #expect(bundles.stretch(of: 1, at: 1500) == nil)
  }

  @Test func `lines that part slowly are a bundle up to the distance`() throws {
    // 20° between the lines, 10° to the line between them; there both are as far along as each other.
    let lines = BundleLines([[(0, 0), (10_000, 0)], [(0, 0), (9397, 3420)]])
    let bundles = lines.bundles(["road", "rail"])
    // 2 · sin 10° · s = 500
    try expect(bundles.stretches.first, 0, 1440, companions: [1])
    try expect(bundles.stretches.last, 0, 1440, companions: [0])
  }

  @Test func `crossings, short overlaps and distant lines are no bundles`() {
    let crossing = BundleLines([[(0, 0), (9000, 0)], [(4000, -4000), (4000, 4000)]])
    #expect(crossing.bundles(["road", "rail"]).stretches.isEmpty)
    let short = BundleLines([[(0, 0), (4000, 0)], [(3100, 100), (8000, 100)]])
    #expect(short.bundles(["road", "rail"]).stretches.isEmpty)
    let longEnough = BundleLines([[(0, 0), (4000, 0)], [(2900, 100), (8000, 100)]])
    #expect(longEnough.bundles(["road", "rail"]).stretches.count == 2)
    let distant = BundleLines([[(0, 0), (4000, 0)], [(0, 510), (4000, 510)]])
    #expect(distant.bundles(["road", "rail"]).stretches.isEmpty)
    #expect(distant.bundles(["road", "rail"], BundleRule(distance: 520)).stretches.count == 2)
    let oblique = BundleLines([[(0, 0), (1000, 0)], [(0, -200), (1000, 400)]])
    #expect(
      oblique.bundles(["road", "rail"], BundleRule(distance: 500, overlap: 0)).stretches.isEmpty)
  }

  @Test func `nothing, lines without a length and two ways of one line are no bundles`() {
    #expect(BundleLines([]).bundles([]).stretches.isEmpty)
    let points = BundleLines([[(0, 0), (0, 0)], [(0, 0)], [], [(0, 0), (4000, 0)]])
    let rule = BundleRule(distance: 500, overlap: 0)
    #expect(points.bundles(["a", "b", "c", "d"], rule).stretches.isEmpty)
    let ways = BundleLines([[(0, 0), (4000, 0)], [(4000, 0), (8000, 500)]])
    #expect(ways.bundles(["road", "road"], rule).stretches.isEmpty)
    let parts = BundleLines([[(0, 0), (4000, 0)], [(0, 50), (4000, 50)]]).rows
    let multi = Bundles(of: LineColumn([parts]), families: ["rail"], rule: rule)
    #expect(multi.stretches.isEmpty)
  }

  @Test func `two tracks are one feature, of which the less permeable counts`() throws {
    let lines = BundleLines([
      [(0, 0), (6000, 0)], [(6000, 15), (0, 15)], [(0, 300), (6000, 300)],
    ])
    let bundles = lines.bundles(["rail", "rail", "road"])
    #expect(bundles.stretches.count == 3)
    try expect(bundles.stretches(of: 0).first, 0, 6000, twins: [1], companions: [2])
    try expect(bundles.stretches(of: 1).first, 0, 6000, twins: [0], companions: [2])
    try expect(bundles.stretches(of: 2).first, 0, 6000, companions: [0, 1])
    let p = [0.5, 0.4, 0.9]
    for stretch in bundles.stretches {
      let together = bundles.permeability(of: stretch, dependence: 1) { p[$0] }
      #expect(abs(together - 0.36) < 1e-15)
    }
  }

  @Test func `three members combine to the reference value`() throws {
    let lines = BundleLines([
      [(0, 0), (6000, 0)], [(0, 200), (6000, 200)], [(0, 350), (6000, 350)],
    ])
    let bundles = lines.bundles(["road", "rail", "fence"])
    let p = [0.5, 0.2, 0.8]
    for (line, others) in [(0, [1, 2]), (1, [0, 2]), (2, [0, 1])] {
      let stretch = try #require(bundles.stretches(of: line).first)
      try expect(stretch, 0, 6000, companions: others)
      let together = bundles.permeability(of: stretch, dependence: 0.7) { p[$0] }
      #expect(abs(together - 0.105311) < 5e-7)
      #expect(bundles.permeability(of: stretch, dependence: 0) { p[$0] } == 0.2)
    }
  }

  @Test func `the set of companions changes where one leaves`() throws {
    let lines = BundleLines([
      [(0, 0), (9000, 0)], [(0, 200), (6000, 200)], [(3000, -100), (9000, -100)],
    ])
    let stretches = Array(lines.bundles(["road", "rail", "pipeline"]).stretches(of: 0))
    #expect(stretches.count == 3)
    try expect(stretches[0], 0, 3000, companions: [1])
    try expect(stretches[1], 3000, 6000, companions: [1, 2])
    try expect(stretches[2], 6000, 9000, companions: [2])
  }

  @Test func `the way of digitising only turns the chainages round`() throws {
    let lines = BundleLines([[(0, 0), (5000, 0)], [(9000, 200), (1000, 200)]])
    let bundles = lines.bundles(["road", "rail"])
    try expect(bundles.stretches.first, 1000, 5000, companions: [1])
    try expect(bundles.stretches.last, 4000, 8000, companions: [0])
  }

  @Test func `ways of less than a kilometre are joined to whole roads and railways`() throws {
    let cuts = [0.0, 600, 1300, 1900, 2500, 3000]
    let road = zip(cuts, cuts.dropFirst()).map { [($0, 0.0), ($1, 0.0)] }
    let rail = zip(cuts, cuts.dropFirst()).map { [($0 + 250, 200.0), ($1 + 250, 200.0)] }
    // A side road at a joint: the main road goes straight on.
    let lines = BundleLines(road + rail.reversed() + [[(600, 0), (600, -3000)]])
    let families = road.map { _ in "road" } + rail.map { _ in "rail" } + ["road"]
    let bundles = lines.bundles(families)
    try expect(bundles.stretches(of: 0).first, 250, 600, companions: [9])
    try expect(bundles.stretches(of: 2).last, 250, 600, companions: [7])
    let onRoad = (0..<5).flatMap { bundles.stretches(of: $0) }.reduce(0) { $0 + $1.length }
    let onRail = (5..<10).flatMap { bundles.stretches(of: $0) }.reduce(0) { $0 + $1.length }
    #expect(abs(onRoad - 2750) < 2 && abs(onRail - 2750) < 2)
    #expect(bundles.stretches(of: 10).isEmpty)
    let apart = lines.bundles(families.enumerated().map { "\($0)" })
    #expect(apart.stretches.isEmpty)
  }

  @Test func `a short bend does not divide a bundle, and does not count for its length`() throws {
    let road = [(0.0, 0.0), (700, 0), (800, 100), (900, 0), (1600, 0)]
    let lines = BundleLines([road, [(0, 200), (1600, 200)]])
    let bundles = lines.bundles(["road", "rail"])
    #expect(bundles.stretches.count == 2)
    try expect(bundles.stretches.last, 0, 1600, companions: [0])
    let strict = lines.bundles(["road", "rail"], BundleRule(distance: 500, overlap: 1450))
    #expect(strict.stretches.isEmpty)
  }

  @Test func `carriageways that a loop joins are twins all the same`() throws {
    let loop = [
      (6000.0, 0.0), (6060, -30), (6120, -20), (6150, 15), (6120, 50), (6060, 60), (6000, 30),
    ]
    let lines = BundleLines([[(0, 0), (6000, 0)], loop, [(6000, 30), (0, 30)]])
    let bundles = lines.bundles(["road", "road", "road"])
    try expect(bundles.stretches(of: 0).first, 0, 6000, twins: [2])
    try expect(bundles.stretches(of: 2).first, 0, 6000, twins: [0])
    let route = [RouteCrossing(line: 0, chainage: 3000), RouteCrossing(line: 2, chainage: 3000)]
    #expect(bundles.groups(ofRoute: route) == [[0, 1]])
  }
}
