import Assessment
import Connectivity
import Geometry
import Landscape
import Overlay
import Permeability
import TestSupport
import Testing

struct BarrierContactsTests {
  /// One barrier for a test.
  struct Barrier {
    var name: String?
    var barrierClass = BarrierClass.roadPaved
    var status = BarrierStatus.existing
    let positions: [Position]
  }

  static func contacts(_ barriers: [Barrier]) async throws -> BarrierContacts {
    var list = BarrierList()
    let column = LineColumn(barriers.map { [$0.positions] })
    let geometry = GeometryColumn(column)
    for (row, barrier) in barriers.enumerated() {
      list.add(
        "b\(row)", BarrierDesign(barrier.barrierClass, status: barrier.status),
        name: barrier.name, row, of: geometry)
    }
    let network = try await BarrierNetwork(
      column, families: barriers.map(\.barrierClass), rule: BundleRule(distance: 500))
    return BarrierContacts(list, network, BarrierLines(of: column, fragments: list.fragments))
  }

  static func met(_ line: [Position], _ barriers: [Barrier]) async throws -> [MetLine] {
    try await contacts(barriers)
      .contacts(of: AreaContactsTests.plan([line]), bundleDistance: 500)
  }

  /// Forty kilometres along a meridian.
  static let line = (0...40).map { Position(60, 45 + 0.009 * Double($0)) }

  /// The line moved to the east.
  static func beside(_ degrees: Double, _ range: Range<Int> = 0..<41) -> [Position] {
    range.map { Position(60 + degrees, 45 + 0.009 * Double($0)) }
  }

  @Test func `fragments of one road are one line beside the plan`() async throws {
    let fragments = (0..<20).map { part in
      Barrier(name: "M-39", positions: Self.beside(0.004, 2 * part..<2 * part + 3))
    }
    let met = try await Self.met(Self.line, fragments)
    #expect(met.count == 1)
    #expect(met[0].label == "M-39")
    #expect(met[0].contacts.isEmpty)
    #expect(met[0].bundled.count == 1 && met[0].parallel.count == 1)
    let length = LineColumn([[Self.line]]).geodesicLength(ofRow: 0)
    #expect(abs(met[0].parallelLength / length - 1) < 0.01)
  }

  @Test func `distance decides between one bundle, parallel and nothing`() async throws {
    let met = try await Self.met(
      Self.line,
      [
        Barrier(name: "near", positions: Self.beside(0.005)),
        Barrier(name: "parallel", positions: Self.beside(0.04)),
        Barrier(name: "far", positions: Self.beside(0.08)),
        Barrier(name: "half", positions: Self.beside(-0.04, 0..<21)),
      ])
    #expect(met.map(\.label) == ["half", "near", "parallel"])
    #expect(met.map { $0.bundled.isEmpty } == [true, false, true])
    let length = LineColumn([[Self.line]]).geodesicLength(ofRow: 0)
    #expect(abs(met[0].parallelLength / length - 0.5) < 0.02)
    #expect(met[0].parallel[0].from == 0)
  }

  @Test func `crossings are counted, touches and shared runs are told apart`() async throws {
    let across = [Position(59.9, 45.1), Position(60.1, 45.1)]
    let met = try await Self.met(
      Self.line,
      [
        Barrier(name: "across", barrierClass: .railUnfenced, positions: across),
        Barrier(name: "ends", positions: [Position(59.9, 45.2), Position(60, 45.2)]),
        Barrier(
          name: "shares", barrierClass: .fenceLivestock, status: .planned,
          positions: [Position(59.9, 45.25)] + Self.line[30...34] + [Position(60.1, 45.32)]),
      ])
    #expect(met.map(\.label) == ["across", "ends", "shares"])
    #expect(met.map(\.crossings) == [1, 0, 1])
    #expect(met[0].contacts[0].position == Position(60, 45.1))
    #expect(met[0].contacts[0].barrier == "b0")
    #expect(abs(met[0].contacts[0].chainage - 11_113) < 5)
    #expect(met[0].parallel.isEmpty && met[0].classes == [.railUnfenced])
    #expect(met[2].isPlanned && !met[0].isPlanned)
    #expect(abs(met[2].contacts[0].length - 4001) < 5)
  }

  @Test func `states of one line are entries of their own, and rows can be left out`() async throws
  {
    let barriers = [
      Barrier(name: "A1", positions: Self.beside(0.004, 0..<21)),
      Barrier(name: "A1", status: .planned, positions: Self.beside(0.004, 20..<41)),
    ]
    let met = try await Self.met(Self.line, barriers)
    #expect(met.map(\.status) == [.existing, .planned])
    #expect(met.map(\.id) == ["A1", "A1"])
    let some = try await Self.contacts(barriers).contacts(
      of: AreaContactsTests.plan([Self.line]), bundleDistance: 500
    ) { $0 == 1 }
    #expect(some.map(\.status) == [.planned])
  }

  /// Whether two segments pass each other; lines in general position only.
  static func pass(_ a: Position, _ b: Position, _ c: Position, _ d: Position) -> Bool {
    func turn(_ p: Position, _ q: Position, _ r: Position) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
  }

  @Test(.timeLimit(.minutes(20)), arguments: UInt64(1)...3)
  func `crossings are those of a search without an index`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    func position(around centre: Position, _ size: Double) -> Position {
      Position(
        centre.x + Double.random(in: -size...size, using: &random),
        centre.y + Double.random(in: -size...size, using: &random))
    }
    let line = (0..<30).map { _ in position(around: Position(60, 45), 2) }
    let barriers = (0..<1500).map { number in
      let start = position(around: Position(60, 45), 2)
      return Barrier(
        name: "n\(number % 400)", positions: [start, position(around: start, 0.1)])
    }
    let met = try await Self.met(line, barriers)
    var expected: [String: Int] = [:]
    for barrier in barriers {
      for (a, b) in zip(line, line.dropFirst())
      where Self.pass(a, b, barrier.positions[0], barrier.positions[1]) {
        expected[barrier.name ?? "", default: 0] += 1
      }
    }
    var found: [String: Int] = [:]
    for line in met where line.crossings > 0 { found[line.label, default: 0] += line.crossings }
    #expect(found == expected)
    for line in met {
      for stretch in line.bundled + line.parallel { #expect(stretch.from < stretch.to) }
    }
  }

  // They take 0.1 s in a debug build on two cores; to prepare them takes most of the time.
  @Test(.timeLimit(.minutes(20)))
  func `twenty thousand barriers cost what is near the plan`() async throws {
    var random = SeededGenerator(seed: 7)
    let line = (0...2000).map { index in
      let t = Double(index) / 2000
      return Position(54 + 5 * t + 0.05 * (40 * t).truncatingRemainder(dividingBy: 1), 45 - 2 * t)
    }
    let barriers = (0..<20_000).map { _ in
      let start = Position(
        Double.random(in: 50...63, using: &random), Double.random(in: 40...48, using: &random))
      let way = (
        Double.random(in: -0.02...0.02, using: &random),
        Double.random(in: -0.02...0.02, using: &random)
      )
      return Barrier(
        positions: (0...5).map {
          Position(start.x + Double($0) * way.0, start.y + Double($0) * way.1)
        })
    }
    let prepared = try await Self.contacts(barriers)
    let met = try await prepared.contacts(
      of: AreaContactsTests.plan([line]), bundleDistance: 500, jobs: 2)
    #expect(met.count > 50)
  }
}
