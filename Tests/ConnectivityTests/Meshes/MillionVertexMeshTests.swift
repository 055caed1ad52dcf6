import Foundation
import Geometry
import PROJBridge
import TestSupport
import Testing

@testable import Connectivity

@Suite("A range of a million vertices", .serialized)
struct MillionVertexMeshTests {
  /// A zigzag between two circles of 5° around 60° E, 45° N.
  private static func ring(_ count: Int) -> [Position] {
    let vertices = (0..<count).map { vertex in
      let angle = 2 * Double.pi * Double(vertex) / Double(count)
      let radius = vertex % 2 == 0 ? 5 : 4.999
      return Position(60 + radius * cos(angle), 45 + radius * sin(angle))
    }
    return vertices + vertices.prefix(1)
  }

  /// Twenty lines from edge to edge, and twenty thousand short ones, each in a square of its own, that
  /// divide nothing: some end in a patch, some cross a line.
  private static func barriers() -> LineColumn {
    var random = SeededGenerator(seed: 5)
    let across = (0..<20).map { line in
      let x = 56.05 + 0.4 * Double(line)
      return [[Position(x, 39), Position(x + 0.01, 45), Position(x, 51)]]
    }
    let short = (0..<20_000).map { number in
      let (x, y) = (56.5 + 0.05 * Double(number % 141), 41.5 + 0.05 * Double(number / 141))
      let ends = (0..<2).map { _ in
        Position(
          x + Double.random(in: 0...0.049, using: &random),
          y + Double.random(in: 0...0.049, using: &random))
      }
      return [ends]
    }
    return LineColumn(across + short)
  }

  @Test(.timeLimit(.minutes(20)))
  func `a million vertices and twenty thousand barriers are divided`() async throws {
    let ring = Self.ring(1_000_000)
    let barriers = Self.barriers()
    let mesh = try await RangeMesh(
      range: PolygonColumn([[[ring]]]), barriers: barriers, jobs: 2)
    let patches = PatchGraph(
      mesh, permeability: mesh.walls.map { _ in 0 }, rule: PatchRule(leastArea: 0))
    // Where lines pass through the teeth of the ring they cut tips off.
    #expect(patches.areas.count { $0 > 1 } == 21 && patches.count > 21)
    #expect(Set(mesh.pieces.map(\.barrier)).count == barriers.count)
    let ordinates = ring.flatMap { [$0.x, $0.y] }
    let area = abs(Geodesic.wgs84.signedArea(ofRing: ordinates.span)) / 1e6
    #expect(abs(mesh.areas.reduce(0, +) - area) < 1e-9 * area)
    let polygons = mesh.polygons(of: patches.nodesOfCells, count: patches.count)
    #expect((0..<patches.count).allSatisfy { polygons.partIndices(of: $0).count == 1 })
    #expect(polygons.rings.vertexCount > ring.count)
  }
}
