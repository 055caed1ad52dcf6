import Connectivity
import Geometry
import Overlay
import TestSupport
import Testing

@Suite struct GapBridgesTests {
  /// Metres near 45° north, to degrees.
  private static func east(_ metres: Double) -> Double { metres / 78_846.8 }
  private static func north(_ metres: Double) -> Double { metres / 111_131.8 }

  private static let main = [Position(60, 45), Position(61, 45)]

  private func bridges(
    _ rows: [[Position]], families: [String]? = nil, tolerance: Double = 50
  ) -> GapBridges {
    GapBridges(
      LineColumn(rows.map { [$0] }), families: families ?? rows.map { _ in "road" },
      tolerance: tolerance)
  }

  private func contacts(_ lines: LineColumn) async throws -> [LineContact] {
    try await LineOverlay(lines, measuredBy: .geodesic)
      .contacts(of: lines, where: { $0 < $1 }).filter { $0.line != $0.other }
  }

  @Test(arguments: [-30.0, -0.4, -1e-9, 1e-9, 0.4, 30])
  func `an end before or behind a line is carried across it`(metres: Double) async throws {
    let start = Position(60.5, 45 - Self.north(metres))
    let side = [start, Position(60.5, 45 - Self.north(5000) * (metres < 0 ? -1 : 1))]
    #expect(try await contacts(LineColumn([[Self.main], [side]])).isEmpty)
    let bridged = bridges([Self.main, side])
    #expect(bridged.count == 1)
    let found = try await contacts(bridged.lines)
    #expect(found.count == 1 && found[0].isCrossing)
    // Carried on by no more than the gap and a metre.
    let length = bridged.lines.geodesicLength(ofRow: 1)
    #expect(abs(length - 5000 - 1) < 0.1 + 5000 * 1e-4)
  }

  @Test func `wider gaps, other families and what meets already stay`() {
    let far = [Position(60.5, 45 + Self.north(80)), Position(60.5, 45.1)]
    #expect(bridges([Self.main, far]).count == 0)
    #expect(bridges([Self.main, far], tolerance: 100).count == 1)
    let near = [Position(60.5, 45 + Self.north(10)), Position(60.5, 45.1)]
    #expect(bridges([Self.main, near], families: ["road", "rail"]).count == 0)
    let meeting = [Position(60.5, 45), Position(60.5, 45.1)]
    #expect(bridges([Self.main, meeting]).count == 0)
    #expect(bridges([Self.main]).count == 0)
  }

  @Test func `two ends face to face become one, once`() async throws {
    let rest = [Position(61 + Self.east(20), 45), Position(62, 45)]
    let bridged = bridges([Self.main, rest])
    #expect(bridged.count == 1)
    #expect(bridged.lines.paths.position(at: 2) == rest[0])
    #expect(bridged.lines.paths.positions(of: 1) == rest)
  }

  @Test func `a ring stays, and a path may come back to itself`() {
    let (x, y) = (60.0, 45.0)
    let ring = [
      Position(x, y), Position(x + 0.01, y), Position(x, y + 0.01), Position(x, y),
    ]
    #expect(bridges([ring]).count == 0)
    let loop = [
      Position(x, y), Position(x + 0.05, y), Position(x + 0.05, y + 0.05),
      Position(x + 0.02, y + 0.05), Position(x + 0.02, y + Self.north(20)),
    ]
    #expect(bridges([loop]).count == 1)
  }

  @Test(arguments: UInt64(1)...20)
  func `shortened lines meet again where they met`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    // A long line, and others that end on it, pulled back by up to 40 m or pushed over it.
    let middle = Position(60.5, 45 + .random(in: -0.2...0.2, using: &random))
    let trunk = [Position(60, 45), middle, Position(61, 45)]
    var rows = [trunk]
    for number in 0..<12 {
      let share = (Double(number % 6) + .random(in: 0.2...0.8, using: &random)) / 6
      let (a, b) = number < 6 ? (trunk[0], trunk[1]) : (trunk[1], trunk[2])
      let foot = Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y))
      let away = Double.random(in: 0.5...40, using: &random)
      let top = Position(foot.x, foot.y + Self.north(away))
      rows.append([top, Position(foot.x, foot.y + 0.1)])
    }
    let before = try await contacts(LineColumn(rows.map { [$0] })).filter { $0.line == 0 }
    let bridged = bridges(rows)
    let after = try await contacts(bridged.lines).filter { $0.line == 0 }
    #expect(before.isEmpty)
    #expect(Set(after.map(\.other)) == Set(1...12))
    #expect(bridged.count == 12)
  }
}
