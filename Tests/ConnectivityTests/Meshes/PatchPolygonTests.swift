import GEOSBridge
import Geometry
import Permeability
import Testing

@testable import Connectivity

/// The polygons of patches: valid, as large as the patches, beside each other, and those of GEOS.
@Suite struct PatchPolygonTests {
  @Test(arguments: 0..<80) func `polygons of patches are valid and have their areas`(seed: Int)
    async throws
  {
    let landscape = Landscape(
      seed: 10_000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: seed % 14)
    let rule = PatchRule(cutsBelow: seed % 3 == 0 ? 0.6 : 1, leastArea: 0)
    let study = try await landscape.study(rule)
    let patches = study.patches(study.walls(in: landscape.all))
    let polygons = study.mesh.polygons(of: patches.nodesOfCells, count: patches.count)
    let geos = GEOSContext()
    let comment = Comment(rawValue: landscape.name)
    try #require(polygons.count == patches.count)
    for patch in 0..<patches.count {
      // Crossings are rounded, which may turn a patch of some square metres inside out.
      if patches.areas[patch] < 1e-6 { continue }
      #expect(polygons.validity(ofRow: patch) == .valid, comment)
      #expect(try geos.makePolygon(row: patch, of: polygons).invalidity() == nil, comment)
      let area = polygons.partIndices(of: patch).reduce(0) { sum, part in
        sum + SimpleMesh.area(polygons.ringIndices(ofPart: part).map(polygons.rings.positions))
      }
      #expect(abs(area - patches.areas[patch]) < 1e-6 * patches.area, comment)
    }
    try expectNeighbours(patches, landscape, rule)
  }

  /// What lies beside what, with the chance to get there at once.
  private func expectNeighbours(
    _ patches: PatchGraph, _ landscape: Landscape, _ rule: PatchRule
  ) throws {
    let simple = SimplePatches(
      try SimpleMesh(landscape), { landscape.value($0, \.central) }, rule)
    var expected: [(areas: Double, chance: Double)] = []
    for (i, row) in simple.direct.enumerated() {
      for (j, chance) in row.enumerated() where i < j {
        if let chance { expected.append((simple.areas[i] * simple.areas[j], chance)) }
      }
    }
    var found: [(areas: Double, chance: Double)] = []
    for (node, others) in patches.neighbours() {
      for (other, chance) in others where node < other {
        found.append((patches.areas[node] * patches.areas[other], chance))
      }
    }
    #expect(found.count == expected.count, Comment(rawValue: landscape.name))
    let (own, sum) = (
      found.reduce(0) { $0 + $1.areas * $1.chance },
      expected.reduce(0) { $0 + $1.areas * $1.chance }
    )
    #expect(abs(own - sum) < 1e-6 * patches.area * patches.area)
  }

  /// GEOS alone: the outline of all rows of the range, and the barriers, noded and polygonized.
  @Test(arguments: 0..<80) func `closed patches are the polygons that GEOS makes of all lines`(
    seed: Int
  ) async throws {
    let landscape = Landscape(
      seed: 11_000 + seed, seed % 2 == 0 ? .lattice : .free, barriers: seed % 14)
    let mesh = try await RangeMesh(range: landscape.range, barriers: landscape.barriers)
    let patches = PatchGraph(
      mesh, permeability: mesh.walls.map { _ in 0 }, rule: PatchRule(leastArea: 0))
    let expected = try Self.areasByGEOS(landscape)
    let found = patches.areas.filter { $0 > 1e-8 }.sorted()
    let comment = Comment(rawValue: landscape.name)
    try #require(found.count == expected.count, comment)
    for (own, other) in zip(found, expected) {
      #expect(abs(own - other) < 1e-6 * patches.area, comment)
    }
  }

  private static func areasByGEOS(_ landscape: Landscape) throws -> [Double] {
    let geos = GEOSContext()
    let union = try geos.makePolygon(
      parts: 0..<landscape.range.partCount, of: landscape.range
    ).unaryUnion()
    var outline = GeometryColumn()
    try outline.append(union, only: .polygon)
    let rings = outline.polygons.rings
    let paths = landscape.barriers.paths
    let lines =
      (0..<rings.count).map { rings.positions(of: $0) }
      + (0..<paths.count).map { paths.positions(of: $0) }.filter { line in
        line.contains { $0 != line[0] }
      }
    var found = GeometryColumn()
    try found.append(
      geos.makeLine(row: 0, of: LineColumn([lines])).unaryUnion().polygonized(), only: .polygon)
    return try (0..<found.polygons.partCount).compactMap { part in
      let rings = found.polygons.ringIndices(ofPart: part).map(found.polygons.rings.positions)
      let inside = try geos.makePolygon(parts: part..<part + 1, of: found.polygons).pointOnSurface()
      let area = SimpleMesh.area(rings)
      return try union.contains(inside) && area > 1e-8 ? area : nil
    }.sorted()
  }
}
