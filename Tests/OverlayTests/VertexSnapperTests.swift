import Geometry
import Overlay
import PROJBridge
import TestSupport
import Testing

/// Vertices of polygons and of lines around one place, in metres from it.
private struct Surroundings: Sendable, CustomTestStringConvertible {
  let center: Position
  let seed: UInt64

  var testDescription: String { "around \(center.x), \(center.y), seed \(seed)" }

  static let all = [0, 21.5, 46, 69, 80, 89, 89.99, 89.9999, -51, -88].flatMap { latitude in
    [0.0, -97.25, 179.9999, -179.9999, 180].map {
      Surroundings(center: Position($0, latitude), seed: UInt64(abs(latitude) * 10))
    }
  }

  /// Positions up to `reach` metres away, some of them at or beyond ±180° put onto it.
  func scatter(_ count: Int, reach: Double, with random: inout SeededGenerator) -> [Position] {
    (0..<count).map { _ in
      let distance = Double.random(in: 0...reach, using: &random)
      let azimuth = Double.random(in: 0...360, using: &random)
      var position = Geodesic.wgs84.direct(from: center, azimuth: azimuth, distance: distance)
      if Int.random(in: 0..<8, using: &random) == 0 { position.x = position.x < 0 ? -180 : 180 }
      return position
    }
  }
}

private func polygons(withVertices vertices: [Position]) -> PolygonColumn {
  PolygonColumn([[[vertices + vertices.prefix(1)]]])
}

/// The nearest of all vertices on the same side of the antimeridian, and how far it is.
private func nearest(to position: Position, of vertices: [Position]) -> (Position, Double)? {
  vertices.filter { abs($0.x - position.x) <= 180 }
    .map { ($0, Geodesic.wgs84.distance(from: position, to: $0)) }
    .min { $0.1 < $1.1 }
}

@Suite("Snapping vertices")
struct VertexSnapperTests {
  /// Against a search through all vertices by geodesic distance.
  @Test(arguments: Surroundings.all)
  private func `a vertex takes the nearest within the tolerance and stays where there is none`(
    _ place: Surroundings
  ) throws {
    var random = SeededGenerator(seed: place.seed)
    for tolerance in [0.05, 20, 3000] {
      let corners = place.scatter(60, reach: 12 * tolerance, with: &random)
      let vertices = place.scatter(150, reach: 12 * tolerance, with: &random)
      var lines = LineColumn([[vertices]])
      var report = VertexSnapper.Report()
      VertexSnapper(polygons(withVertices: corners), tolerance: tolerance)
        .snap(&lines, report: &report)
      var moves: [Double] = []
      for (index, vertex) in vertices.enumerated() {
        let (corner, distance) = try #require(nearest(to: vertex, of: corners))
        let isNear = distance <= tolerance
        #expect(lines.paths.position(at: index) == (isNear ? corner : vertex))
        if isNear && corner != vertex { moves.append(distance) }
      }
      #expect(report.vertices == moves.count)
      // The snapper measures by the series for short edges, which is that close to PROJ.
      #expect(abs(report.greatestMove - (moves.max() ?? 0)) < 1e-8)
      #expect(!moves.isEmpty && moves.count < vertices.count)
    }
  }

  @Test func `a vertex on a corner already is not counted as moved`() {
    var lines = LineColumn([[path((0, 0), (10, 0), (5, 5))]])
    let before = lines
    var report = VertexSnapper.Report()
    VertexSnapper(PolygonColumn([[square]]), tolerance: 5).snap(&lines, report: &report)
    #expect(lines == before)
    #expect(report == VertexSnapper.Report())
  }

  @Test func `a report adds up over batches`() {
    var report = VertexSnapper.Report()
    let snapper = VertexSnapper(PolygonColumn([[square]]), tolerance: 200)
    for y in [0.001, 0.0005] {
      var lines = LineColumn([[path((0, y), (5, 5))]])
      snapper.snap(&lines, report: &report)
      #expect(lines.paths.positions(of: 0) == path((0, 0), (5, 5)))
    }
    #expect(report.vertices == 2)
    #expect(abs(report.greatestMove - 110.57) < 0.01)
  }

  /// A jump over ±180° would draw the next segment around the whole Earth.
  @Test func `no vertex jumps over the antimeridian`() {
    let corners = polygons(withVertices: path((-180, 65), (-179.99, 65), (-179.99, 66)))
    var lines = LineColumn([
      [path((179.999999, 65), (179, 65))], [path((-179.999999, 65), (-179, 65))],
    ])
    var report = VertexSnapper.Report()
    VertexSnapper(corners, tolerance: 10).snap(&lines, report: &report)
    #expect(lines.paths.positions(of: 0) == path((179.999999, 65), (179, 65)))
    #expect(lines.paths.positions(of: 1) == path((-180, 65), (-179, 65)))
    #expect(report.vertices == 1)
  }
}
