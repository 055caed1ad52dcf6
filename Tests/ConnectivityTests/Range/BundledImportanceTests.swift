import Foundation
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Connectivity

/// Lines side by side from edge to edge of a range, so close that what lies between is a sliver.
@Suite struct BundledImportanceTests {
  private struct Corridor {
    let study: RangeStudy
    let scenario: RangeScenario
    let lines: [Int]
    let permeability: [Double]

    /// Lines along meridians, 80 m apart, some of them twice at the same place.
    init(seed: Int) async throws {
      var random = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 2...6, using: &random)
      var x = 70.0
      let barriers = (0..<count).map { _ in
        x += Int.random(in: 0..<4, using: &random) == 0 ? 0 : 0.001
        return [[Position(x, 44.9), Position(x, 45.3)]]
      }
      let families = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
      permeability = (0..<count).map { _ in
        min(max(Double.random(in: -0.1...1, using: &random), 0), 1)
      }
      let network = try await BarrierNetwork(
        LineColumn(barriers), families: families, rule: BundleRule(distance: 1000))
      let range = PolygonColumn([[[square(69.5, 45, 70.6, 45.2)]]])
      study = RangeStudy(
        try await RangeMesh(range: range, barriers: network.lines), network,
        BarrierPermeability(means: permeability.map(Estimate.init)),
        rule: PatchRule(leastArea: 100), dependence: [0, 0.4, 0.7, 1][seed % 4])
      scenario = RangeScenario(
        "some", isPresent: (0..<count).map { _ in Int.random(in: 0..<5, using: &random) > 0 })
      lines = (0..<count).map { _ in Int.random(in: 0..<4, using: &random) }
    }

    /// What the lines of a scenario let through together.
    func together(_ isThere: (Int) -> Bool) -> Double {
      let members = permeability.indices.filter { scenario.isPresent[$0] && isThere($0) }
      let least = Dictionary(
        members.map { (study.network.bundles.family($0, of: members), permeability[$0]) },
        uniquingKeysWith: min
      ).values.sorted()
      return least.dropFirst().reduce(least.first ?? 1) { $0 * pow($1, study.dependence) }
    }
  }

  @Test(arguments: 0..<150) func `whoever passes all walls passes the bundle`(seed: Int)
    async throws
  {
    let corridor = try await Corridor(seed: seed)
    let walls = corridor.study.walls(in: corridor.scenario)
    let product = walls.compactMap(\.self).reduce(1, *)
    #expect(abs(product - corridor.together { _ in true }) < 1e-12)
    // Fully permeable walls divide nothing.
    let graph = corridor.study.patches(walls)
    let sizes = graph.areas.filter { $0 > 0 }
    try #require(sizes.count <= 2)
    if sizes.count == 2 {
      let expected =
        sizes[0] * sizes[0] + sizes[1] * sizes[1] + 2 * sizes[0] * sizes[1] * product
      let found = graph.connectedArea(try await graph.reach())
      #expect(abs(found.pairs - expected) < 1e-9 * expected)
    }
  }

  @Test(arguments: 0..<150) func `opening a line leaves the bundle without it`(seed: Int)
    async throws
  {
    let corridor = try await Corridor(seed: seed)
    let graph = corridor.study.patches(corridor.study.walls(in: corridor.scenario))
    let sizes = graph.areas.filter { $0 > 0 }
    for line in try await corridor.study.importance(
      in: corridor.scenario, ofLines: corridor.lines)
    {
      let change =
        corridor.together { corridor.lines[$0] != line.line } - corridor.together { _ in true }
      let before = graph.connectedArea(try await graph.reach())
      let rise = sizes.count == 2 ? 2 * sizes[0] * sizes[1] * change : 0
      let expected = (before.pairs + rise).squareRoot() - before.equivalentArea
      #expect(abs(line.gain - expected) < 1e-9 * before.equivalentArea, "\(line)")
    }
  }
}

extension Bundles {
  /// The first of some lines that is of the family of a line.
  fileprivate func family(_ line: Int, of lines: [Int]) -> Int {
    lines.first { areOneFamily($0, line) } ?? line
  }
}
