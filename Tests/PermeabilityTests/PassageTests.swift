import Foundation
import Geometry
import Landscape
import Overlay
import TestSupport
import Testing

@testable import Permeability

@Suite("Passages")
struct PassageTests {
  private func acceptance(
    _ passage: PassageDesign, _ species: String,
    on barrier: BarrierDesign = BarrierDesign(.fenceLivestock)
  ) -> Double {
    let model = SpeciesModel(.bundled, species: species, seasons: Season.usual)
    var ledger = PlainLedger(values: model.central)
    return passage.acceptance(on: barrier, &ledger)
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

  /// The mean between two passages of a regular spacing: a · (m / s) · (1 − e^(−s/m)).
  private func reach(spacing: Double, mean: Double, acceptance: Double = 1) -> Double {
    PassageProfile(
      [0, spacing].map { .init(chainage: $0, acceptance: acceptance) }, length: spacing,
      mean: mean
    ).meanReach(from: 0, to: spacing)
  }

  @Test func `what is reached`() {
    let profile = PassageProfile(
      [.init(chainage: 0, acceptance: 1), .init(chainage: 10_000, acceptance: 1)], length: 10_000,
      mean: 15_900)
    #expect(abs(profile.reach(at: 2000) - 0.743215) < 1e-6)
    #expect(abs(profile.meanReach(from: 0, to: 10_000) - 0.742273) < 1e-6)
    #expect(
      abs(reach(spacing: 5000, mean: 15_900) - 0.858030) < 1e-6)
    for (spacing, expected) in [
      (1.0, 0.9559), (5, 0.8036), (10, 0.6568), (20, 0.4607), (50, 0.2177),
    ] {
      #expect(abs(reach(spacing: spacing, mean: 11) - expected) < 1e-4)
    }
    let corridor = 0.000968955
    let reach = reach(spacing: 10, mean: 15.9, acceptance: 0.7)
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
      var (sum, way) = (0.0, 0.0)
      for step in 0..<2000 {
        let x = (Double(step) + 0.5) * 25
        #expect((0...1).contains(few.reach(at: x)))
        #expect(more.reach(at: x) >= few.reach(at: x) - 1e-12)
        #expect(abs(few.reach(at: x) - simple(places, at: x, mean)) < 1e-12)
        sum += few.reach(at: x) / 2000
        way += detour(places, at: x, mean) / 2000
      }
      #expect(abs(few.meanDetour(from: 0, to: 50_000) - way) < 2e-3 * way + 1)
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

  /// The same, each side times the way to walk for it.
  private func detour(
    _ places: [PassageProfile.Place], at x: Double, _ mean: Double
  ) -> Double {
    func felt(_ isOnSide: (Double) -> Bool) -> Double {
      let sides = places.map { (min(max($0.chainage, 0), 50_000), $0.acceptance) }
        .filter { isOnSide($0.0) && $0.1 > 0 }
        .map { (share: $0.1 * exp(-abs(x - $0.0) / mean), way: abs(x - $0.0)) }
      return sides.max { $0.share < $1.share }.map { $0.share * $0.way } ?? 0
    }
    return 0.5 * felt { $0 <= x } + 0.5 * felt { $0 > x }
  }

  @Test(arguments: UInt64(21)...24)
  func `a passage more never lowers a score, and scores stay within bounds`(seed: UInt64) throws {
    var designs = DesignGenerator(seed: seed)
    var random = SeededGenerator(seed: seed)
    let species = SpeciesRegistry.bundled.species.map(\.id)
    let scorer = try Scorer(species: species)
    for _ in 0..<40 {
      let (design, one) = (designs.design(), designs.species())
      var passages: [PassageOnLine] = []
      var before = try #require(scorer.score(design, for: one)).p
      for _ in 0..<4 {
        var passage = PassageDesign(designs.one(of: PassageDesign.Kind.allCases))
        passage.width = Double.random(in: 1...300, using: &random)
        passage.height = Double.random(in: 1...9, using: &random)
        passage.length = Double.random(in: 3...60, using: &random)
        passage.hasGuideFence = Bool.random(using: &random)
        passages.append(PassageOnLine(passage, at: Double.random(in: 0...40_000, using: &random)))
        let score = try #require(
          scorer.score(design, passages: passages, length: 40_000, for: one))
        #expect(score.p.low >= before.low - 1e-12 && score.p.central >= before.central - 1e-12)
        #expect(score.p.high >= before.high - 1e-12 && score.p.high <= 1)
        #expect(score.p.low <= score.p.central && score.p.central <= score.p.high)
        before = score.p
      }
    }
  }

  @Test(arguments: UInt64(31)...38)
  func `stretches cover a barrier and hardly change`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let places = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        PassageProfile.Place(
          chainage: Double.random(in: -100...30_100, using: &random),
          acceptance: Double.random(in: 0...1, using: &random))
      }
      let profile = PassageProfile(
        places, length: 30_000, mean: Double.random(in: 300...20_000, using: &random))
      let tolerance = Double.random(in: 0.02...0.3, using: &random)
      let stretches = profile.stretches(length: 30_000, tolerance: tolerance)
      #expect(stretches.first?.lowerBound == 0 && stretches.last?.upperBound == 30_000)
      for (one, next) in zip(stretches, stretches.dropFirst()) {
        #expect(one.upperBound == next.lowerBound && one.lowerBound < one.upperBound)
      }
      for stretch in stretches where stretch.upperBound - stretch.lowerBound > 2 {
        // A passage may change the reach at once: away from the ends of the stretch.
        let values = (1..<200).map { step in
          profile.reach(
            at: stretch.lowerBound
              + (stretch.upperBound - stretch.lowerBound) * Double(step) / 200)
        }
        #expect((values.max() ?? 0) - (values.min() ?? 0) <= tolerance + 1e-9)
      }
      // The means of the stretches make the mean of the whole.
      let mean = stretches.reduce(0) {
        $0 + ($1.upperBound - $1.lowerBound)
          * profile.meanReach(from: $1.lowerBound, to: $1.upperBound)
      }
      #expect(abs(mean / 30_000 - profile.meanReach(from: 0, to: 30_000)) < 1e-9)
    }
  }

  @Test func `a stretch of a line has the length that it says`() {
    let line = LineColumn([
      [
        [Position(10, 40), Position(10.1, 40.05), Position(10.2, 40)],
        [Position(11, 40), Position(11.1, 40)],
      ]
    ])
    let whole = Chainage(line, by: .geodesic).lengths[0]
    var cut = LineColumn()
    let stops = [0, 0.13, 0.2, 0.61, 0.62, 0.97, 1].map { $0 * whole }
    for (from, to) in zip(stops, stops.dropFirst()) {
      cut.append(stretch: from...to, ofRow: 0, of: line)
    }
    let lengths = Chainage(cut, by: .geodesic).lengths
    for (length, (from, to)) in zip(lengths, zip(stops, stops.dropFirst())) {
      #expect(abs(length - (to - from)) < 1e-3)
    }
  }

  @Test func `passages are found where they lie`() throws {
    let lines = LineColumn(
      [0.0, 1].map { y in [[Position(10, y), Position(10.5, y), Position(11, y)]] })
    let sites = PassageSites(
      [Position(10.25, 0.0002), Position(10.75, 0.0002), Position(10.5, 0.3), Position(11, 1)],
      tolerance: 50)
    let degree = 6_378_137 * Double.pi / 180
    let first = try #require(sites.places(on: 0, of: lines))
    #expect(first.places.map(\.passage) == [0, 1])
    #expect(abs(first.length - degree) < 1e-3)
    #expect(abs(first.places[0].chainage - degree / 4) < 1e-3)
    #expect(abs(first.places[1].offset - 22.1) < 0.1)
    let second = try #require(sites.places(on: 1, of: lines))
    #expect(second.places.map(\.passage) == [3])
    #expect(second.places[0].chainage == second.length)
  }

  @Test func `animals that turn to the nearer passage walk half as far`() {
    let profile = PassageProfile(
      [0, 10_000].map { .init(chainage: $0, acceptance: 1) }, length: 10_000, mean: 15_900)
    #expect(abs(profile.meanReachOfNearer(from: 0, to: 10_000) - 0.858030) < 1e-6)
    let uneven = PassageProfile(
      [.init(chainage: 1000, acceptance: 0.9), .init(chainage: 9000, acceptance: 0.2)],
      length: 12_000, mean: 4000)
    var sum = 0.0
    for step in 0..<12_000 {
      let x = Double(step) + 0.5
      sum += max(0.9 * exp(-abs(x - 1000) / 4000), 0.2 * exp(-abs(x - 9000) / 4000)) / 12_000
    }
    #expect(abs(uneven.meanReachOfNearer(from: 0, to: 12_000) - sum) < 1e-6)
  }

  @Test func `people, newness, missing guide fences and offsets each take their share`() {
    let whole = acceptance(underpass, "kiang")
    for (change, share): ((inout PassageDesign) -> Void, Double) in [
      ({ $0.isUsedByPeople = true }, 0.5), ({ $0.isNew = true }, 0.6),
      ({ $0.hasGuideFence = false }, 0.6), ({ $0.hasGuideFence = true }, 1),
      ({ $0.offset = 400 }, 1), ({ $0.offset = 600 }, 0.5),
    ] {
      var passage = underpass
      change(&passage)
      #expect(abs(acceptance(passage, "kiang") - whole * share) < 1e-12)
    }
  }

  @Test func `a gap leads over the traffic of its line`() throws {
    var gap = PassageDesign(.gap)
    gap.width = 300
    var road = BarrierDesign(.highwayFencedROW)
    let free = acceptance(gap, "saiga")
    #expect(abs(free - 0.7) < 1e-12)
    road.road.traffic = 1000
    #expect(abs(acceptance(gap, "saiga", on: road) - 0.35) < 1e-12)
    // A corridor of 0.001 with openings every 10 km: the reference case.
    let gaps = PassageOnLine.gaps(every: 10_000, along: 10_000_000)
    #expect(gaps.count == 1000)
    let fence = BarrierDesign(.fenceGame)
    let score = try #require(
      Scorer(species: ["mongolian_gazelle"]).score(
        fence, passages: gaps, length: 10_000_000, for: "mongolian_gazelle"))
    let reach = 0.7 * reach(spacing: 10_000, mean: 15_900)
    let line = score.passages?.line.central ?? 0
    #expect(abs(score.p.central - (line + (1 - line) * reach)) < 2e-3)
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
