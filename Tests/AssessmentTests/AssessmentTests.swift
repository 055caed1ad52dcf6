import Atlas
import Connectivity
import Foundation
import Geometry
import Permeability
import TestSupport
import Testing

@testable import Assessment

struct AssessmentTests {
  private func assessment(
    of plans: [Plan], movements: Int = 200, _ change: (inout AssessmentSettings) -> Void = { _ in }
  ) async throws -> Assessment {
    try await TestFiles.withFolder { folder in
      var settings = AssessmentSettings()
      settings.mitigation.count = 0
      change(&settings)
      return try await Assessment(
        of: plans, in: try await SmallAtlas(units: folder, movements: movements).atlas,
        settings: settings)
    }
  }

  @Test func `a fenced railway across takes area from every range that it divides`() async throws {
    let found = try await assessment(of: [SmallAtlas.railway(SmallAtlas.across)])
    let effects = found.alternatives[0].effects
    #expect(Set(effects.map(\.species)) == ["asiatic_wild_ass", "saiga"])
    for effect in effects where effect.region == nil {
      #expect(effect.loss.central > 0)
      #expect(effect.relativeLoss.central < 1)
      #expect(effect.before.area == effect.after.area)
      #expect(effect.dividedPatches > 0)
      #expect(effect.cutOff > 0 && effect.cutOff < effect.before.area)
      #expect((effect.chordChange?.mean ?? 1) < 0)
      #expect(effect.rank?.place == 1, "nothing of today stops as much")
    }
  }

  @Test func `today in the study is today in the atlas`() async throws {
    try await TestFiles.withFolder { folder in
      let atlas = try await SmallAtlas(units: folder).atlas
      let plan = SmallAtlas.railway(SmallAtlas.across)
      var settings = AssessmentSettings()
      settings.mitigation.count = 0
      _ = try await Assessment(of: [plan], in: atlas, settings: settings)
      for area in atlas.ranges {
        let barriers = try await PlannedBarriers(
          in: area, of: atlas.plan, today: 0, [plan], jobs: 1)
        let range = try await PlanRange(
          area, regions: atlas.plan.rows.areas.filter { $0.subject.species == nil }, barriers,
          of: atlas.plan, jobs: 1)
        let today = try await range.measures(of: barriers.today, jobs: 1)
        let known = try KnownRange(area.name, in: atlas).today
        #expect(today.count > 1)
        for (region, measures) in today {
          let stored = try #require(known[region])
          #expect(abs(measures.connectedArea.central - stored.connectedArea.central) < 1e-5)
          #expect(measures.chords == stored.chords)
          #expect(measures.patches == stored.patches)
        }
      }
    }
  }

  @Test func `structures raise the permeability and the connected area`() async throws {
    let bare = SmallAtlas.railway(SmallAtlas.across, named: "bare")
    let built = SmallAtlas.railway(
      SmallAtlas.across, named: "built", structures: [40_000, 70_000, 95_000])
    let found = try await assessment(of: [bare, built])
    for species in ["asiatic_wild_ass", "saiga"] {
      let effects = found.alternatives.map { alternative in
        alternative.effects.first { $0.species == species && $0.region == nil }
      }
      let (one, two) = (try #require(effects[0]), try #require(effects[1]))
      #expect(one.before == two.before)
      #expect(two.after.connectedArea.central > one.after.connectedArea.central)
      let scores = found.alternatives.map { alternative in
        alternative.permeability.first { $0.species == species && $0.season == "annual" }
      }
      #expect((scores[1]?.permeability.central ?? 0) > (scores[0]?.permeability.central ?? 1))
      #expect(scores[1]?.usable == 3)
      let variant = found.alternatives[1].variants.first { $0.kind == .withoutStructures }
      let effect = variant?.effects.first { $0.species == species }
      #expect(abs((effect?.area ?? 0) - one.after.connectedArea.central) < 1e-5)
    }
  }

  @Test func `without a fence more gets across`() async throws {
    let found = try await assessment(of: [SmallAtlas.railway(SmallAtlas.across)])
    let variant = try #require(
      found.alternatives[0].variants.first { $0.kind == .withoutFence })
    for effect in variant.effects {
      #expect(effect.permeability > effect.plannedPermeability)
      #expect(effect.area > effect.plannedArea)
    }
  }

  @Test func `shares of all planned lines add up to what they take together`() async throws {
    // The atlas has a planned line; seen from either side the two shares are all.
    let found = try await assessment(of: [SmallAtlas.railway(SmallAtlas.across)])
    for effect in found.alternatives[0].cumulative {
      #expect(effect.withAll <= min(effect.withPlan, effect.withOthers) + 1e-9)
      #expect(max(effect.withPlan, effect.withOthers) <= effect.today + 1e-9)
      let shapley = try #require(effect.shapley)
      #expect(shapley >= min(effect.asFirst, effect.asLast) - 1e-9)
      #expect(shapley <= max(effect.asFirst, effect.asLast) + 1e-9)
      let whole = found.alternatives[0].effects.first {
        $0.species == effect.species && $0.region == nil
      }
      #expect(abs((whole?.before.connectedArea.central ?? 0) - effect.today) < 1)
    }
  }

  @Test func `the shares of Shapley add up, and equals get equal ones`() {
    // v of sets of three players: what is left of 10.
    let values = [10.0, 7, 7, 5, 9, 6, 6, 4]
    func share(of player: Int) -> Double {
      PlanRange.shapley(
        ofFirst: values.indices.map { set in
          // Swaps the player with the first.
          let (a, b) = (set & 1, (set >> player) & 1)
          return values[(set & ~(1 | 1 << player)) | b | (a << player)]
        }, players: 3)
    }
    let shares = (0..<3).map(share)
    #expect(abs(shares.reduce(0, +) - 6) < 1e-12)
    #expect(abs(shares[0] - shares[1]) < 1e-12)
    #expect(PlanRange.shapley(ofFirst: [10, 7], players: 1) == 3)
  }

  @Test func `every passage opens more, at its distance from the others`() async throws {
    let found = try await assessment(of: [SmallAtlas.railway(SmallAtlas.across)]) {
      $0.mitigation.count = 2
      $0.mitigation.existingLines = 1
    }
    let steps = found.alternatives[0].mitigation
    #expect(steps.map(\.number) == [1, 2])
    for (index, one) in steps.enumerated() {
      #expect(one.benefit > 0)
      for two in steps.dropFirst(index + 1) where one.place == two.place {
        #expect(abs(one.chainage - two.chainage) >= 5000)
      }
    }
  }

  @Test func `nothing is built where nothing can be, nor beyond the budget`() async throws {
    let found = try await assessment(of: [SmallAtlas.railway(SmallAtlas.across)]) {
      $0.mitigation.count = 9
      $0.mitigation.budget = 7
      $0.mitigation.options = PassageOption.usual.map { PassageOption($0.design, cost: 3) }
      $0.mitigation.existingLines = 0
      $0.mitigation.excluded = [0...60_000]
    }
    let steps = found.alternatives[0].mitigation
    #expect(steps.count == 2)
    for step in steps { #expect(step.chainage > 60_000) }
  }

  @Test func `a plan away from all ranges does nothing`() async throws {
    let found = try await assessment(of: [SmallAtlas.railway([(70, 50), (71, 50)])])
    #expect(found.alternatives[0].effects.isEmpty)
    #expect(found.alternatives[0].permeability.isEmpty)
  }
}
