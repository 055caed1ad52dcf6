import Geometry
import TestSupport
import Testing

@testable import Permeability

/// What holds for the bundles of any lines, on seeded random ones in pieces.
@Suite("Laws of bundles")
struct BundleLawTests {
  private struct Case {
    var lines: BundleLines
    var families: [String]

    init(seed: UInt64) {
      var generator = BundleGenerator(seed: seed)
      let pieces = generator.pieces(of: generator.lines(count: 9))
      lines = BundleLines(pieces.map(\.vertices))
      families = pieces.map { ["road", "rail", "fence"][$0.line % 3] }
    }

    var bundles: Bundles { lines.bundles(families) }
  }

  /// The stretches of a line with the rounding between neighbours taken out.
  private func stretches(_ bundles: Bundles, _ line: Int) -> [BundledStretch] {
    bundles.stretches(of: line).filter { $0.length > 1e-3 }
  }

  @Test(arguments: UInt64(1)...6)
  func `a line is beside another that is beside it`(seed: UInt64) {
    let bundles = Case(seed: seed).bundles
    let pairs = Set(
      bundles.stretches.flatMap { stretch in
        (stretch.twins + stretch.companions).map { [stretch.line, $0] }
      })
    #expect(pairs.count > 20)
    for pair in pairs { #expect(pairs.contains(pair.reversed()), "seed \(seed): \(pair)") }
  }

  @Test(arguments: UInt64(11)...16)
  func `stretches of a line follow each other and name other lines`(seed: UInt64) {
    let example = Case(seed: seed)
    let bundles = example.bundles
    for line in example.families.indices {
      var end = 0.0
      for stretch in bundles.stretches(of: line) {
        #expect(stretch.line == line && stretch.from >= end && stretch.to > stretch.from)
        #expect(!stretch.twins.contains(line))
        #expect(stretch.twins.allSatisfy { example.families[$0] == example.families[line] })
        #expect(stretch.companions.allSatisfy { example.families[$0] != example.families[line] })
        #expect(!stretch.twins.isEmpty || !stretch.companions.isEmpty)
        end = stretch.to
      }
    }
  }

  @Test(arguments: UInt64(21)...26)
  func `the order of the lines does not matter`(seed: UInt64) {
    let example = Case(seed: seed)
    var random = SeededGenerator(seed: seed)
    let order = Array(example.families.indices).shuffled(using: &random)
    var shuffled = example
    shuffled.lines.rows = order.map { example.lines.rows[$0] }
    shuffled.families = order.map { example.families[$0] }
    let (bundles, other) = (example.bundles, shuffled.bundles)
    for (place, line) in order.enumerated() {
      let (expected, found) = (stretches(bundles, line), stretches(other, place))
      #expect(expected.count == found.count)
      for (a, b) in zip(expected, found) {
        #expect(abs(a.from - b.from) < 1e-3 && abs(a.to - b.to) < 1e-3)
        #expect(a.twins == b.twins.map { order[$0] }.sorted())
        #expect(a.companions == b.companions.map { order[$0] }.sorted())
      }
    }
  }

  @Test(arguments: UInt64(31)...36)
  func `the direction of the lines does not matter`(seed: UInt64) {
    let example = Case(seed: seed)
    var random = SeededGenerator(seed: seed)
    var turned = example
    let isTurned = example.families.map { _ in Bool.random(using: &random) }
    turned.lines.rows = zip(example.lines.rows, isTurned).map { $1 ? $0.reversed() : $0 }
    let lengths = example.lines.lengths
    let (bundles, other) = (example.bundles, turned.bundles)
    for line in isTurned.indices {
      var found = stretches(other, line)
      if isTurned[line] { found.reverse() }
      let expected = stretches(bundles, line)
      #expect(expected.count == found.count)
      for (a, b) in zip(expected, found) {
        let (from, to) =
          isTurned[line] ? (lengths[line] - b.to, lengths[line] - b.from) : (b.from, b.to)
        #expect(abs(a.from - from) < 1e-3 && abs(a.to - to) < 1e-3)
        #expect(a.twins == b.twins && a.companions == b.companions)
      }
    }
  }

  @Test(arguments: UInt64(41)...44)
  func `one obstacle more never raises the permeability`(seed: UInt64) {
    let bundles = Case(seed: seed).bundles
    var random = SeededGenerator(seed: seed)
    let p = bundles.families.map { _ in Double.random(in: 0...1, using: &random) }
    for stretch in bundles.stretches {
      let gamma = Double.random(in: 0...1, using: &random)
      let all = bundles.permeability(of: stretch, dependence: gamma) { p[$0] }
      let fewer = BundledStretch(
        line: stretch.line, from: stretch.from, to: stretch.to, twins: stretch.twins,
        companions: stretch.companions.dropLast())
      #expect(all <= bundles.permeability(of: fewer, dependence: gamma) { p[$0] } + 1e-15)
      #expect((0...p[stretch.line]).contains(all))
    }
  }
}
