import Foundation
import Geometry
import Overlay
import PROJBridge
import TestSupport
import Testing

@testable import Connectivity

@Suite("Random chords")
struct ChordTests {
  private let steppe = PolygonColumn([[[square(66, 47, 70, 49)]]])

  @Test func `every chord is a geodesic of its length, in edges within a metre of it`() async throws
  {
    let range = PolygonColumn([[[square(60, 40, 100, 70)]]])
    for length in [500.0, 20_000, 300_000] {
      let chords = try await Chords(in: range, length: length, count: 100, seed: 3)
      #expect(chords.count == 100)
      for row in 0..<chords.count {
        let path = chords.lines.paths.positions(of: row)
        let (start, end) = (path[0], path[path.count - 1])
        let way = Geodesic.wgs84.inverse(from: start, to: end)
        #expect(abs(way.distance - length) < 1e-6 * length)
        for (a, b) in zip(path, path.dropFirst()) {
          // The middle of the edge, and the place of the geodesic that is as far from its start.
          let middle = Position((a.x + b.x) / 2, (a.y + b.y) / 2)
          let along = Geodesic.wgs84.distance(from: start, to: middle)
          let place = Geodesic.wgs84.direct(
            from: start, azimuth: way.startAzimuth, distance: along)
          #expect(Geodesic.wgs84.distance(from: place, to: middle) < 1.01)
        }
      }
    }
  }

  @Test func `directions are uniform on the circle`() async throws {
    let chords = try await Chords(in: steppe, length: 1000, count: 4000, seed: 5)
    var sectors = Array(repeating: 0, count: 16)
    for row in 0..<chords.count {
      let path = chords.lines.paths.positions(of: row)
      let azimuth = Geodesic.wgs84.inverse(from: path[0], to: path[path.count - 1]).startAzimuth
      sectors[min(Int((azimuth + 180) / 22.5), 15)] += 1
    }
    let expected = Array(repeating: Double(chords.count) / 16, count: 16)
    #expect(chiSquare(sectors, expected) < greatestChiSquare(degrees: 15))
  }

  @Test(arguments: [UInt64(1), 2])
  func `starts are uniform by area on the ellipsoid, also far in the north`(
    seed: UInt64
  ) async throws {
    let range = PolygonColumn([[[square(50, 56, 62, 80)]]])
    let chords = try await Chords(in: range, length: 50, count: 6000, seed: seed)
    var counts = Array(repeating: 0, count: 36)
    for start in chords.starts {
      counts[6 * min(Int((start.y - 56) / 4), 5) + min(Int((start.x - 50) / 2), 5)] += 1
    }
    let bands = (0..<6).map { Self.bandArea(from: 56 + 4 * Double($0), to: 60 + 4 * Double($0)) }
    let expected = (0..<36).map {
      Double(chords.count) / 6 * bands[$0 / 6] / bands.reduce(0, +)
    }
    #expect(chiSquare(counts, expected) < greatestChiSquare(degrees: 35))
    // The test would see starts that are uniform in degrees.
    let flat = Array(repeating: Double(chords.count) / 36, count: 36)
    #expect(chiSquare(counts, flat) > 5 * greatestChiSquare(degrees: 35))
  }

  /// ∫ M N cos φ dφ by Simpson's rule, M and N the radii of curvature, but for a factor.
  private static func bandArea(from south: Double, to north: Double) -> Double {
    func density(_ degrees: Double) -> Double {
      let (e2, latitude) = (0.006_694_379_990_141_3, degrees * .pi / 180)
      let w2 = 1 - e2 * sin(latitude) * sin(latitude)
      return (1 - e2) * cos(latitude) / (w2 * w2)
    }
    let step = (north - south) / 200
    return (0..<100).reduce(0) { sum, pair in
      let x = south + 2 * Double(pair) * step
      return sum + step / 3 * (density(x) + 4 * density(x + step) + density(x + 2 * step))
    }
  }

  @Test func `polygons that overlap count once`() async throws {
    let range = PolygonColumn([
      [[square(60, 50, 62, 51)]], [[square(61, 50, 63, 51)]], [[square(61.2, 50.2, 61.8, 50.8)]],
    ])
    let chords = try await Chords(in: range, length: 50, count: 3000, seed: 8)
    var counts = [0, 0, 0]
    for start in chords.starts { counts[min(Int(start.x - 60), 2)] += 1 }
    #expect(chiSquare(counts, [1000, 1000, 1000]) < greatestChiSquare(degrees: 2))
  }

  @Test func `a range that fills little of its box is drawn from all the same`() async throws {
    // A corridor from corner to corner, and an island of a hundredth of its area.
    let corridor = [
      Position(60, 45), Position(60.1, 45), Position(70, 55), Position(69.9, 55), Position(60, 45),
    ]
    let island = square(60.1, 54.8, 60.2, 54.9)
    let range = PolygonColumn([[[corridor], [island]]])
    let sampler = try AreaSampler(try await PolygonOverlay(range, measuredBy: .geodesic))
    var random = SeededGenerator(seed: 4)
    var counts = [0, 0]
    for _ in 0..<4000 {
      let place = try #require(try sampler.place(using: &random))
      #expect(contains([corridor], place) != contains([island], place))
      counts[contains([island], place) ? 1 : 0] += 1
    }
    let areas = (0..<2).map { Geodesic.wgs84.area(ofPart: $0, of: range) }
    let expected = areas.map { 4000 * $0 / (areas[0] + areas[1]) }
    #expect(chiSquare(counts, expected) < greatestChiSquare(degrees: 1))
  }

  @Test func `a hole holds no start, and is left as the outside is`() async throws {
    let shell = square(60, 45, 61, 46)
    let hole = square(60.3, 45.3, 60.7, 45.7)
    let range = PolygonColumn([[[shell, hole]]])
    let chords = try await Chords(in: range, length: 20_000, count: 400, seed: 9)
    #expect(chords.count == 400 && chords.tried > 450)
    for (row, start) in chords.starts.enumerated() {
      #expect(contains([shell, hole], start))
      let path = chords.lines.paths.positions(of: row)
      let way = Geodesic.wgs84.inverse(from: path[0], to: path[path.count - 1])
      let inside = (0..<500).count { step in
        contains(
          [shell, hole],
          Geodesic.wgs84.direct(
            from: path[0], azimuth: way.startAzimuth,
            distance: 20_000 * (Double(step) + 0.5) / 500))
      }
      #expect(inside >= 398)
    }
  }

  @Test func `a range smaller than a chord has none, after a number of tries`() async throws {
    let range = PolygonColumn([[[square(60, 45, 60.05, 45.05)]]])
    let chords = try await Chords(in: range, length: 20_000, count: 2000, seed: 1)
    #expect(chords.count == 0 && chords.numbers.isEmpty)
    #expect(chords.requested == 2000 && chords.tried == 64 * Chords.mostTries)
    let nothing = try await Chords(in: PolygonColumn(), length: 20_000, seed: 1)
    #expect(nothing.count == 0 && nothing.tried == 0)
    let none = try await Chords(in: steppe, length: 20_000, count: 0, seed: 1)
    #expect(none.count == 0 && none.tried == 0)
  }

  @Test func `where chords hardly fit some are given up, and growing keeps the first`() async throws
  {
    // 700 m wide and as long as a chord and a little more.
    let range = PolygonColumn([[[square(60, 45, 60.28, 45.006)]]])
    let some = try await Chords(in: range, length: 20_000, count: 70, seed: 6)
    #expect(some.count > 0 && some.count < 70)
    #expect(some.tried > 70 * Chords.mostTries / 2)
    #expect(zip(some.numbers, some.numbers.dropFirst()).allSatisfy { $0 < $1 })
    let fewer = try await Chords(in: range, length: 20_000, count: 40, seed: 6)
    #expect(fewer.numbers == some.numbers.filter { $0 < 40 })
    for row in 0..<fewer.count {
      #expect(fewer.lines.paths.positions(of: row) == some.lines.paths.positions(of: row))
    }
  }

  @Test func `the number of jobs changes no bit, the seed does`() async throws {
    let range = PolygonColumn([
      [[square(60, 45, 62, 46)]], [[square(61, 45.5, 63, 47), square(61.5, 46, 62, 46.3)]],
    ])
    let one = try await Chords(in: range, length: 30_000, count: 700, seed: 2, jobs: 1)
    let two = try await Chords(in: range, length: 30_000, count: 700, seed: 2, jobs: 2)
    #expect(one.lines == two.lines && one.numbers == two.numbers && one.tried == two.tried)
    let other = try await Chords(in: range, length: 30_000, count: 700, seed: 3, jobs: 2)
    #expect(one.lines != other.lines)
  }

  @Test func `chords go on across the antimeridian`() async throws {
    let range = PolygonColumn([[[square(179, 65, 180, 66)], [square(-180, 65, -179, 66)]]])
    let chords = try await Chords(in: range, length: 20_000, count: 500, seed: 7)
    #expect(chords.count == 500)
    let crossing = (0..<500).filter { chords.lines.pathIndices(of: $0).count == 2 }
    // The seam is 111 km long, the range has 10,300 km²: 2 d L / (π A) of the chords, but for edges.
    #expect((50...90).contains(crossing.count))
    for row in crossing {
      let paths = chords.lines.pathIndices(of: row).map { chords.lines.paths.positions(of: $0) }
      let (end, start) = (paths[0][paths[0].count - 1], paths[1][0])
      #expect(abs(end.x) == 180 && start.x == -end.x && start.y == end.y)
      let length = Geodesic.wgs84.length(ofRow: row, of: chords.lines)
      #expect(abs(length - 20_000) < 0.01)
    }
  }

  @Test func `no chord comes near a pole`() async throws {
    let range = PolygonColumn([[[square(0, 88, 90, 90)]]])
    let chords = try await Chords(in: range, length: 10_000, count: 50, seed: 1)
    #expect(chords.count == 50)
    #expect(chords.starts.allSatisfy { $0.y < 89 })
  }
}
