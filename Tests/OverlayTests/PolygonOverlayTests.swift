import Geometry
import Synchronization
import TestSupport
import Testing

@testable import Overlay

extension Cuts {
  /// Everything but the chainage, whose values follow from the contacts and pieces.
  fileprivate func isSame(as other: Cuts) -> Bool {
    meetings == other.meetings && pieces == other.pieces && contacts == other.contacts
      && chainage.lengths == other.chainage.lengths
  }
}

/// Polygons of every family side by side and lines through them, awkward and free.
private func landscape(seed: UInt64, lines lineCount: Int) -> (PolygonColumn, LineColumn) {
  var shapes = ShapeGenerator(seed: seed)
  let polygons = (0..<8).flatMap { _ in ShapeGenerator.Family.allCases.map { shapes.polygon($0) } }
  let lines = (0..<lineCount).map { row in
    let polygon = polygons[row % polygons.count]
    return [shapes.line(near: polygon), shapes.freeLine(across: polygon)]
  }
  return (PolygonColumn(polygons.map { $0 }), LineColumn(lines))
}

/// A ring of `count` edges around the origin; every other vertex lies a little further in.
func roundRing(_ count: Int) -> [Position] {
  // Turned step by step by complex multiplication: no sine, no cosine.
  let angle = 2 * Double.pi / Double(count)
  let (cosine, sine) = (1 - angle * angle / 2, angle * (1 - angle * angle / 6))
  var (x, y) = (1.0, 0.0)
  var ring: [Position] = []
  for vertex in 0..<count {
    let radius = (vertex % 2 == 0 ? 20 : 19.9) / (x * x + y * y).squareRoot()
    ring.append(Position(x * radius, y * radius))
    (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
  }
  return ring + ring.prefix(1)
}

/// A measure that cancels a task after some calls and counts those that follow.
private final class CancellingMeasure: Sendable {
  let task = Mutex<Task<Cuts, any Error>?>(nil)
  private let count = Atomic(0)
  private let limit: Int

  init(after limit: Int) { self.limit = limit }

  var callsAfterwards: Int { count.load(ordering: .relaxed) - limit }

  var measure: LengthMeasure {
    LengthMeasure { [self] x0, y0, x1, y1 in
      if count.add(1, ordering: .relaxed).newValue == limit { cancel() }
      return LengthMeasure.planar.distance(Position(x0, y0), Position(x1, y1))
    }
  }

  private func cancel() { task.withLock { $0?.cancel() } }

  /// Returns once ``task`` is there to be cancelled.
  func waitForTask() async {
    while task.withLock({ $0 == nil }) { await Task.yield() }
  }
}

@Suite("Polygons that cut lines")
struct PolygonOverlayTests {
  @Test(.timeLimit(.minutes(20)), arguments: UInt64(1)...3)
  func `the result has the same bits for any number of jobs`(seed: UInt64) async throws {
    let (polygons, lines) = landscape(seed: seed, lines: 300)
    let one = try await PolygonOverlay(polygons, measuredBy: .geodesic).cut(lines)
    #expect(one.meetings.count > 2000)
    for jobs in [2, 8] {
      let overlay = try await PolygonOverlay(polygons, measuredBy: .geodesic, jobs: jobs)
      #expect(overlay.count == polygons.count)
      let many = try await overlay.cut(lines, jobs: jobs)
      #expect(many.isSame(as: one))
    }
  }

  @Test(.timeLimit(.minutes(20)), arguments: UInt64(1)...2)
  func `contacts of lines have the same bits for any number of jobs`(seed: UInt64) async throws {
    let (_, lines) = landscape(seed: seed, lines: 150)
    let overlay = LineOverlay(lines, measuredBy: .geodesic)
    let one = try await overlay.contacts(of: lines, where: <)
    #expect(one.count > 2000)
    for jobs in [2, 8] {
      #expect(try await overlay.contacts(of: lines, where: <, jobs: jobs) == one)
    }
  }

  /// Rows that other rows stand beside are cut as if they were alone.
  @Test func `a line is cut in company as it is alone`() async throws {
    let (polygons, lines) = landscape(seed: 9, lines: 300)
    let overlay = try await PolygonOverlay(polygons, measuredBy: .planar)
    let together = try await overlay.cut(lines, jobs: 2)
    for row in stride(from: 0, to: 300, by: 37) {
      let paths = lines.pathIndices(of: row).map { lines.paths.positions(of: $0) }
      let alone = try await overlay.cut(LineColumn([paths]))
      let found = together.meetings.filter { $0.line == row }
      #expect(found.map(\.polygon) == alone.meetings.map(\.polygon))
      #expect(found.map(\.insideLength) == alone.meetings.map(\.insideLength))
      #expect(found.map(\.crossings) == alone.meetings.map(\.crossings))
      #expect(
        together.contacts.filter { $0.line == row }.map(\.chainage)
          == alone.contacts.map(\.chainage))
    }
  }

  /// The upper edge of the lower part runs through the corner that the two upper parts share.
  @Test func `parts that share edges with different vertices leave no touch between them`()
    async throws
  {
    let parts = [
      [path((0, 0), (4, 0), (4, 2), (0, 2), (0, 0))],
      [path((0, 2), (2, 2), (2, 4), (0, 4), (0, 2))],
      [path((2, 2), (4, 2), (4, 4), (2, 4), (2, 2))],
    ]
    let overlay = try await PolygonOverlay(PolygonColumn([parts]), measuredBy: .planar)
    let cuts = try await overlay.cut(
      LineColumn([[path((-1, 2), (5, 2))], [path((1, 2), (3, 2))], [path((2, 1), (2, 3))]]))
    #expect(cuts.meetings.map(\.crossings) == [2, 0, 0])
    #expect(cuts.meetings.map(\.touches) == [0, 0, 0])
    #expect(cuts.meetings.map(\.insideLength) == [4, 2, 2])
  }

  /// Readers set such features aside; whoever builds columns himself must not be trapped.
  @Test(arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
  func `ordinates that are no numbers on Earth end in a result, never in a trap`(
    ordinate: Double
  ) async throws {
    let bad = [
      [Position(ordinate, 5), Position(5, 5)], [Position(5, 5), Position(5, ordinate)],
      [Position(ordinate, ordinate), Position(ordinate, ordinate)],
      path((-5, 5), (15, 5)) + [Position(ordinate, 3)],
    ]
    let good = path((-5, 5), (15, 5))
    let lines = LineColumn((bad + [good]).map { [$0] })
    let badRing = path((0, 0), (10, 0)) + [Position(10, ordinate)] + path((0, 10), (0, 0))
    let polygons = PolygonColumn([[square], [[badRing]]])
    for measure in [LengthMeasure.planar, .geodesic] {
      let cuts = try await PolygonOverlay(polygons, measuredBy: measure).cut(lines)
      let meeting = try #require(cuts.meetings.first { $0.line == 4 && $0.polygon == 0 })
      #expect(meeting.crossings == 2 && meeting.insideLength > 0)
      _ = try await LineOverlay(lines, measuredBy: measure).contacts(of: lines)
    }
    var snapped = lines
    var report = VertexSnapper.Report()
    VertexSnapper(polygons, tolerance: 1).snap(&snapped, report: &report)
    #expect(snapped.paths.positions(of: 4) == good)
  }
}

@Suite("Big work for the kernel", .serialized)
struct PolygonOverlayLimitTests {
  /// 4096 distances take about 2 ms, so that a user sees the end at once. Counted and not timed,
  /// because other tests run beside this one.
  @Test(.timeLimit(.minutes(20)), arguments: [1, 8], [10, 100_000, 300_000])
  func `a big cut ends soon after its cancellation`(jobs: Int, calls: Int) async throws {
    let wide = (0..<500).map { Position(Double($0 % 2) * 60 - 30, Double($0) / 500) }
    let many = LineColumn((0..<400).map { _ in [wide] })
    let one = LineColumn([[(0..<400).flatMap { _ in wide }]])
    for lines in [many, one] {
      let counter = CancellingMeasure(after: calls)
      let overlay = try await PolygonOverlay(
        PolygonColumn([[square], [square], [square]]), measuredBy: counter.measure)
      let task = Task {
        await counter.waitForTask()
        return try await overlay.cut(lines, jobs: jobs)
      }
      counter.task.withLock { $0 = task }
      await #expect(throws: CancellationError.self) { _ = try await task.value }
      #expect(counter.callsAfterwards <= 4096 * jobs)
    }
  }

  @Test(.timeLimit(.minutes(20)))
  func `a million vertices make a polygon that is cut in time`() async throws {
    let ring = roundRing(1_000_000)
    let overlay = try await PolygonOverlay(PolygonColumn([[[ring]]]), measuredBy: .planar)
    let lines = LineColumn([
      [path((-30, 0.001), (30, 0.001))], [path((0, 0), (1, 1), (-3, 2))],
      [path((19, 19), (30, 19))],
      [[ring[0], ring[1], ring[2], ring[3]]],
    ])
    let cuts = try await overlay.cut(lines)
    #expect(cuts.meetings.map(\.line) == [0, 1, 3])
    #expect(cuts.meetings[0].crossings == 2)
    #expect(abs(cuts.meetings[0].insideLength - 39.9) < 0.2)
    #expect(cuts.meetings[1].insideLength == 2.0.squareRoot() + 17.0.squareRoot())
    #expect(cuts.meetings[2].boundaryLength == Chainage(lines, by: .planar).lengths[3])
  }

  @Test(.timeLimit(.minutes(20)))
  func `a million vertices make a line that is cut in time`() async throws {
    let ring = roundRing(1_000_000)
    let overlay = try await PolygonOverlay(PolygonColumn([[square]]), measuredBy: .planar)
    let lines = LineColumn([[ring.map { Position($0.x - 10, $0.y) }]])
    let cuts = try await overlay.cut(lines)
    // A zigzag between two circles of radius 20 and 19.9 around (−10, 0), where it meets the square.
    #expect(cuts.meetings.count == 1)
    #expect(cuts.contacts.count { $0.kind == .entry } == cuts.contacts.count { $0.kind == .exit })
    let inside = try #require(cuts.meetings.first?.insideLength)
    #expect(inside > 0 && inside < cuts.chainage.lengths[0])
  }
}
