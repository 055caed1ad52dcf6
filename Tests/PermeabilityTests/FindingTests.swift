import Landscape
import Permeability
import Testing

/// What every version of the model must keep.
@Suite("Findings")
struct FindingTests {
  private func p(_ design: BarrierDesign, _ species: String) throws -> Double {
    try #require(Scorer(species: [species]).score(design, for: species)).p.central
  }

  private func fencedRailway(gap: Double) -> BarrierDesign {
    var design = BarrierDesign(.railFencedBoth)
    (design.country, design.rank) = ("MN", "main")
    (design.fence.topHeight, design.fence.bottomGap) = (gap > 30 ? 110 : 150, gap)
    (design.fence.hasBarbedTop, design.fence.hasBarbedBottom) = (gap <= 30, gap <= 30)
    return design
  }

  @Test(arguments: ["mongolian_gazelle", "goitered_gazelle", "asiatic_wild_ass"])
  func `the fenced railway is nearly closed`(species: String) throws {
    #expect(try p(fencedRailway(gap: 20), species) < 0.05)
  }

  @Test func `a raised bottom wire opens a fence for gazelles and not for the wild ass`() throws {
    var fence = BarrierDesign(.fenceLivestock)
    (fence.fence.topHeight, fence.fence.bottomGap, fence.fence.hasBarbedBottom) = (150, 20, true)
    let profile = try DesignProfile.named("wildlife_friendly", among: DesignProfile.bundled)
    let rebuilt = profile.rebuilding(fence)
    #expect(try p(fence, "mongolian_gazelle") < 0.1)
    #expect(try p(rebuilt, "mongolian_gazelle") > 0.6)
    #expect(try p(rebuilt, "asiatic_wild_ass") < 0.1)
  }

  @Test func `chiru pass a fenced railway with large underpasses, and a migration asks for more`()
    throws
  {
    var bridge = PassageDesign(.viaduct)
    (bridge.width, bridge.height, bridge.length) = (200, 6, 12)
    let passages = stride(from: 0.0, through: 40_000, by: 5000).map {
      PassageOnLine(bridge, at: $0)
    }
    func p(onMigrationFront: Bool, _ passages: [PassageOnLine]) throws -> Double {
      let scorer = try Scorer(species: ["chiru"], onMigrationFront: onMigrationFront)
      return try #require(
        scorer.score(fencedRailway(gap: 20), passages: passages, length: 40_000, for: "chiru")
      ).p.central
    }
    #expect(try p(onMigrationFront: false, []) < 0.05)
    let usual = try p(onMigrationFront: false, passages)
    let front = try p(onMigrationFront: true, passages)
    #expect(usual > 0.8)
    #expect(front < usual && front > 0.4)
    bridge.height = 4
    let low = passages.map { PassageOnLine(bridge, at: $0.chainage) }
    #expect(try p(onMigrationFront: false, low) > 0.8)
    #expect(try p(onMigrationFront: true, low) < 0.05)
  }

  @Test
  func `a wildlife-friendly fence has its factor only where nobody wrote down how it is built`()
    throws
  {
    var fence = BarrierDesign(.fenceLivestock)
    fence.fence.maintenance = .average
    let plain = try p(fence, "saiga")
    fence.fence.isWildlifeFriendly = true
    #expect(abs(try p(fence, "saiga") - 1.33 * plain) < 1e-12)
    fence.fence.bottomGap = 20
    #expect(abs(try p(fence, "saiga") - plain) < 1e-12)
  }

  @Test func `a standard whose text is not at hand is refused`() {
    for name in ["mns_6515_2015", "mn_fence_2024", "cms_guidelines"] {
      #expect(throws: (any Error).self) {
        try DesignProfile.named(name, among: DesignProfile.bundled)
      }
    }
  }

  @Test func `a road of which only the rank is known has the traffic of its rank`() throws {
    var road = BarrierDesign(.roadPaved)
    road.rank = "primary"
    let score = try #require(Scorer(species: ["saiga"]).score(road, for: "saiga"))
    #expect(score.mode == .component)
    #expect(score.defaults.contains { $0.attribute == "aadt" && $0.value == "aadt_primary" })
    #expect(score.p.high - score.p.low > 0.3)
    #expect(score.completeness == 0)
  }

  @Test func `planned, disused and razed lines are what they are`() throws {
    var railway = BarrierDesign(.railUnfenced)
    railway.railway.trains = 60
    railway.fencing = Fencing.none
    let busy = try p(railway, "saiga")
    railway.status = .disused
    #expect(try p(railway, "saiga") > busy)
    railway.status = .construction
    #expect(try p(railway, "saiga") < busy)
    railway.status = .razed
    #expect(try p(railway, "saiga") == 1)
  }
}
