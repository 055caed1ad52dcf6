import Foundation
import Landscape
import TestSupport
import Testing

@testable import Permeability

@Suite("Passages")
struct PassageTests {
  private func acceptance(_ passage: PassageDesign, _ species: String) -> Double {
    let model = SpeciesModel(.bundled, species: species, seasons: Season.usual)
    var ledger = PlainLedger(values: model.central)
    return passage.acceptance(&ledger)
  }

  private var underpass: PassageDesign {
    var passage = PassageDesign(.underpass)
    (passage.width, passage.height, passage.length) = (12, 4, 15)
    return passage
  }

  @Test func `the openness of 3.2 m for a kiang and a saiga`() {
    #expect(abs(acceptance(underpass, "kiang") - 0.612740) < 1e-6)
    // The saiga would refuse a height of 4 m; the reference value is that of the formula alone.
    #expect(acceptance(underpass, "saiga") == 0)
    #expect(abs(0.60 / (1 + pow32(20 / 3.2)) - 0.036090) < 1e-6)
  }

  /// x to the power of 1.5.
  private func pow32(_ x: Double) -> Double { x * x.squareRoot() }

  @Test func `what is reached`() {
    let profile = PassageProfile(
      [.init(chainage: 0, acceptance: 1), .init(chainage: 10_000, acceptance: 1)], length: 10_000,
      mean: 15_900)
    #expect(abs(profile.reach(at: 2000) - 0.743215) < 1e-6)
    #expect(abs(profile.meanReach(from: 0, to: 10_000) - 0.742273) < 1e-6)
    #expect(
      abs(PassageProfile.reach(spacing: 5000, mean: 15_900) - 0.858030) < 1e-6)
    for (spacing, expected) in [
      (1.0, 0.9559), (5, 0.8036), (10, 0.6568), (20, 0.4607), (50, 0.2177),
    ] {
      #expect(abs(PassageProfile.reach(spacing: spacing, mean: 11) - expected) < 1e-4)
    }
    let corridor = 0.000968955
    let reach = PassageProfile.reach(spacing: 10, mean: 15.9, acceptance: 0.7)
    #expect(abs(corridor + (1 - corridor) * reach - 0.520057) < 1e-6)
  }

  @Test(arguments: UInt64(1)...8)
  func `a passage more never lowers what is reached, and the mean is the integral`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func place() -> PassageProfile.Place {
      .init(
        chainage: Double.random(in: -100...50_100, using: &random),
        acceptance: Double.random(in: -0.2...1, using: &random).clamped)
    }
    for _ in 0..<20 {
      let places = (0..<Int.random(in: 0...6, using: &random)).map { _ in place() }
      let mean = Double.random(in: 500...40_000, using: &random)
      let few = PassageProfile(places, length: 50_000, mean: mean)
      let more = PassageProfile(places + [place()], length: 50_000, mean: mean)
      var sum = 0.0
      for step in 0..<2000 {
        let x = (Double(step) + 0.5) * 25
        #expect((0...1).contains(few.reach(at: x)))
        #expect(more.reach(at: x) >= few.reach(at: x) - 1e-12)
        #expect(abs(few.reach(at: x) - simple(places, at: x, mean)) < 1e-12)
        sum += few.reach(at: x) / 2000
      }
      #expect(abs(few.meanReach(from: 0, to: 50_000) - sum) < 1e-3)
    }
  }

  /// The definition, passage by passage.
  private func simple(
    _ places: [PassageProfile.Place], at x: Double, _ mean: Double
  ) -> Double {
    func felt(_ isOnSide: (Double) -> Bool) -> Double {
      places.map { (min(max($0.chainage, 0), 50_000), $0.acceptance) }
        .filter { isOnSide($0.0) }.map { $0.1 * exp(-abs(x - $0.0) / mean) }.max() ?? 0
    }
    return 0.5 * felt { $0 <= x } + 0.5 * felt { $0 > x }
  }

  @Test func `what is not known well enough counts nothing, and says why`() {
    var passage = underpass
    passage.length = nil
    #expect(acceptance(passage, "kiang") == 0)
    #expect(passage.fault == "length_m not known")
    #expect(acceptance(PassageDesign(.end), "saiga") == 1)
    var bridge = PassageDesign(.overpass)
    bridge.width = 20
    #expect(acceptance(bridge, "kiang") == 0)
    bridge.width = 40
    #expect(abs(acceptance(bridge, "kiang") - min(1, 0.85 * 1.1)) < 1e-12)
  }
}

extension Double {
  fileprivate var clamped: Double { Swift.min(Swift.max(self, 0), 1) }
}
