import Geometry
import Overlay
import TestSupport
import Testing

/// A contact as both lines see it: what survives exchanging and reversing them.
private struct Shape: Hashable, Comparable, CustomStringConvertible {
  var kind: LineContact.Kind
  var first: [Int]
  var second: [Int]
  var length: Int

  static func < (a: Shape, b: Shape) -> Bool { a.description < b.description }

  var description: String { "\(kind.rawValue) \(first) \(second) \(length)" }

  /// Chainages in millionths, because rounding differs.
  init(_ contact: LineContact, isExchanged: Bool = false, reversing length: Double? = nil) {
    func rounded(_ value: Double) -> Int { Int((value * 1e6).rounded()) }
    let flip: [LineContact.Kind: LineContact.Kind] = [.toLeft: .toRight, .toRight: .toLeft]
    kind = contact.kind
    if isExchanged != (length != nil) { kind = flip[kind] ?? kind }
    let chainage = length.map { $0 - contact.chainage } ?? contact.chainage
    let own = contact.length == 0 ? [rounded(chainage)] : []
    let other = contact.length == 0 ? [rounded(contact.otherChainage)] : []
    (first, second) = isExchanged ? (other, own) : (own, other)
    self.length = rounded(contact.length)
  }
}

private func contacts(_ lines: [[Position]], _ others: [[Position]]) async throws -> [LineContact] {
  try await LineOverlay(LineColumn(others.map { [$0] }), measuredBy: .planar)
    .contacts(of: LineColumn(lines.map { [$0] }), where: ==)
}

private func length(_ line: [Position]) -> Double {
  zip(line, line.dropFirst()).map(LengthMeasure.planar.distance).reduce(0, +)
}

/// Laws on seeded pairs of lines of every family.
@Suite("Laws of lines against lines")
struct LineLawTests {
  private func pairs(_ family: LineGenerator.Family) -> [([Position], [Position])] {
    var generator = LineGenerator(seed: 31)
    return (0..<800).map { _ in generator.pair(family) }
  }

  @Test(arguments: LineGenerator.Family.allCases)
  func `exchanging the lines exchanges the sides`(family: LineGenerator.Family) async throws {
    let pairs = pairs(family)
    let one = try await contacts(pairs.map(\.0), pairs.map(\.1))
    let other = try await contacts(pairs.map(\.1), pairs.map(\.0))
    for row in pairs.indices where !LineOracle(pairs[row].0, pairs[row].1).isAmbiguous {
      let seen = one.filter { $0.line == row }.map { Shape($0) }.sorted()
      let exchanged = other.filter { $0.line == row }.map { Shape($0, isExchanged: true) }.sorted()
      #expect(seen == exchanged, "\(pairs[row])")
    }
  }

  @Test(arguments: LineGenerator.Family.allCases)
  func `reversing a line exchanges the sides`(family: LineGenerator.Family) async throws {
    let pairs = pairs(family).filter { $0.0.first != $0.0.last }
    let one = try await contacts(pairs.map(\.0), pairs.map(\.1))
    let other = try await contacts(pairs.map { $0.0.reversed() }, pairs.map(\.1))
    for row in pairs.indices where !LineOracle(pairs[row].0, pairs[row].1).isAmbiguous {
      let seen = one.filter { $0.line == row }.map { Shape($0) }.sorted()
      let reversed = other.filter { $0.line == row }
        .map { Shape($0, reversing: length(pairs[row].0)) }.sorted()
      #expect(seen == reversed, "\(pairs[row])")
    }
  }

  /// Two closed curves in the plane cross as often from one side as from the other.
  @Test(arguments: LineGenerator.Family.allCases)
  func `closed lines cross as often to the left as to the right`(
    family: LineGenerator.Family
  ) async throws {
    func closed(_ line: [Position]) -> [Position] {
      line.first == line.last ? line : line + line.prefix(1)
    }
    let pairs = pairs(family).map { (closed($0.0), closed($0.1)) }
    let found = try await contacts(pairs.map(\.0), pairs.map(\.1))
    for row in pairs.indices where !LineOracle(pairs[row].0, pairs[row].1).isAmbiguous {
      let own = found.filter { $0.line == row }
      #expect(own.count { $0.kind == .toLeft } == own.count { $0.kind == .toRight })
    }
  }

  @Test(arguments: LineGenerator.Family.allCases)
  func `repeated vertices change nothing`(family: LineGenerator.Family) async throws {
    let pairs = pairs(family)
    func stuttering(_ line: [Position]) -> [Position] {
      line.flatMap { Array(repeating: $0, count: $0.x > 0 ? 3 : 1) }
    }
    let one = try await contacts(pairs.map(\.0), pairs.map(\.1))
    let other = try await contacts(
      pairs.map { stuttering($0.0) }, pairs.map { stuttering($0.1) })
    #expect(one.map { Shape($0) } == other.map { Shape($0) })
    let alone = try await LineOverlay.selfContacts(
      of: LineColumn(pairs.map { [$0.0] }), measuredBy: .planar)
    let stutteringAlone = try await LineOverlay.selfContacts(
      of: LineColumn(pairs.map { [stuttering($0.0)] }), measuredBy: .planar)
    #expect(alone.map { Shape($0) } == stutteringAlone.map { Shape($0) })
  }

  @Test(arguments: LineGenerator.Family.allCases)
  func `two paths of a line meet themselves and each other`(
    family: LineGenerator.Family
  ) async throws {
    let pairs = pairs(family)
    let measure = LengthMeasure.planar
    let both = try await LineOverlay.selfContacts(
      of: LineColumn(pairs.map { [$0.0, $0.1] }), measuredBy: measure)
    let first = try await LineOverlay.selfContacts(
      of: LineColumn(pairs.map { [$0.0] }), measuredBy: measure)
    let second = try await LineOverlay.selfContacts(
      of: LineColumn(pairs.map { [$0.1] }), measuredBy: measure)
    let between = try await contacts(pairs.map(\.0), pairs.map(\.1))
    for row in pairs.indices {
      func kinds(_ contacts: [LineContact]) -> [String] {
        contacts.filter { $0.line == row }.map {
          "\($0.kind.rawValue) \(Int(($0.length * 1e6).rounded()))"
        }
      }
      #expect(kinds(both).sorted() == (kinds(first) + kinds(second) + kinds(between)).sorted())
    }
  }

  @Test(arguments: LineGenerator.Family.allCases)
  func `a closed line may start anywhere`(family: LineGenerator.Family) async throws {
    let rings = pairs(family).map { $0.0.first == $0.0.last ? $0.0 : $0.0 + $0.0.prefix(1) }
    func contacts(_ turn: Int) async throws -> [LineContact] {
      try await LineOverlay.selfContacts(
        of: LineColumn(
          rings.map { ring in
            let vertices = Array(ring.dropLast())
            let start = turn % vertices.count
            return [Array(vertices[start...] + vertices[...start])]
          }), measuredBy: .planar)
    }
    let one = try await contacts(0)
    for turn in 1...3 {
      let other = try await contacts(turn)
      for row in rings.indices where !LineOracle(rings[row]).isAmbiguous {
        func shapes(_ contacts: [LineContact]) -> [String] {
          contacts.filter { $0.line == row }.map {
            "\($0.isCrossing) \(Int(($0.length * 1e6).rounded()))"
          }.sorted()
        }
        #expect(shapes(one) == shapes(other), "\(rings[row])")
      }
    }
  }
}
