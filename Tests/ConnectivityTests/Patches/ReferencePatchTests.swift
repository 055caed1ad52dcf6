import Geometry
import Permeability
import Testing

@testable import Connectivity

/// The values of section 11 of the model, from graphs and from real geometry.
@Suite struct ReferencePatchTests {
  @Test func `two patches of 6 and 4`() async throws {
    for (p, expected) in [(0.0, 5.2), (0.25, 6.4), (1, 10)] {
      let graph = PatchGraph(areas: [6, 4], links: [(0, 1, p)])
      let connected = graph.connectedArea(try await graph.reach())
      #expect(abs(connected.meshSize - expected) < 1e-12)
      let real = try await Stripes([6, 4], [p]).connected()
      #expect(abs(real.meshSize / real.landscape - expected / 10) < 1e-12)
    }
  }

  @Test(arguments: PatchRule.Edge.allCases)
  func `a chain of patches of 5, 3 and 2`(edge: PatchRule.Edge) async throws {
    let graph = PatchGraph(areas: [5, 3, 2], links: [(0, 1, 0.5), (1, 2, 0.2)], edge: edge)
    let connected = graph.connectedArea(try await graph.reach())
    #expect(abs(connected.meshSize - 5.74) < 1e-12)
    #expect(abs(connected.probability - 0.574) < 1e-12)
    #expect(abs(connected.equivalentArea - 7.576) < 5e-4)
    let real = try await Stripes([5, 3, 2], [0.5, 0.2]).connected(edge)
    let scale = real.landscape / 10
    #expect(abs(real.meshSize / scale - 5.74) < 1e-12)
    #expect(abs(real.equivalentArea / scale - 57.4.squareRoot()) < 1e-12)
    // PC is C_mesh, by whatever way the numbers come.
    #expect(abs(real.probability - real.meshSize / real.landscape) < 1e-15)
    #expect(abs(real.probability - 0.574) < 1e-12)
  }

  @Test func `stripes have the areas of geodesics`() async throws {
    let areas = try await Stripes([5, 3, 2], [0.5, 0.2]).mesh().areas
    // 0.05° × 0.1° on the equator.
    let expected = SimpleMesh.area([square(70, 0, 70.05, 0.1)])
    #expect(abs(areas[0] - expected) < 1e-8 * expected)
  }

  @Test func `the edge rule follows the distance that barriers are followed`() {
    #expect(PatchRule.edge(traceLength: 10) == .most)
    #expect(PatchRule.edge(traceLength: 9.99) == .mean)
  }
}

/// A rectangle on the equator, cut along meridians into areas in the proportion of whole numbers.
private struct Stripes {
  private let range: PolygonColumn
  private let barriers: LineColumn
  private let permeability: [Double]

  init(_ areas: [Int], _ permeability: [Double]) {
    let ends = areas.indices.map { Double(areas[...$0].reduce(0, +)) / 100 }
    range = PolygonColumn([[[square(70, 0, 70 + ends[ends.count - 1], 0.1)]]])
    barriers = LineColumn(
      ends.dropLast().map { [[Position(70 + $0, -1), Position(70 + $0, 1)]] })
    self.permeability = permeability
  }

  func mesh() async throws -> RangeMesh {
    try await RangeMesh(range: range, barriers: barriers)
  }

  func connected(_ edge: PatchRule.Edge = .most) async throws -> ConnectedArea {
    let mesh = try await mesh()
    let values = mesh.walls.map { wall in
      mesh.pieces[wall.pieces].first.map { permeability[$0.barrier] }
    }
    let graph = PatchGraph(
      mesh, permeability: values, rule: PatchRule(leastArea: 0, edge: edge))
    return graph.connectedArea(try await graph.reach())
  }
}
