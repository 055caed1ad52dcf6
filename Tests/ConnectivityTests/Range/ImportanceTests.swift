import Geometry
import Permeability
import TestSupport
import Testing

@testable import Connectivity

/// The importance of lines against everything computed anew.
@Suite struct ImportanceTests {
  /// A landscape, its barriers in lines of several, and some of them absent.
  private struct Case {
    let landscape: Landscape
    let study: RangeStudy
    let scenario: RangeScenario
    let lines: [Int]

    init(seed: Int, _ rule: PatchRule) async throws {
      landscape = Landscape(
        seed: seed, seed % 2 == 0 ? .lattice : .free, barriers: 3 + seed % 9)
      study = try await landscape.study(rule)
      var random = SeededGenerator(seed: UInt64(seed))
      scenario = RangeScenario(
        "some",
        isPresent: landscape.permeability.map { _ in Int.random(in: 0..<6, using: &random) > 0 })
      lines = landscape.permeability.map { _ in Int.random(in: 0..<6, using: &random) }
    }

    func opening(_ line: Int) -> RangeScenario {
      RangeScenario(
        "open",
        isPresent: scenario.isPresent.indices.map { scenario.isPresent[$0] && lines[$0] != line })
    }

    func equivalentArea(_ scenario: RangeScenario, in region: Int?) async throws -> Double {
      let graph = study.patches(study.walls(in: scenario), in: region)
      return graph.connectedArea(try await graph.reach()).equivalentArea
    }
  }

  @Test(arguments: 0..<60) func `gains are those of computing everything anew`(seed: Int)
    async throws
  {
    let rule = PatchRule(cutsBelow: seed % 3 == 0 ? 0.6 : 1, leastArea: 0)
    let some = try await Case(seed: seed, rule)
    for region in [nil, 0, 1, 2] {
      let found = try await some.study.importance(
        in: some.scenario, ofLines: some.lines, region: region)
      let before = try await some.equivalentArea(some.scenario, in: region)
      for line in found {
        let after = try await some.equivalentArea(some.opening(line.line), in: region)
        #expect(
          abs(line.gain - (after - before)) < 1e-9 * after, "\(some.landscape.name), \(line)")
      }
      expectOrder(found)
      try await expectAmounts(found, some, region)
    }
  }

  private func expectOrder(_ found: [LineImportance]) {
    #expect(found.allSatisfy { $0.gain >= 0 && $0.length > 0 })
    #expect(
      zip(found, found.dropFirst()).allSatisfy { ($1.gain, $0.line) < ($0.gain, $1.line) })
  }

  /// Lengths, and which lines are there at all.
  private func expectAmounts(
    _ found: [LineImportance], _ some: Case, _ region: Int?
  ) async throws {
    let mesh = some.study.mesh
    let cells = region.map { mesh.regions[$0] } ?? mesh.areas.map { _ in true }
    var lengths: [Int: Double] = [:]
    for wall in mesh.walls where cells[wall.left] && cells[wall.right] {
      let present = mesh.pieces[wall.pieces].filter { some.scenario.isPresent[$0.barrier] }
      for line in Set(present.map { some.lines[$0.barrier] }) {
        lengths[line, default: 0] += wall.length / 1000
      }
    }
    #expect(Set(found.map(\.line)) == Set(lengths.keys))
    for line in found {
      #expect(abs(line.length - (lengths[line.line] ?? 0)) < 1e-9 * line.length)
      #expect((-1e-12...1 + 1e-12).contains(line.permeability))
    }
  }

  /// With patches as they are: the links between all nodes anew, with the mean rule and slivers too.
  @Test(arguments: 0..<60) func `gains are those of all links anew between the same patches`(
    seed: Int
  ) async throws {
    let rule = PatchRule(
      cutsBelow: seed % 3 == 0 ? 0.6 : 1, leastArea: seed % 4 == 0 ? 0 : 200,
      edge: seed % 5 == 0 ? .most : .mean)
    let some = try await Case(seed: 100 + seed, rule)
    for region in [nil, 0] {
      let graph = some.study.patches(some.study.walls(in: some.scenario), in: region)
      let before = graph.simplePairs().squareRoot()
      for line in try await some.study.importance(
        in: some.scenario, ofLines: some.lines, region: region)
      {
        let after = links(graph, some.study, some.opening(line.line)).squareRoot()
        #expect(
          abs(line.gain - (after - before)) < 1e-9 * after, "\(some.landscape.name), \(line)")
      }
    }
  }

  /// The sum over all pairs with links by the walls of a scenario.
  private func links(
    _ graph: PatchGraph, _ study: RangeStudy, _ scenario: RangeScenario
  ) -> Double {
    var fences: [[Int]: [(length: Double, p: Double)]] = [:]
    for (wall, p) in zip(study.mesh.walls, study.walls(in: scenario)) {
      let nodes = [graph.nodesOfCells[wall.left], graph.nodesOfCells[wall.right]].sorted()
      guard nodes[0] >= 0 && nodes[0] != nodes[1] else { continue }
      fences[nodes, default: []].append((wall.length, p ?? 1))
    }
    let links = fences.map { nodes, walls in
      let isOpen = walls.contains { $0.p >= study.rule.cutsBelow }
      let mean = walls.reduce(0) { $0 + $1.length * $1.p } / walls.reduce(0) { $0 + $1.length }
      let most = walls.map(\.p).max() ?? 0
      return (nodes[0], nodes[1], isOpen ? 1 : study.rule.edge == .most ? most : mean)
    }
    return PatchGraph(areas: graph.areas, links: links).simplePairs()
  }

  @Test func `the same on two cores, and nothing without barriers`() async throws {
    let some = try await Case(seed: 10, PatchRule(leastArea: 0))
    let one = try await some.study.importance(in: some.scenario, ofLines: some.lines)
    let two = try await some.study.importance(in: some.scenario, ofLines: some.lines, jobs: 2)
    #expect(one == two && !one.isEmpty)
    let none = RangeScenario("none", isPresent: some.scenario.isPresent.map { _ in false })
    #expect(try await some.study.importance(in: none, ofLines: some.lines).isEmpty)
  }
}
