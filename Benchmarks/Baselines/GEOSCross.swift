import GEOSBridge
import Geometry

/// The GEOS program for lines against lines: an index over the boxes of the fences, every track
/// prepared, and intersections with the fences that meet it. All points stay in memory.
final class GEOSCross {
  private let geos = GEOSContext()
  private let fences: LineColumn
  private let geometries: [GEOSShared]
  private let index: PackedIndex

  /// Makes a geometry of every fence.
  init(_ fences: LineColumn) throws {
    let geos = geos
    self.fences = fences
    geometries = try (0..<fences.count).map {
      try GEOSShared(geos.makeLine(row: $0, of: fences))
    }
    index = PackedIndex((0..<fences.count).map(fences.box(of:)))
  }

  /// Counts where every track meets fences.
  func crossings(of tracks: LineColumn) throws -> Findings {
    var points = GeometryColumn()
    let counts = try (0..<tracks.count).map { row in
      let track = try GEOSPrepared(geos.makeLine(row: row, of: tracks))
      let before = points.points.paths.vertexCount
      for fence in index.items(meeting: tracks.box(of: row)) {
        let geometry = geometries[fence]
        guard try track.intersects(geometry.handle) else { continue }
        try points.append(try track.base.intersection(geometry.handle), only: .point)
      }
      return UInt64(points.points.paths.vertexCount - before)
    }
    return withExtendedLifetime(points) { Findings(counts: counts) }
  }
}
