import Formats
import Permeability
import TestSupport
import Testing

@testable import Assessment

/// Limits that plans must keep.
struct GateTests {
  @Test func `a criterion is a measure, a limit and a place`() throws {
    let one = try GateCriterion("P_final<0.05 in PTCR")
    #expect(one.measure == .permeability && one.isBelow && one.limit == 0.05)
    #expect(one.scope == .conservationRegion)
    let other = try GateCriterion("eca_loss > 5%")
    #expect(other.measure == .areaLoss && !other.isBelow && other.limit == 0.05)
    #expect(other.scope == .range)
  }

  @Test(arguments: [
    "P_fnal<0.05", "P_final=0.05", "P_final<", "P_final<x", "P_final<0.05 in PTCRs",
    "P_final<0.05 at PTCR", "P_final<0.05 in PTCR and more", "",
  ])
  func `what is no criterion is refused with help`(_ text: String) {
    let error = #expect(throws: FormatError.self) { try GateCriterion(text) }
    #expect(error?.kind == .usage)
    #expect(error?.help.isEmpty == false)
  }

  @Test func `plans are held against every criterion where it applies`() async throws {
    try await TestFiles.withFolder { folder in
      var settings = AssessmentSettings()
      settings.mitigation.count = 0
      settings.triesVariants = false
      settings.isCumulative = false
      let found = try await Assessment(
        of: [SmallAtlas.railway(SmallAtlas.across), SmallAtlas.railway([(70, 50), (71, 50)])],
        in: try await SmallAtlas(units: folder, movements: 20).atlas, settings: settings)
      func places(_ text: String) throws -> [GateFinding] {
        found.findings(of: [try GateCriterion(text)])
      }
      let least = try places("P_final<0.5")
      #expect(Set(least.compactMap(\.species)) == ["asiatic_wild_ass", "saiga"])
      for finding in least {
        let scored = found.alternatives[0].permeability.filter { $0.species == finding.species }
        #expect(finding.value <= (scored.map(\.permeability.central).max() ?? 0) + 1e-9)
      }
      #expect(try places("P_final<0").isEmpty)
      #expect(try places("P_final<1 in PTCR").isEmpty, "the regions of the fixture are none")
      #expect(!(try places("inside_km>1 in range").isEmpty))
      for effect in found.alternatives[0].effects where effect.region == nil {
        let losses = try places("ECA_loss>0")
        #expect(
          losses.first { $0.species == effect.species }?.value == effect.relativeLoss.central)
      }
      #expect(try places("cut_off_km2>1e9").isEmpty)
    }
  }
}
