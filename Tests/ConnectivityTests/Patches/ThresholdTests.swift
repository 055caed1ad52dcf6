import Geometry
import Permeability
import TestSupport
import Testing

@testable import Connectivity

/// What a threshold may change, and what slivers may.
@Suite struct ThresholdTests {
  /// The area of slivers, in km².
  private func slivers(_ mesh: RangeMesh, _ walls: [Double?], _ rule: PatchRule) -> Double {
    var fine = rule
    fine.leastArea = 0
    let (own, merged) = (
      PatchGraph(mesh, permeability: walls, rule: fine),
      PatchGraph(mesh, permeability: walls, rule: rule)
    )
    return own.areas.indices.reduce(0) { merged.hosts[$1] == $1 ? $0 : $0 + own.areas[$1] }
  }

  private func connected(
    _ mesh: RangeMesh, _ walls: [Double?], _ rule: PatchRule, _ isIncluded: [Bool]? = nil
  ) async throws -> ConnectedArea {
    let graph = PatchGraph(mesh, permeability: walls, rule: rule, isIncluded: isIncluded)
    return graph.connectedArea(try await graph.reach())
  }

  @Test(arguments: 0..<60) func `the result of all barriers lies between floor and ceiling`(
    seed: Int
  )
    async throws
  {
    let landscape = Landscape(
      seed: 7000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: 4 + seed % 12)
    let study = try await landscape.study(PatchRule())
    let (mesh, walls) = (study.mesh, study.walls(in: landscape.all))
    for edge in PatchRule.Edge.allCases {
      for least in [0.0, 300] {
        for region in [nil] + study.regions.prefix(1).map(Optional.some) {
          let isIncluded = study.cells(in: region)
          let all = try await connected(
            mesh, walls, PatchRule(leastArea: least, edge: edge), isIncluded)
          for threshold in [0.2, 0.5, 0.8, 1] {
            let rule = PatchRule(cutsBelow: threshold, leastArea: least, edge: edge)
            let graph = PatchGraph(mesh, permeability: walls, rule: rule, isIncluded: isIncluded)
            let effect = try await ThresholdEffect(
              on: graph, mesh, permeability: walls, rule: rule, isIncluded: isIncluded)
            var allCut = rule
            allCut.cutsBelow = 1
            let moved = slivers(mesh, walls, rule) + slivers(mesh, walls, allCut)
            let slack = least == 0 ? 1e-12 : 2 * moved / max(all.landscape, 1)
            let comment = Comment(rawValue: "\(landscape.name), \(rule)")
            #expect(effect.floor.probability <= all.probability + slack, comment)
            #expect(all.probability <= effect.ceiling.probability + slack, comment)
          }
        }
      }
    }
  }

  @Test(arguments: 0..<30) func `where nothing is left out, floor and ceiling are the result`(
    seed: Int
  ) async throws {
    var landscape = Landscape(seed: 8000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: 8)
    landscape.permeability = landscape.permeability.map {
      $0.central > 0.9 ? Estimate(1) : Estimate($0.central / 2)
    }
    for edge in PatchRule.Edge.allCases {
      for least in [0.0, 300] {
        let rule = PatchRule(cutsBelow: 0.5, leastArea: least, edge: edge)
        let study = try await landscape.study(rule)
        let walls = study.walls(in: landscape.all)
        let graph = study.patches(walls)
        let effect = try await ThresholdEffect(
          on: graph, study.mesh, permeability: walls, rule: rule)
        let result = graph.connectedArea(try await graph.reach())
        #expect(abs(effect.floor.pairs - result.pairs) <= 1e-12 * result.pairs)
        #expect(abs(effect.ceiling.pairs - result.pairs) <= 1e-12 * result.pairs)
        #expect(
          try await ThresholdEffect(
            on: graph, study.mesh, permeability: walls, rule: rule, jobs: 2) == effect)
      }
    }
  }

  @Test(arguments: 0..<60) func `slivers change PC by at most twice their share`(seed: Int)
    async throws
  {
    let landscape = Landscape(seed: 9000 + seed, .free, barriers: 4 + seed % 12)
    let study = try await landscape.study(PatchRule())
    let walls = study.walls(in: landscape.all)
    for edge in PatchRule.Edge.allCases {
      let exact = try await connected(study.mesh, walls, PatchRule(leastArea: 0, edge: edge))
      for least in [10.0, 100, 1000, 1e9] {
        let rule = PatchRule(leastArea: least, edge: edge)
        let merged = try await connected(study.mesh, walls, rule)
        let share = slivers(study.mesh, walls, rule) / exact.landscape
        #expect(abs(merged.landscape - exact.landscape) < 1e-9 * exact.landscape)
        #expect(abs(merged.probability - exact.probability) <= 2 * share + 1e-12)
      }
    }
  }

  @Test func `what was left out inside a patch is felt`() async throws {
    // Two halves, with a barrier of 0.9 that does not cut: 2 · 0.9 pairs of different halves.
    let mesh = try await RangeMesh(
      range: PolygonColumn([[[square(70, 0, 72, 1)]]]),
      barriers: LineColumn([[[Position(71, -1), Position(71, 2)]]]))
    let rule = PatchRule(cutsBelow: 0.5, leastArea: 0)
    let graph = PatchGraph(mesh, permeability: [0.9], rule: rule)
    let effect = try await ThresholdEffect(on: graph, mesh, permeability: [0.9], rule: rule)
    #expect(abs(effect.ceiling.probability - 1) < 1e-12)
    // The chance to get to the larger half is felt twice by those in the other one: (1 + 0.9)² / 4.
    #expect(abs(effect.floor.probability - 0.9025) < 1e-9)
    let all = PatchGraph(mesh, permeability: [0.9], rule: PatchRule(leastArea: 0))
    let exact = all.connectedArea(try await all.reach())
    #expect(abs(exact.probability - 0.95) < 1e-9)
  }
}
