import Landscape
import Testing

@testable import Assessment

struct RegionObligationTests {
  private func area(
    _ kind: CrossedArea.Kind, _ name: String, _ from: Double = 0, _ to: Double = 10,
    _ place: CrossedArea.Place = .inside
  ) -> CrossedArea {
    CrossedArea(
      kind, name,
      stretches: [CrossedArea.Stretch(line: 0, from: from, to: to, place)], crossings: [])
  }

  @Test(arguments: Region.all)
  func `a region of the work programme has the activities of the registry`(_ region: Region) throws
  {
    for name in [region.name, "PTCR \(region.number) \(region.name)", "\(region.number)"] {
      let found = RegionObligations([area(.region, name)], species: []).all
      let obligation = try #require(found.first)
      #expect(obligation.region == region)
      #expect(obligation.activities.map(\.number) == region.activityNumbers)
      #expect(obligation.instruments == region.instruments)
      #expect(obligation.speciesWithoutRange == region.speciesIDs)
      #expect(obligation.targetSpecies.isEmpty && !obligation.isNear)
    }
  }

  @Test func `species are told apart by what the work programme names`() throws {
    let contacts = [
      area(.range, "saiga", 0, 4), area(.range, "argali", 2, 6), area(.range, "kiang", 40, 60),
      area(.range, "urial", 0, 10, .near),
      area(.region, "Northern and Eastern Ustyurt", 3, 9), area(.country, "Kazakhstan"),
    ]
    let found = RegionObligations(contacts, species: ["saiga", "argali", "kiang", "urial"]).all
    #expect(found.count == 1, "a country is no region")
    #expect(found[0].targetSpecies == ["saiga"], "the urial is only near")
    #expect(found[0].otherSpecies == ["argali"], "the kiang is met elsewhere")
    #expect(found[0].speciesWithoutRange == ["goitered_gazelle", "asiatic_wild_ass"])
  }

  @Test func `a region that is only near is marked and keeps its activities`() throws {
    let found = RegionObligations([area(.region, "Kopetdag", 0, 5, .near)], species: []).all
    #expect(found[0].isNear)
    #expect(found[0].activities.contains { $0.number == "15.3" })
  }

  @Test func `other areas have the activities of all regions`() {
    let found = RegionObligations([area(.region, "West"), area(.further, "7")], species: []).all
    for obligation in found {
      #expect(obligation.region == nil, "the number of a reserve is no number of a PTCR")
      #expect(obligation.activities == Activity.all.filter(\.isCrossCutting))
    }
  }

  @Test func `activities are listed once, and a plan without regions has those of all`() {
    var alternative = Alternative(SmallAtlas.railway(SmallAtlas.across))
    #expect(alternative.activities.isEmpty)
    alternative.contacts = PlanContacts(areas: [area(.range, "saiga")], lines: [])
    #expect(alternative.activities == Activity.all.filter(\.isCrossCutting))
    alternative.obligations =
      RegionObligations([area(.region, "PTCR 9"), area(.region, "Gobi")], species: []).all
    let numbers = alternative.activities.map(\.number)
    #expect(Set(numbers).count == numbers.count)
    let (altai, gobi) = (Region.matching("9"), Region.matching("11"))
    #expect(Set(numbers) == Set([altai, gobi].compactMap(\.self).flatMap(\.activityNumbers)))
    #expect(numbers.last == Activity.all.last(where: \.isCrossCutting)?.number)
  }

  @Test func `the states on the other side are consulted`() throws {
    let found = RegionObligations([area(.region, "PTCR 2")], species: ["saiga"]).all
    let kazakhstan = try #require(Country.named("KZ"))
    let bodies = Consultation(["saiga"], found, countries: [kazakhstan])
    #expect(bodies.includesSecretariat && bodies.species == ["saiga"])
    let states = bodies.rangeStates.map(\.country.alpha2)
    #expect(!states.contains("KZ"))
    let uzbekistan = try #require(bodies.rangeStates.first { $0.country.alpha2 == "UZ" })
    #expect(uzbekistan.species == ["saiga"] && uzbekistan.regions.map(\.number) == [2])
    // An independent count from the registry.
    let saiga = try #require(SpeciesRegistry.bundled.species(id: "saiga"))
    let living = saiga.rangeStates.filter {
      ![.historic, .vagrant, .records].contains($0.status)
    }
    #expect(Set(states) == Set(living.map(\.country) + ["UZ"]).subtracting(["KZ"]))
    #expect(!Consultation([], [], countries: [kazakhstan]).includesSecretariat)
    #expect(Consultation.none.rangeStates.isEmpty)
  }
}
