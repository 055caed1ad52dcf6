import Geometry
import Overlay
import TestSupport
import Testing

/// A wave around a circle: `count` vertices, closed or not.
private func wave(_ count: Int, turns: Double = 1, shift: Double = 0) -> [Position] {
  // Parabolas instead of a sine: the shape does not matter, whole numbers of waves do.
  (0..<count).map { vertex in
    let x = turns * Double(vertex) / Double(count - 1)
    let phase = (x * 1000 + shift).truncatingRemainder(dividingBy: 2) - 1
    return Position(x, phase * (1 - phase.magnitude) + shift)
  }
}

private func rows(_ lines: [Position]...) -> LineColumn { LineColumn(lines.map { [$0] }) }

@Suite("Long lines against lines")
struct LineScaleTests {
  @Test func `a run of thousands of segments is one contact, whatever the vertices`() async throws {
    // The same zigzag, with more vertices on the one than on the other.
    let corners = (0...3000).map { Position(Double($0), $0 % 2 == 0 ? 0 : 4) }
    let coarse = [Position(-5, -5)] + corners + [Position(3005, 5)]
    var fine = [Position(-5, 5)]
    for (a, b) in zip(corners, corners.dropFirst()) {
      for quarter in [0, 0.25, 0.5, 0.75] {
        fine.append(Position(a.x + quarter, a.y + (b.y - a.y) * quarter))
      }
    }
    fine += [corners[3000], Position(3005, -5)]
    let length = 3000 * 17.0.squareRoot()
    let found = try await LineOverlay(rows(coarse), measuredBy: .planar)
      .contacts(of: rows(fine, fine.reversed()))
    #expect(found.map(\.kind) == [.toRight, .toLeft])
    let start = 50.0.squareRoot()
    #expect(found.allSatisfy { abs($0.length - length) < 1e-7 })
    #expect(abs(found[0].otherChainage - start) < 1e-7)
    #expect(abs(found[1].otherChainage - start - length) < 1e-7)
    #expect(found[0].from.position == corners[0] && found[0].to.position == corners[3000])
    #expect(found[1].from.position == corners[3000] && found[1].to.position == corners[0])
    #expect(found[0].otherFrom.segment == 1 && found[0].otherTo.segment == 3001)
  }

  @Test func `rings that are the same are one contact all the way round`() async throws {
    let ring = (0...4000).map { vertex in
      let quarter = vertex / 1000 % 4
      let along = Double(vertex % 1000)
      return [
        Position(along, 0), Position(1000, along), Position(1000 - along, 1000),
        Position(0, 1000 - along),
      ][quarter]
    }
    let turned = Array(ring[1234..<4000] + ring[..<1235])
    let found = try await LineOverlay(rows(ring), measuredBy: .planar)
      .contacts(of: rows(turned, turned.reversed()))
    #expect(found.map(\.kind) == [.touch, .touch] && found.map(\.length) == [4000, 4000])

    // A line that follows the ring over its first vertex and leaves it on the other side.
    let line =
      [Position(-5, 500)] + ring[3500..<4000] + ring[..<501] + [Position(500, 5)]
    let over = try await LineOverlay(rows(line), measuredBy: .planar).contacts(of: rows(ring))
    #expect(over.count == 1 && over[0].length == 1000 && over[0].kind == .toRight)
    #expect(over[0].from.segment == 3500 && over[0].to.segment == 500)
  }

  @Test func `a line twice over is met along all of it`() async throws {
    let line = (0...2000).map { Position(Double($0), Double($0 % 7)) }
    let twice = line + line.reversed().dropFirst().dropLast()
    let found = try await LineOverlay.selfContacts(of: rows(twice), measuredBy: .planar)
    #expect(found.count == 1 && found[0].kind == .touch)
    #expect(found[0].from.segment == 1 && found[0].to.segment == 2000)
    #expect(found[0].otherFrom.fraction == 1 && found[0].otherTo.segment == 2000)
    let length = zip(line.dropFirst(), line.dropFirst(2))
      .map(LengthMeasure.planar.distance).reduce(0, +)
    #expect(abs(found[0].length - length) < 1e-7)
  }

  @Test func `self-contacts of plain figures`() async throws {
    func kinds(_ path: [Position]...) async throws -> [String] {
      try await LineOverlay.selfContacts(of: LineColumn([path]), measuredBy: .planar).map {
        "\($0.kind.rawValue) \($0.chainage) \($0.otherChainage) \($0.length)"
      }
    }
    #expect(
      try await kinds(path((0, 0), (4, 0), (4, 4), (2, 4), (2, -4))) == [
        "right-to-left 2.0 14.0 0.0"
      ])
    #expect(try await kinds(path((0, 0), (4, 0), (4, 4), (0, 4), (0, 0))).isEmpty)
    #expect(try await kinds(path((0, 0), (4, 0), (4, 0), (4, 4))).isEmpty)
    // Into a cul-de-sac and back.
    #expect(try await kinds(path((0, 0), (4, 0), (4, 3), (4, 0), (8, 0))) == ["touch 4.0 10.0 3.0"])
    #expect(try await kinds(path((0, 0), (9, 0), (5, 0))) == ["touch 5.0 13.0 4.0"])
    // A figure of eight through one vertex, and two loops that only touch there.
    #expect(
      try await kinds(path((-2, -2), (0, 0), (2, 2), (2, -2), (0, 0), (-2, 2), (-2, -2))).count == 1
    )
    #expect(
      try await kinds(path((0, 0), (2, 2), (2, -2), (0, 0), (-2, -2), (-2, 2), (0, 0))) == [
        "touch 0.0 \(4 + 2 * 8.0.squareRoot()) 0.0"
      ])
    // Two paths of one line.
    #expect(
      try await kinds(path((0, 0), (4, 0)), path((2, -1), (2, 1))) == [
        "left-to-right 2.0 5.0 0.0"
      ])
    #expect(try await kinds(path((1, 1), (1, 1)), path((3, 3)), []).isEmpty)
    #expect(try await kinds().isEmpty)
  }

  @Test(.timeLimit(.minutes(20)))
  func `a line of a million vertices`() async throws {
    let long = wave(1_000_000)
    let across = LineColumn([
      [path((0.5, -9), (0.5, 9))], [path((-1, 0.1), (2, 0.1))], [path((0, 7), (1, 7))],
    ])
    let found = try await LineOverlay(rows(long), measuredBy: .planar, jobs: 2)
      .contacts(of: across, jobs: 2)
    #expect(found.filter { $0.line == 0 }.map(\.kind) == [.toLeft])
    // Five hundred waves rise and fall through the line.
    let level = found.filter { $0.line == 1 }
    #expect(level.count == 1000 && level.count { $0.kind == .toLeft } == 500)
    #expect(found.allSatisfy { $0.line != 2 })
    let exchanged = try await LineOverlay(across, measuredBy: .planar)
      .contacts(of: rows(long), jobs: 2)
    #expect(exchanged.count == found.count)
    #expect(
      try await LineOverlay.selfContacts(of: rows(long), measuredBy: .planar, jobs: 2).isEmpty)
  }

  @Test func `the number of jobs changes nothing`() async throws {
    var generator = LineGenerator(seed: 5)
    var lines = LineColumn((0..<120).map { _ in [generator.line(.stars), generator.line(.walks)] })
    lines = LineColumn(
      (0..<lines.count).map { lines.pathIndices(of: $0).map(lines.paths.positions) }
        + [[wave(70_000)]])
    let overlay = LineOverlay(lines, measuredBy: .planar)
    let one = try await overlay.contacts(of: lines, where: <, jobs: 1)
    #expect(one.count > 1000)
    #expect(try await overlay.contacts(of: lines, where: <, jobs: 3) == one)
    let parallel = try await LineOverlay(lines, measuredBy: .planar, jobs: 3)
    #expect(try await parallel.contacts(of: lines, where: <, jobs: 2) == one)
    let selfOne = try await LineOverlay.selfContacts(of: lines, measuredBy: .planar)
    #expect(
      try await LineOverlay.selfContacts(of: lines, measuredBy: .planar, jobs: 3) == selfOne)
    // Sorted by line, then along the line.
    #expect(
      zip(one, one.dropFirst()).allSatisfy { ($0.line, $0.chainage) <= ($1.line, $1.chainage) })
  }

  /// Without a look at the clock: other tests keep both cores busy.
  @Test func `work on one long line can be cancelled`() async throws {
    let long = rows(wave(100_000, turns: 3), wave(100_000, turns: 3, shift: 0.01))
    for work in [
      { _ = try await LineOverlay(long, measuredBy: .geodesic).contacts(of: long, jobs: 2) },
      { _ = try await LineOverlay.selfContacts(of: long, measuredBy: .geodesic, jobs: 2) },
    ] as [@Sendable () async throws -> Void] {
      let task = Task { try await work() }
      try await Task.sleep(for: .milliseconds(30))
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
    }
  }

  @Test(arguments: [1e300, 1e-300, .infinity, .nan, -.infinity])
  func `ordinates of any size end in a result`(ordinate: Double) async throws {
    var generator = LineGenerator(seed: 9)
    let lines = LineColumn(
      (0..<40).map { row in
        [generator.line(.dense).map { $0.x == 1 ? Position(ordinate * $0.y, $0.y) : $0 }]
      })
    _ = try await LineOverlay(lines, measuredBy: .planar).contacts(of: lines)
    _ = try await LineOverlay.selfContacts(of: lines, measuredBy: .planar)
  }
}
