import Geometry
import Testing

@testable import Connectivity

/// Worked cases: how barriers divide a range of 4° × 4°.
@Suite struct RangeMeshTests {
  private static let range = PolygonColumn([[[square(70, 40, 74, 44)]]])

  private func mesh(
    _ barriers: [[(Double, Double)]], range: PolygonColumn = Self.range,
    regions: PolygonColumn = PolygonColumn()
  ) async throws -> RangeMesh {
    try await RangeMesh(
      range: range, regions: regions,
      barriers: LineColumn(barriers.map { [$0.map { Position(70 + $0.0, 40 + $0.1) }] }))
  }

  /// The number of patches where all barriers are closed.
  private func patchCount(_ mesh: RangeMesh) -> Int {
    PatchGraph(mesh, permeability: mesh.walls.map { _ in 0 }, rule: PatchRule(leastArea: 0)).count
  }

  @Test func `what ends inside makes a wall that divides nothing`() async throws {
    let inside = try await mesh([[(1, -1), (1, 3)]])
    #expect(inside.count == 1 && inside.walls.count == 1 && !inside.walls[0].divides)
    let through = try await mesh([[(1, -1), (1, 5)]])
    #expect(through.count == 2 && through.walls.count == 1 && through.walls[0].divides)
    #expect(abs(through.walls[0].length - 4 * 111_000) < 1000)
  }

  @Test func `barriers that touch close, those that cross at a vertex divide in four`()
    async throws
  {
    #expect(try await mesh([[(0, 2), (2, 2)], [(2, 2), (4, 2)]]).count == 2)
    #expect(try await mesh([[(0, 2), (2, 2)], [(2.001, 2), (4, 2)]]).count == 1)
    #expect(try await mesh([[(0, 2), (2, 2)], [(2, 0), (2, 4)]]).count == 3)
    #expect(
      try await mesh([[(0, 0), (2, 2), (4, 4)], [(0, 4), (2, 2), (4, 0)]]).count == 4)
    #expect(try await mesh([[(1, 1), (3, 1), (2, 3), (1, 1)]]).count == 2)
  }

  @Test func `barriers along the border of the range or of a hole are outside of it`() async throws
  {
    let border = try await mesh([[(0, 0), (4, 0), (4, 4)], [(-1, 4), (5, 4)]])
    #expect(border.count == 1 && border.walls.isEmpty)
    let holed = PolygonColumn([[[square(70, 40, 74, 44), square(71, 41, 73, 43)]]])
    let ring = try await mesh([[(1, 1), (1, 3), (3, 3)], [(0, 1), (1, 1)]], range: holed)
    #expect(ring.count == 1 && ring.walls.count == 1)
    let cut = try await mesh([[(0, 1), (1, 1), (1, 3), (3, 3), (4, 3)]], range: holed)
    #expect(cut.count == 2 && cut.walls.count == 2)
  }

  @Test func `a border between two rows of the range divides nothing, a barrier on it does`()
    async throws
  {
    let rows = PolygonColumn([
      [[square(70, 40, 72, 44)]], [[square(72, 40, 74, 44)]], [[square(71, 41, 73, 43)]],
    ])
    #expect(patchCount(try await mesh([], range: rows)) == 1)
    #expect(patchCount(try await mesh([[(2, -1), (2, 5)]], range: rows)) == 2)
    #expect(patchCount(try await mesh([[(2, 0), (2, 3.5)]], range: rows)) == 1)
  }

  @Test func `cells that meet in a corner are no neighbours`() async throws {
    let corners = PolygonColumn([[[square(70, 40, 72, 42)], [square(72, 42, 74, 44)]]])
    let apart = try await mesh([], range: corners)
    #expect(apart.count == 2 && apart.openings.isEmpty && patchCount(apart) == 2)
  }

  @Test func `repeated vertices, lines without length and without vertices change nothing`()
    async throws
  {
    let plain = try await mesh([[(1, -1), (1, 2), (1, 5)]])
    let odd = try await mesh([
      [(1, -1), (1, -1), (1, 2), (1, 2), (1, 2), (1, 5), (1, 5)], [(3, 3), (3, 3)], [(3, 2)], [],
    ])
    #expect(odd.areas == plain.areas)
    #expect(odd.walls.map(\.length).reduce(0, +) == plain.walls.map(\.length).reduce(0, +))
    let none = try await mesh([])
    #expect(none.count == 1 && none.walls.isEmpty && none.openings.isEmpty)
    let nowhere = try await mesh([[(0, 0), (1, 1)]], range: PolygonColumn())
    #expect(nowhere.count == 0 && nowhere.walls.isEmpty)
    let graph = PatchGraph(nowhere, permeability: [], rule: PatchRule())
    #expect(graph.connectedArea(try await graph.reach()).equivalentArea == 0)
  }

  @Test func `regions equal to the range, outside of it, across it and without vertices`()
    async throws
  {
    let regions = PolygonColumn([
      [[square(70, 40, 74, 44)]], [[square(80, 40, 84, 44)]], [[square(73, 39, 75, 45)]],
      [[square(74, 40, 75, 44)]], [],
    ])
    let mesh = try await mesh([[(1, -1), (1, 5)]], regions: regions)
    #expect(mesh.count == 3)
    #expect(mesh.regions.map { $0.count { $0 } } == [3, 0, 1, 0, 0])
    #expect(patchCount(mesh) == 2)
  }

  @Test func `one barrier twice makes one wall of two pieces`() async throws {
    let mesh = try await mesh([[(1, -1), (1, 5)], [(1, 5), (1, -1)]])
    #expect(mesh.walls.count == 1)
    #expect(mesh.pieces.map(\.barrier).sorted() == [0, 1])
    // Both begin a degree outside.
    #expect(mesh.pieces.allSatisfy { abs($0.stretch.lowerBound - 111_000) < 500 })
  }

  @Test func `across the antimeridian a range stays whole`() async throws {
    let range = PolygonColumn([[[square(178, 60, 180, 64)], [square(-180, 61, -178, 63)]]])
    func mesh(_ barriers: [[Position]]) async throws -> RangeMesh {
      try await RangeMesh(range: range, barriers: LineColumn(barriers.map { [$0] }))
    }
    let whole = try await mesh([])
    #expect(whole.count == 2 && patchCount(whole) == 1)
    // Through both halves, to the seam at the same latitude.
    let through = [
      [Position(177, 62), Position(180, 62)], [Position(-180, 62), Position(-177, 62)],
    ]
    #expect(patchCount(try await mesh(through)) == 2)
    #expect(patchCount(try await mesh([through[0]])) == 1)
    let along = try await mesh([[Position(-180, 60), Position(-180, 64)]])
    #expect(patchCount(along) == 2 && along.walls.count == 1)
    let part = try await mesh([[Position(180, 60), Position(180, 62)]])
    #expect(patchCount(part) == 1 && part.walls.count == 1 && part.walls[0].divides)
    #expect(abs(part.walls[0].length - 111_400) < 200)
  }
}
