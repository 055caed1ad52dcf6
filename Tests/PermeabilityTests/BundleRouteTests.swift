import Testing

@testable import Permeability

/// Routes across a road, two tracks and a fence farther away.
@Suite("Routes across bundles")
struct BundleRouteTests {
  private let bundles = BundleLines([
    [(0, 0), (20_000, 0)], [(0, 200), (20_000, 200)], [(0, 215), (20_000, 215)],
    [(0, 3000), (20_000, 3000)],
  ]).bundles(["road", "rail", "rail", "fence"])

  private func crossings(_ lines: [Int], at chainage: Double = 7000) -> [RouteCrossing] {
    lines.map { RouteCrossing(line: $0, chainage: chainage) }
  }

  @Test(arguments: [
    ([], []),
    ([3], [[0]]),
    ([0, 1, 2, 3], [[0, 1, 2], [3]]),
    // A line between them that is not parallel does not part them.
    ([2, 3, 1], [[0, 2], [1]]),
    // Who comes back passes once more.
    ([0, 1, 2, 2, 1, 0], [[0, 1, 2], [3, 4, 5]]),
    ([0, 1, 0], [[0, 1], [2]]),
  ])
  func `a bundle counts once for every passage`(lines: [Int], groups: [[Int]]) {
    #expect(bundles.groups(ofRoute: crossings(lines)) == groups)
  }

  @Test func `the route takes each family of a bundle once`() {
    let p = [0.5, 0.4, 0.3, 0.9]
    let route = crossings([0, 1, 2, 3])
    let independent = bundles.permeability(ofRoute: route, dependence: 1) { p[route[$0].line] }
    #expect(abs(independent - 0.5 * 0.3 * 0.9) < 1e-15)
    let dependent = bundles.permeability(ofRoute: route, dependence: 0) { p[route[$0].line] }
    #expect(abs(dependent - 0.3 * 0.9) < 1e-15)
    #expect(bundles.permeability(ofRoute: [], dependence: 0.7) { _ in 0 } == 1)
  }

  @Test func `beyond the bundle crossings count one by one`() {
    let short = BundleLines([[(0, 0), (20_000, 0)], [(5000, 200), (9000, 200)]])
      .bundles(["road", "rail"])
    let inside = [RouteCrossing(line: 0, chainage: 7000), RouteCrossing(line: 1, chainage: 2000)]
    #expect(short.groups(ofRoute: inside) == [[0, 1]])
    let outside = [RouteCrossing(line: 0, chainage: 3000), RouteCrossing(line: 1, chainage: 2000)]
    #expect(short.groups(ofRoute: outside) == [[0], [1]])
  }

  @Test func `ways of one road or railway are the same obstacle`() {
    // A road and a railway 300 m apart, both cut every 700 m at the same places.
    let cuts = stride(from: 0.0, through: 7000, by: 700)
    let road = zip(cuts, cuts.dropFirst()).map { [($0, 0.0), ($1, 0.0)] }
    let rail = zip(cuts, cuts.dropFirst()).map { [($0, 300.0), ($1, 300.0)] }
    let bundles = BundleLines(road + rail)
      .bundles(road.map { _ in "road" } + rail.map { _ in "rail" })
    let oblique = [
      RouteCrossing(line: 2, chainage: 650), RouteCrossing(line: 13, chainage: 150),
      RouteCrossing(line: 3, chainage: 300), RouteCrossing(line: 4, chainage: 10),
    ]
    // The road again on its next way is the road again, and so on.
    #expect(bundles.groups(ofRoute: Array(oblique.prefix(2))) == [[0, 1]])
    #expect(bundles.groups(ofRoute: Array(oblique.prefix(3))) == [[0, 1], [2]])
    #expect(bundles.groups(ofRoute: oblique) == [[0, 1], [2], [3]])
    #expect(bundles.groups(ofRoute: [oblique[0], oblique[2]]) == [[0], [1]])
  }

  @Test func `two runs of the same lines are two bundles`() {
    let lines = BundleLines([
      [(0, 0), (20_000, 0)],
      [(0, 200), (4000, 200), (5000, 1800), (14_000, 1800), (15_000, 200), (20_000, 200)],
    ])
    let bundles = lines.bundles(["road", "rail"])
    #expect(bundles.stretches(of: 0).count == 2)
    let start = RouteCrossing(line: 0, chainage: 2000)
    let ends = lines.lengths[1]
    let near = RouteCrossing(line: 1, chainage: 2500)
    let far = RouteCrossing(line: 1, chainage: ends - 2000)
    #expect(bundles.groups(ofRoute: [start, near]) == [[0, 1]])
    #expect(bundles.groups(ofRoute: [start, far]) == [[0], [1]])
  }
}
