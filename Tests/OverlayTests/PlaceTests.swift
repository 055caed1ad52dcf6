import Geometry
import TestSupport
import Testing

@testable import Overlay

@Suite("Boxes and places in a union")
struct PlaceTests {
  private static func ring(_ west: Double, _ south: Double, _ side: Double) -> [Position] {
    [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Position(west + $0.0 * side, south + $0.1 * side)
    }
  }

  /// A square with a hole, one that overlaps it, and one apart.
  private let polygons = PolygonColumn([
    [[ring(0, 0, 10), ring(2, 2, 4)]], [[ring(8, 8, 10)]], [[ring(30, 0, 5)]],
  ])

  private static func holds(_ place: Position) -> Bool {
    func lies(_ west: Double, _ south: Double, _ side: Double) -> Bool {
      (west..<west + side).contains(place.x) && (south..<south + side).contains(place.y)
    }
    return (lies(0, 0, 10) && !lies(2, 2, 4)) || lies(8, 8, 10) || lies(30, 0, 5)
  }

  @Test func `a place lies in the union if it lies in any polygon`() async throws {
    let overlay = try await PolygonOverlay(polygons, measuredBy: .planar)
    #expect(overlay.box == Box(minX: 0, minY: 0, maxX: 35, maxY: 18))
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let place = Position(
        Double.random(in: -2...37, using: &random), Double.random(in: -2...20, using: &random))
      #expect(try overlay.contains(place) == Self.holds(place))
    }
  }

  @Test func `what is known of a box holds for every place in it`() async throws {
    let overlay = try await PolygonOverlay(polygons, measuredBy: .planar)
    var random = SeededGenerator(seed: 2)
    var counts = [Cover.inside: 0, .outside: 0, .mixed: 0]
    for _ in 0..<1000 {
      let (x, y) = (
        Double.random(in: -2...37, using: &random), Double.random(in: -2...20, using: &random)
      )
      let side = Double.random(in: 0...2, using: &random)
      let cover = try overlay.cover(of: Box(minX: x, minY: y, maxX: x + side, maxY: y + side))
      counts[cover, default: 0] += 1
      for _ in 0..<20 {
        let place = Position(
          Double.random(in: x...x + side, using: &random),
          Double.random(in: y...y + side, using: &random))
        switch cover {
        case .inside: #expect(Self.holds(place))
        case .outside: #expect(!Self.holds(place))
        case .mixed: break
        }
      }
    }
    #expect(counts.values.allSatisfy { $0 > 50 })
    let nothing = try await PolygonOverlay(PolygonColumn(), measuredBy: .planar)
    #expect(nothing.box.isEmpty)
    #expect(try nothing.cover(of: Box(minX: 0, minY: 0, maxX: 1, maxY: 1)) == .outside)
  }
}
