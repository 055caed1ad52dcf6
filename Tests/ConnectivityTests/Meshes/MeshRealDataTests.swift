import Formats
import GEOSBridge
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Connectivity

#if GDAL
  /// Railways of Natural Earth through invented ranges, many of which follow real borders.
  @Suite(
    "Meshes of real data",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct MeshRealDataTests {
    private static func rows(_ name: String) throws -> GeometryColumn {
      let reader = try GDALReader(path: TestFiles.shared(name))
      let layer = try reader.open(layer: reader.layers[0].name)
      var column = GeometryColumn()
      while let batch = try layer.next(limit: 4096) {
        for row in 0..<batch.count { column.append(row, of: batch.geometry) }
      }
      return column
    }

    @Test func `railways divide ranges into as many patches as GEOS finds`() async throws {
      let railways = try Self.rows("natural-earth/ne_10m_railroads.fgb").lines
      let ranges = try Self.rows("synthetic-cami/ranges_iucn_schema.shp").polygons
      try #require(ranges.count > 0 && railways.count > 0)
      var divided = 0
      for row in 0..<ranges.count {
        let range = ranges.row(row)
        if range.validity(ofRow: 0) != .valid { continue }
        let mesh = try await RangeMesh(range: range, barriers: railways)
        let patches = PatchGraph(
          mesh, permeability: mesh.walls.map { _ in 0 }, rule: PatchRule(leastArea: 0))
        let whole = (0..<range.partCount).reduce(0) { sum, part in
          sum + SimpleMesh.area(range.ringIndices(ofPart: part).map(range.rings.positions))
        }
        #expect(abs(patches.area - whole) < 1e-6 * whole)
        let alone = try await RangeMesh(range: range, barriers: LineColumn())
        #expect(abs(patches.area - alone.areas.reduce(0, +)) < 1e-9 * whole)
        #expect(patches.count == (try Self.patchesByGEOS(range, railways)))
        divided += patches.count > range.partCount ? 1 : 0
      }
      #expect(divided > 3)
    }

    /// How many polygons all lines make in a range.
    private static func patchesByGEOS(_ range: PolygonColumn, _ lines: LineColumn) throws -> Int {
      let geos = GEOSContext()
      let box = range.box(of: 0)
      let near = (0..<lines.count).filter { lines.box(of: $0).meets(box) }
        .flatMap { lines.pathIndices(of: $0).map(lines.paths.positions) }
      let rings = (0..<range.rings.count).map(range.rings.positions)
      var found = GeometryColumn()
      try found.append(
        geos.makeLine(row: 0, of: LineColumn([rings + near])).unaryUnion().polygonized(),
        only: .polygon)
      let polygon = try geos.makePolygon(row: 0, of: range)
      return try (0..<found.polygons.partCount).count { part in
        let inside = try geos.makePolygon(parts: part..<part + 1, of: found.polygons)
          .pointOnSurface()
        return try polygon.contains(inside)
      }
    }
  }
#endif
