import Geometry
import Permeability
import TestSupport
import Testing

@testable import Connectivity

/// Laws that hold on every landscape.
@Suite struct RangeLawTests {
  private static func equivalentArea(
    _ study: RangeStudy, _ isPresent: [Bool]
  ) async throws -> Double {
    let graph = study.patches(study.walls(in: RangeScenario("", isPresent: isPresent)))
    return graph.connectedArea(try await graph.reach()).equivalentArea
  }

  /// Cells that no barrier divides.
  private static func parts(_ landscape: Landscape) async throws -> PatchGraph {
    let mesh = try await RangeMesh(range: landscape.range, barriers: LineColumn())
    return PatchGraph(mesh, permeability: [], rule: PatchRule(leastArea: 0))
  }

  @Test(arguments: 0..<60) func `opening a barrier never lowers ECA, adding one never raises it`(
    seed: Int
  ) async throws {
    let landscape = Landscape(
      seed: 2000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: 3 + seed % 10)
    let study = try await landscape.study(
      PatchRule(cutsBelow: seed % 3 == 0 ? 0.5 : 1, leastArea: 0))
    var random = SeededGenerator(seed: UInt64(seed))
    var isPresent = landscape.permeability.map { _ in false }
    var last = try await Self.equivalentArea(study, isPresent)
    for barrier in isPresent.indices.shuffled(using: &random) {
      isPresent[barrier] = true
      let next = try await Self.equivalentArea(study, isPresent)
      #expect(next <= last * (1 + 1e-12), Comment(rawValue: landscape.name))
      last = next
    }
  }

  /// A wall of which half is closed; a permeable barrier cuts the part of the patch at the closed half
  /// off, and what is left has but the open half to pass.
  @Test func `with the mean, a permeable barrier more can connect`() async throws {
    let barriers = LineColumn([
      [[Position(71, 0), Position(71, 0.5)]], [[Position(71, 0.5), Position(71, 1)]],
      [[Position(70.9, 0), Position(71, 0.5)]],
    ])
    let mesh = try await RangeMesh(
      range: PolygonColumn([[[square(70, 0, 72, 1)]]]), barriers: barriers)
    let network = try await BarrierNetwork(
      barriers, families: [0, 1, 2], rule: BundleRule(distance: 1, overlap: 1e9))
    let permeability = BarrierPermeability(means: [0, 0.9, 0.95].map(Estimate.init))
    var areas: [PatchRule.Edge: [Double]] = [:]
    for edge in PatchRule.Edge.allCases {
      let study = RangeStudy(
        mesh, network, permeability, rule: PatchRule(leastArea: 0, edge: edge), dependence: 1)
      for third in [false, true] {
        areas[edge, default: []].append(try await Self.equivalentArea(study, [true, true, third]))
      }
    }
    let (mean, most) = (areas[.mean] ?? [], areas[.most] ?? [])
    #expect(mean[1] > 1.1 * mean[0])
    #expect(most[1] < most[0])
  }

  @Test(arguments: 0..<40) func `fully permeable barriers divide nothing, closed ones all`(
    seed: Int
  )
    async throws
  {
    var landscape = Landscape(seed: 3000 + seed, seed % 2 == 0 ? .lattice : .free)
    let parts = try await Self.parts(landscape)
    let whole = parts.areas.reduce(0) { $0 + $1 * $1 }
    for edge in PatchRule.Edge.allCases {
      let rule = PatchRule(leastArea: 0, edge: edge)
      landscape.permeability = landscape.permeability.map { _ in Estimate(1) }
      let open = try await landscape.study(rule).measures(of: landscape.all)[0]
      #expect(abs(open.connected.central.pairs - whole) < 1e-9 * whole)
      #expect(open.patches == parts.count)
      landscape.permeability = landscape.permeability.map { _ in Estimate(0) }
      let study = try await landscape.study(rule)
      let closed = try await study.measures(of: landscape.all)[0]
      let patches = study.patches(study.walls(in: landscape.all))
      // Jaeger's mesh: Σ aᵢ² / A.
      let jaeger = patches.areas.reduce(0) { $0 + $1 * $1 } / patches.area
      #expect(abs(closed.connected.central.meshSize - jaeger) < 1e-9 * jaeger)
      #expect(closed.connected.central.equivalentArea <= open.connected.central.equivalentArea)
    }
  }

  @Test(arguments: 0..<60) func `areas add up to the range, whatever divides it`(seed: Int)
    async throws
  {
    let landscape = Landscape(seed: 4000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: 12)
    let whole = try await Self.parts(landscape).area
    let rows = (0..<landscape.range.count).map { landscape.range.row($0) }
    for (rule, isPresent) in [(0.0, true), (0, false), (500, true)] {
      let study = try await landscape.study(PatchRule(leastArea: rule))
      let scenario = RangeScenario("", isPresent: landscape.permeability.map { _ in isPresent })
      let patches = study.patches(study.walls(in: scenario))
      #expect(abs(patches.area - whole) < 1e-9 * whole)
      #expect(abs(study.mesh.areas.reduce(0, +) - whole) < 1e-9 * whole)
    }
    // A region and what is outside of it.
    let mesh = try await RangeMesh(
      range: landscape.range, regions: rows[0], barriers: landscape.barriers)
    let first = try await RangeMesh(range: rows[0], barriers: LineColumn())
    let inside = zip(mesh.areas, mesh.regions[0]).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let expected = first.areas.reduce(0, +)
    #expect(abs(inside - expected) < 1e-9 * expected)
  }

  @Test(arguments: 0..<20) func `the same on two cores`(seed: Int) async throws {
    let landscape = Landscape(seed: 5000 + seed, .free, barriers: 20)
    let rule = PatchRule(cutsBelow: 0.8, leastArea: 10)
    let (one, two) = try await (landscape.study(rule), landscape.study(rule, jobs: 2))
    #expect(one.mesh.areas == two.mesh.areas && one.mesh.walls == two.mesh.walls)
    #expect(one.mesh.pieces == two.mesh.pieces)
    let first = try await one.measures(of: landscape.all)
    #expect(try await two.measures(of: landscape.all, jobs: 2) == first)
  }

  @Test(arguments: 0..<60) func `order, direction and fragments of barriers change nothing`(
    seed: Int
  ) async throws {
    let landscape = Landscape(seed: 6000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: 8)
    var random = SeededGenerator(seed: UInt64(seed))
    let other = landscape.redrawn(using: &random)
    let rule = PatchRule(
      cutsBelow: seed % 3 == 0 ? 0.5 : 1, leastArea: 0, edge: seed % 2 == 0 ? .most : .mean)
    let first = try await landscape.study(rule).measures(of: landscape.all)
    let second = try await other.study(rule).measures(of: other.all)
    #expect(first.map(\.region) == second.map(\.region))
    for (first, second) in zip(first, second) {
      #expect(first.patches == second.patches)
      for (a, b) in [
        (first.connected.low.pairs, second.connected.low.pairs),
        (first.connected.central.pairs, second.connected.central.pairs),
        (first.meshSizeAcrossBorders, second.meshSizeAcrossBorders),
        (first.variants.otherEdge.pairs, second.variants.otherEdge.pairs),
        (first.barrierLength, second.barrierLength),
        (first.meanPermeability ?? -1, second.meanPermeability ?? -1),
        (first.threshold?.floor.pairs ?? 0, second.threshold?.floor.pairs ?? 0),
        (first.threshold?.ceiling.pairs ?? 0, second.threshold?.ceiling.pairs ?? 0),
      ] {
        #expect(abs(a - b) <= 1e-9 * max(abs(a), abs(b)), Comment(rawValue: landscape.name))
      }
    }
  }
}

extension Landscape {
  /// The same barriers in another order, some of them backwards, some in fragments.
  fileprivate func redrawn(using random: inout SeededGenerator) -> Landscape {
    var fragments: [(row: Int, vertices: [Position])] = []
    for row in 0..<barriers.count {
      for path in barriers.pathIndices(of: row) {
        var vertices = barriers.paths.positions(of: path)
        if Bool.random(using: &random) { vertices.reverse() }
        while vertices.count > 2, Bool.random(using: &random) {
          let cut = Int.random(in: 1..<vertices.count - 1, using: &random)
          fragments.append((row, Array(vertices[...cut])))
          vertices.removeFirst(cut)
        }
        fragments.append((row, vertices))
      }
    }
    fragments.shuffle(using: &random)
    var other = self
    other.barriers = LineColumn(fragments.map { [$0.vertices] })
    other.families = fragments.map { families[$0.row] }
    other.permeability = fragments.map { permeability[$0.row] }
    return other
  }
}
