import Formats
import GEOSBridge
import Geometry
import Overlay
import PROJBridge
import TestSupport
import Testing

#if GDAL
  /// All rows of one kind in a file, as they are delivered.
  private func rows(_ name: String) throws -> GeometryColumn {
    let reader = try GDALReader(path: TestFiles.shared(name))
    let layer = try reader.open(layer: reader.layers[0].name)
    var column = GeometryColumn()
    while let batch = try layer.next(limit: 4096) {
      for row in 0..<batch.count { column.append(row, of: batch.geometry) }
    }
    return column
  }

  private func lines(_ name: String) throws -> LineColumn { try rows(name).lines }

  /// Polygons, repaired where GEOS finds them invalid.
  private func polygons(_ name: String) throws -> PolygonColumn {
    let column = try rows(name)
    let geos = GEOSContext()
    var repaired = GeometryColumn()
    for row in column.rows(of: .polygon) {
      let geometry = try geos.makePolygon(row: column.slots[row], of: column.polygons)
      if try geometry.invalidity() == nil {
        repaired.append(row, of: column)
      } else {
        try repaired.append(try geometry.madeValid(), only: .polygon)
      }
    }
    return repaired.polygons
  }

  extension LineColumn {
    fileprivate func row(_ row: Int) -> [[Position]] {
      pathIndices(of: row).map(paths.positions(of:))
    }

    /// Every segment of a row as a line of its own.
    fileprivate func segments(ofRow row: Int) -> [[[Position]]] {
      self.row(row).flatMap { path in zip(path, path.dropFirst()).map { [[$0, $1]] } }
    }
  }

  /// What GEOS and PROJ say, polygon by polygon: GEOS cuts, PROJ measures the cut pieces.
  private struct Expected {
    var inside = 0.0
    var boundary = 0.0
    var crossings = 0

    init(_ lines: LineColumn, _ polygons: PolygonColumn, _ row: Int) throws {
      let geos = GEOSContext()
      let box = polygons.box(of: row)
      let region = try geos.makePolygon(row: row, of: polygons)
      let edge = try region.boundary()
      let prepared = try GEOSPrepared(try geos.makePolygon(row: row, of: polygons))
      let rings = polygons.partIndices(of: row).map { part in
        polygons.ringIndices(ofPart: part).map(polygons.rings.positions(of:))
      }
      for line in 0..<lines.count where lines.box(of: line).meets(box) {
        let geometry = try geos.makeLine(row: line, of: lines)
        guard try prepared.intersects(geometry) else { continue }
        if try prepared.contains(geometry), try !geometry.intersects(edge) {
          inside += Geodesic.wgs84.length(ofRow: line, of: lines)
          continue
        }
        // GEOS merges what a line repeats of itself: only simple lines may be cut whole.
        let parts = try geometry.isSimple ? [lines.row(line)] : lines.segments(ofRow: line)
        for part in parts {
          let geometry = try geos.makeLine(row: 0, of: LineColumn([part]))
          let onEdge = try Self.length(try geometry.intersection(edge))
          boundary += onEdge
          inside += try Self.length(try geometry.intersection(region)) - onEdge
        }
        for path in lines.pathIndices(of: line) {
          let positions = lines.paths.positions(of: path)
          crossings += try GEOSOracle(line: positions, polygon: rings).count.crossings
        }
      }
    }

    private static func length(_ geometry: borrowing GEOSHandle) throws -> Double {
      var column = GeometryColumn()
      try column.append(geometry, only: .line)
      return column.lines.count == 0 ? 0 : Geodesic.wgs84.length(ofRow: 0, of: column.lines)
    }
  }

  @Test(
    "real lines against real polygons, as GEOS cuts and PROJ measures them",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)),
    arguments: [
      ("osm-central-asia/kyrgyzstan_rail.fgb", "natural-earth/ne_10m_admin_0_countries.fgb"),
      ("osm-central-asia/tajikistan_rail.fgb", "natural-earth/ne_10m_admin_0_countries.fgb"),
      ("osm-central-asia/mongolia_rail.fgb", "synthetic-cami/ptcr_schematic.gpkg"),
      ("osm-central-asia/uzbekistan_rail.fgb", "synthetic-cami/ptcr_schematic.gpkg"),
      ("osm-central-asia/turkmenistan_rail.fgb", "synthetic-cami/ranges_iucn_schema.shp"),
      ("synthetic-cami/border_fences_schematic.geojson", "synthetic-cami/ptcr_schematic.gpkg"),
      (
        "synthetic-cami/border_fences_schematic.geojson",
        "natural-earth/ne_10m_admin_0_countries.fgb"
      ),
    ])
  func realData(lineFile: String, polygonFile: String) async throws {
    let (lines, polygons) = (try lines(lineFile), try polygons(polygonFile))
    #expect(lines.count > 0 && polygons.count > 0)
    let cuts = try await PolygonOverlay(polygons, measuredBy: .geodesic).cut(lines, jobs: 2)
    var met = 0
    for row in 0..<polygons.count {
      let meetings = cuts.meetings.filter { $0.polygon == row }
      let expected = try Expected(lines, polygons, row)
      let inside = meetings.map(\.insideLength).reduce(0, +)
      let boundary = meetings.map(\.boundaryLength).reduce(0, +)
      met += meetings.count
      #expect(abs(inside - expected.inside) <= 1e-9 * max(expected.inside, 1000), "polygon \(row)")
      #expect(abs(boundary - expected.boundary) <= 1e-9 * max(expected.boundary, 1000))
      #expect(meetings.map(\.crossings).reduce(0, +) == expected.crossings, "polygon \(row)")
    }
    #expect(met > 0)
  }

  @Test(
    "over a partition of countries, inside and boundary and outside are the whole line",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  func partition() async throws {
    let lines = try lines("osm-central-asia/uzbekistan_roads.fgb")
    let countries = try polygons("natural-earth/ne_10m_admin_0_countries.fgb")
    let cuts = try await PolygonOverlay(countries, measuredBy: .geodesic).cut(lines, jobs: 2)
    var summary = Summary(polygonGroups: Array(0..<countries.count))
    summary.add(cuts, of: lines, lineGroups: Array(repeating: 0, count: lines.count))
    let cover = try #require(summary.cover[0])
    let inside = summary.totals.values.map(\.insideLength).reduce(0, +)
    let shares = summary.totals.values.map(\.boundaryShare).reduce(0, +)
    #expect(abs(inside + shares + cover.outsideLength - cover.length) <= 1e-9 * cover.length)
  }

  @Test(
    "a fence on a border lies on the boundary of both countries and is counted once",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  func fencesOnBorders() async throws {
    // The file says that it is rounded to 1e-6°: its vertices are the border's within 0.08 m.
    var fences = try lines("synthetic-cami/border_fences_schematic.geojson")
    let countries = try polygons("natural-earth/ne_10m_admin_0_countries.fgb")
    var report = VertexSnapper.Report()
    VertexSnapper(countries, tolerance: 0.08).snap(&fences, report: &report)
    #expect(report.vertices > 1300)
    #expect(report.greatestMove < 0.08)
    let cuts = try await PolygonOverlay(countries, measuredBy: .geodesic).cut(fences)
    let boundary = cuts.meetings.map(\.boundaryLength).reduce(0, +)
    let length = cuts.chainage.lengths.reduce(0, +)
    var summary = Summary(polygonGroups: Array(0..<countries.count))
    summary.add(cuts, of: fences, lineGroups: Array(repeating: 0, count: fences.count))
    let cover = try #require(summary.cover[0])
    let shares = summary.totals.values.map(\.boundaryShare).reduce(0, +)
    #expect(boundary > 1.9 * length)
    #expect(cuts.meetings.map(\.insideLength).reduce(0, +) < 0.05 * length)
    #expect(shares <= length * (1 + 1e-9))
    #expect(abs(cover.insideLength + cover.boundaryLength + cover.outsideLength - length) < 1e-6)
  }
#endif
