import Connectivity
import Geometry
import Overlay
import PROJBridge
import TestSupport
import Testing

@Suite("Crossings of movements")
struct MovementCrossingTests {
  private func line(_ vertices: (Double, Double)...) -> [[Position]] {
    [vertices.map { Position($0.0, $0.1) }]
  }

  private func crossings(
    _ movements: [[[Position]]], _ barriers: [[[Position]]]
  ) async throws -> MovementCrossings {
    try await MovementCrossings(
      of: LineColumn(movements), with: LineOverlay(LineColumn(barriers), measuredBy: .geodesic))
  }

  @Test func `crossings come in the order of the route, with chainages on both`() async throws {
    let barriers = [line((63, 44), (63, 46)), line((61, 46), (61, 44)), line((65, 44), (65, 44.9))]
    let found = try await crossings([line((60, 45), (70, 45)), line((60, 50), (70, 50))], barriers)
    #expect(found.movementCount == 2)
    #expect(found.indices(of: 0) == 0..<2 && found.indices(of: 1) == 2..<2)
    #expect(found.all.map(\.barrier) == [1, 0])
    #expect(found.all[0].chainage < found.all[1].chainage)
    #expect(found.all.allSatisfy { $0.position.y == 45 })
    for (crossing, from) in zip(found.all, [46.0, 44]) {
      let length = Geodesic.wgs84.distance(
        from: Position(crossing.position.x, from), to: crossing.position)
      #expect(abs(crossing.barrierChainage - length) < 1e-6)
    }
  }

  @Test func `who comes back crosses again, who turns at a barrier does not cross`() async throws {
    let fence = [line((62, 40), (62, 50))]
    let back = try await crossings([line((60, 45), (64, 46), (60, 47))], fence)
    #expect(back.all.count == 2)
    let turned = try await crossings([line((60, 45), (62, 46), (60, 47))], fence)
    #expect(turned.all.isEmpty)
    let ended = try await crossings([line((60, 45), (62, 46))], fence)
    #expect(ended.all.isEmpty)
  }

  @Test func `a run along a barrier is one crossing if it changes sides`() async throws {
    let fence = [line((62, 40), (62, 50))]
    let across = try await crossings(
      [line((60, 44), (62, 45), (62, 46), (62, 47), (64, 48))], fence)
    #expect(across.all.count == 1)
    let away = try await crossings([line((60, 44), (62, 45), (62, 47), (60, 48))], fence)
    #expect(away.all.isEmpty)
  }

  @Test func `only stretches in the range count where a range is given`() async throws {
    // Two polygons that overlap, and one that is not meant.
    let range = PolygonColumn([
      [[square(60, 44, 63, 46)]], [[square(62, 44, 64, 46)]], [[square(66, 44, 67, 46)]],
    ])
    let barriers = LineColumn([
      line((61, 43), (61, 47)), line((62.5, 43), (62.5, 47)), line((63.5, 43), (63.5, 47)),
      line((64, 43), (64, 47)), line((65, 43), (65, 47)), line((66.5, 43), (66.5, 47)),
      line((63.2, 40), (63.2, 43.9), (69, 43.9), (69, 45.1), (63.8, 45.1), (63.8, 44.1)),
    ])
    let overlay = LineOverlay(barriers, measuredBy: .geodesic)
    let movement = LineColumn([line((60.5, 45), (68, 45))])
    let cuts = try await PolygonOverlay(range, measuredBy: .geodesic).cut(movement)
    let stretches = CoveredStretches(cuts) { $0 < 2 }
    let all = try await MovementCrossings(of: movement, with: overlay)
    #expect(all.all.map(\.barrier) == [0, 1, 2, 6, 3, 4, 5])
    // That on the boundary counts, those outside do not.
    let inside = try await MovementCrossings(of: movement, with: overlay, within: stretches)
    #expect(inside.all.map(\.barrier) == [0, 1, 2, 6, 3])
    #expect(inside.indices(of: 0) == 0..<5)
    let everywhere = try await MovementCrossings(
      of: movement, with: overlay, within: CoveredStretches(cuts))
    #expect(everywhere.all.map(\.barrier) == [0, 1, 2, 6, 3, 5])
  }

  @Test(arguments: UInt64(1)...4)
  func `crossings are those of a loop over all pairs of segments`(seed: UInt64) async throws {
    var generator = MovementGenerator(seed: seed)
    let shells = [square(60, 45, 61, 46), square(60.6, 45.3, 61.7, 45.9)]
    let range = PolygonColumn(shells.map { [[$0]] })
    let barriers = generator.lines(
      count: 120, in: Box(minX: 59.8, minY: 44.8, maxX: 61.9, maxY: 46.2), step: 0.3)
    let chords = try await Chords(in: range, length: 40_000, count: 80, seed: seed)
    let cuts = try await PolygonOverlay(range, measuredBy: .geodesic).cut(chords.lines)
    let overlay = LineOverlay(barriers, measuredBy: .geodesic)
    for stretches in [nil, CoveredStretches(cuts)] {
      let found = try await MovementCrossings(
        of: chords.lines, with: overlay, within: stretches, jobs: 2)
      #expect(found.all.count > 100)
      for movement in 0..<chords.count {
        let expected = Self.crossings(of: chords.lines, movement, barriers).filter { place in
          stretches == nil || shells.contains { contains([$0], place.position) }
        }
        let own = found.all[found.indices(of: movement)]
        #expect(own.map(\.barrier) == expected.map(\.barrier))
        for (crossing, place) in zip(own, expected) {
          #expect(Geodesic.wgs84.distance(from: crossing.position, to: place.position) < 1e-3)
        }
      }
    }
  }

  /// Every segment against every segment, in order along the movement: plain and slow.
  private static func crossings(
    of movements: LineColumn, _ movement: Int, _ barriers: LineColumn
  ) -> [(barrier: Int, position: Position)] {
    let path = movements.paths.positions(of: movement)
    return zip(path, path.dropFirst()).flatMap { a, b in
      var found: [(barrier: Int, position: Position, along: Double)] = []
      for barrier in 0..<barriers.count {
        let line = barriers.paths.positions(of: barrier)
        for (c, d) in zip(line, line.dropFirst()) where meeting(a, b, c, d) == .crossing {
          let (ux, uy, vx, vy) = (b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y)
          let along = ((c.x - a.x) * vy - (c.y - a.y) * vx) / (ux * vy - uy * vx)
          found.append((barrier, Position(a.x + along * ux, a.y + along * uy), along))
        }
      }
      return found.sorted { $0.along < $1.along }.map { ($0.barrier, $0.position) }
    }
  }
}
