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
}
