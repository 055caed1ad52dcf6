import Landscape
import TestSupport
import Testing

@testable import Permeability

/// What P must never do, on seeded random designs with extremes.
@Suite("Laws")
struct LawTests {
  private static let allSpecies = SpeciesRegistry.bundled.species.map(\.id)

  /// What random designs seldom are.
  private static let rare: [BarrierDesign] = [
    (BarrierClass.railUnfenced, "MN", "main"), (.roadPaved, "CN", "motorway"),
    (.roadUnpaved, "MN", "haul"), (.railUnfenced, "KZ", "branch"),
  ].map {
    var design = BarrierDesign($0.0)
    (design.country, design.rank) = ($0.1, $0.2)
    return design
  }

  /// A scorer of all species.
  private func scorer() throws -> Scorer { try Scorer(species: Self.allSpecies) }

  private func central(_ design: BarrierDesign, _ species: String) -> Double {
    p(design, SpeciesModel(.bundled, species: species, seasons: Season.usual))
  }

  private func p(
    _ design: BarrierDesign, _ model: SpeciesModel, _ values: ParameterValues? = nil
  ) -> Double {
    var ledger = PlainLedger(values: values ?? model.central)
    return model.annual(design, &ledger)
  }

  @Test(arguments: UInt64(1)...4)
  func `a score is a probability within its bounds`(seed: UInt64) throws {
    var designs = DesignGenerator(seed: seed)
    let scorer = try scorer()
    for _ in 0..<150 {
      let (design, species) = (designs.design(), designs.species())
      let score = try #require(scorer.score(design, for: species))
      #expect(0 <= score.p.low && score.p.low <= score.p.central)
      #expect(score.p.central <= score.p.high && score.p.high <= 1)
      if let share = score.mortality.trafficShare { #expect((0...1).contains(share)) }
      if let completeness = score.completeness { #expect((0...1).contains(completeness)) }
    }
  }

  @Test(arguments: UInt64(11)...14)
  func `no draw of the parameters leaves the bounds`(seed: UInt64) {
    var designs = DesignGenerator(seed: seed)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let design = designs.design()
      let model = SpeciesModel(.bundled, species: designs.species(), seasons: Season.usual)
      var record = RecordingLedger(values: model.central)
      _ = model.annual(design, &record)
      let bounds = Bounds(model: model, slots: record.slots).estimate { p(design, model, $0) }
      for _ in 0..<40 {
        var values = model.central
        for slot in record.slots {
          guard let row = model.rows[slot.index] else { continue }
          // Ends and the whole width between them.
          values[slot] =
            [row.value.low, row.value.high].randomElement(using: &random).map { end in
              Bool.random(using: &random)
                ? end : Double.random(in: row.value.low...row.value.high, using: &random)
            } ?? row.value.central
        }
        let drawn = p(design, model, values)
        #expect(drawn >= bounds.low - 1e-12 && drawn <= bounds.high + 1e-12)
      }
    }
  }

  @Test func `every parameter moves P in the direction that its row states`() {
    var designs = DesignGenerator(seed: 21)
    var seen: Set<String> = []
    for number in 0..<1000 {
      var barrier = designs.design()
      if number % 10 == 0 { barrier = Self.rare[number / 10 % Self.rare.count] }
      let row = PassageRow(barrier: barrier, passages: [designs.passage()], length: 40_000)
      let model = SpeciesModel(
        .bundled, species: designs.species(),
        seasons: [
          Season("snow", weight: 1, hasSnow: true, isFrozen: designs.one(of: [true, false])),
          Season("snow_free", weight: 1, hasSnow: false),
        ])
      var record = RecordingLedger(values: model.central)
      _ = model.mean(model.annual(row.barrier, &record), row, in: 0...40_000, &record)
      let swings = model.swings(record.slots) { values in
        var ledger = PlainLedger(values: values)
        return model.mean(model.annual(row.barrier, &ledger), row, in: 0...40_000, &ledger)
      }
      for swing in swings {
        seen.insert(swing.parameter.name)
        switch swing.parameter.effect {
        case .raises: #expect(swing.atHigh >= swing.atLow - 1e-12, "\(swing.parameter.name)")
        case .lowers: #expect(swing.atHigh <= swing.atLow + 1e-12, "\(swing.parameter.name)")
        case .varies: break
        }
      }
    }
    // Nothing that the model asks for was left out of the test, but what only other forms ask for.
    let asked = ParameterName.allCases.filter { $0 != .bundleDistance && $0 != .opennessMass }
    #expect(Set(asked.map(\.id)).subtracting(seen).isEmpty)
    #expect(seen.contains("P_prior"))
  }

  @Test(arguments: UInt64(31)...34)
  func `traffic, trains, barbs, height and a narrow gap never raise P`(seed: UInt64) {
    var designs = DesignGenerator(seed: seed)
    for _ in 0..<200 {
      let species = designs.species()
      var design = designs.design()
      (design.road.traffic, design.railway.trains) = (500, 20)
      (design.fence.topHeight, design.fence.bottomGap) = (120, 30)
      (design.fence.hasBarbedTop, design.fence.hasBarbedBottom) = (false, false)
      let before = central(design, species)
      for change: (inout BarrierDesign) -> Void in [
        { $0.road.traffic = 700 }, { $0.railway.trains = 90 }, { $0.fence.topHeight = 150 },
        { $0.fence.bottomGap = 10 }, { $0.fence.hasBarbedTop = true },
        { $0.fence.hasBarbedBottom = true },
      ] {
        var changed = design
        change(&changed)
        #expect(central(changed, species) <= before + 1e-12)
      }
    }
  }

  @Test(arguments: BarrierClass.allCases)
  func `without attributes the prior of the class stands exactly`(barrierClass: BarrierClass) throws
  {
    let scorer = try scorer()
    for species in Self.allSpecies {
      let score = try #require(scorer.score(BarrierDesign(barrierClass), for: species))
      let prior = try #require(ParameterTable.bundled.prior(of: barrierClass, for: species))
      #expect(score.p == prior.value)
      #expect(score.mode == .prior)
      #expect(score.grade == prior.grade)
    }
  }

  @Test(arguments: UInt64(41)...44)
  func `bundles are symmetric, and an obstacle more never raises P`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Double.random(in: 0...1, using: &random)
      }
      let gamma = Double.random(in: 0...1, using: &random)
      let p = bundled(parts, dependence: gamma)
      #expect(bundled(parts.shuffled(using: &random), dependence: gamma) == p)
      #expect(bundled(parts + [Double.random(in: 0...1, using: &random)], dependence: gamma) <= p)
      #expect(bundled(parts, dependence: 0) == parts.min())
      if parts.count == 3 {
        #expect(bundled(parts[0], parts[1], parts[2], dependence: gamma) == p)
        #expect(
          bundled(parts[0], parts[1], dependence: gamma)
            == bundled([parts[0], parts[1]], dependence: gamma))
      }
      #expect(abs(bundled(parts, dependence: 1) - parts.reduce(1, *)) < 1e-15)
    }
  }

  @Test func `a bank is bounded by a dense search over its slope`() {
    for height in [0.5, 1.0, 2, 3, 5, 9] {
      var design = BarrierDesign(.railUnfenced)
      (design.railway.trains, design.railway.embankment, design.fencing) = (0, height, Fencing.none)
      let model = SpeciesModel(.bundled, species: "saiga", seasons: Season.usual)
      var record = RecordingLedger(values: model.central)
      _ = model.annual(design, &record)
      let bounds = Bounds(model: model, slots: record.slots).estimate { p(design, model, $0) }
      var least = 1.0
      for step in 0...4000 {
        var values = model.pessimistic
        values[ParameterValues.Slot(.bankSlope)] = 0.5 + 1.5 * Double(step) / 4000
        least = min(least, p(design, model, values))
      }
      #expect(bounds.low <= least + 1e-12)
      #expect(bounds.low >= least - 1e-6)
    }
  }
}
