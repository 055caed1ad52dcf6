import Landscape
import Testing

@Test func `the binary carries registries and schematic layers, none of them empty`() {
  #expect(BundledResource.names.count == 27)
  for name in BundledResource.names {
    #expect(BundledResource.bytes(named: name)?.isEmpty == false)
  }
  #expect(BundledResource.bytes(named: "absent.csv") == nil)
}

@Test func `there are 17 species on the list and three of the older one`() {
  let species = SpeciesRegistry.bundled.species
  #expect(species.filter { $0.list == .workProgramme2026 }.count == 17)
  let older = species.filter { $0.list == .programmeOfWork2014 }.map(\.id)
  #expect(older == ["chiru", "tibetan_gazelle", "chinkara"])
  #expect(Set(species.map(\.id)).count == 20)
}

@Test(arguments: SpeciesRegistry.bundled.species.map(\.id))
func `a species is found by every name of its own`(id: String) throws {
  let registry = SpeciesRegistry.bundled
  let species = try #require(registry.species(id: id))
  #expect(registry.match(species.id)?.kind == .id)
  #expect(registry.match(species.commonName)?.species.id == species.id)
  #expect(registry.match(species.scientificName)?.species.id == species.id)
  #expect(!species.currentNames.isEmpty)
  for name in species.currentNames + [species.scientificName] {
    for spelling in [
      name, name.uppercased(), name.lowercased(), "  \(name) ", "\(name) (Pallas, 1766)",
      "\(name) Pallas, 1766", name.split(separator: " ").joined(separator: "_"),
    ] {
      #expect(registry.match(spelling)?.species.id == species.id, "\(spelling)")
    }
  }
}

@Test(arguments: [
  ("Uncia uncia (Schreber, 1775)", "snow_leopard", SpeciesMatch.Kind.cmsName),
  ("PANTHERA UNCIA", "snow_leopard", .currentName),
  ("Saiga tatarica", "saiga", .genus),
  ("Saiga borealis", "saiga", .genus),
  ("Saiga tatarica mongolica", "saiga", .currentName),
  ("Saiga spp.", "saiga", .cmsName),
  ("Ovis ammon polii", "argali", .subspecies),
  ("Ovis ammon ssp. polii", "argali", .subspecies),
  ("Ovis ammon Linnaeus, 1758", "argali", .cmsName),
  ("Otocolobus manul", "pallas_cat", .currentName),
  ("Pallas’s cat", "pallas_cat", .commonName),
  ("Equus ferus", "przewalskis_horse", .currentName),
  ("Equus caballus przewalskii", "przewalskis_horse", .synonym),
  ("Panthera pardus saxicolor", "persian_leopard", .synonym),
  ("Camelus ferus", "wild_camel", .currentName),
  ("Bos mutus", "wild_yak", .currentName),
  ("kulan", "asiatic_wild_ass", .commonName),
  ("khulan", "asiatic_wild_ass", .commonName),
  ("Snow-leopard", "snow_leopard", .id),
  ("Wild bactrian Camel", "wild_camel", .commonName),
])
func `data name the species in many ways`(name: String, id: String, kind: SpeciesMatch.Kind) {
  let match = SpeciesRegistry.bundled.match(name)
  #expect(match?.species.id == id)
  #expect(match?.kind == kind)
}

@Test(arguments: [
  "", "()", "Panthera", "Panthera pardus", "Ursus arctos", "Cervus elaphus", "Procapra przewalskii",
  "Equus ferus caballus", "Rangifer tarandus",
])
func `a wider taxon, a domestic form or another species is no match`(name: String) {
  #expect(SpeciesRegistry.bundled.match(name) == nil)
}

@Test func `a misspelt name comes back with the nearest right one`() {
  let registry = SpeciesRegistry.bundled
  #expect(registry.match("Panthera unica") == nil)
  #expect(registry.suggestion(for: "Panthera unica") == "Panthera uncia")
  #expect(registry.suggestion(for: "Procapra guturosa (Pallas, 1777)") == "Procapra gutturosa")
  #expect(registry.suggestion(for: "Quercus robur") == nil)
}

@Test func `every range state is a country of the table, named once for a species`() {
  for species in SpeciesRegistry.bundled.species {
    let states = species.rangeStates.map(\.country)
    #expect(!states.isEmpty, "\(species.id)")
    #expect(Set(states).count == states.count, "\(species.id)")
    for state in states { #expect(Country.named(state)?.alpha2 == state) }
  }
}

@Test func `the saiga is historic in Turkmenistan and lives in Mongolia`() {
  let states = SpeciesRegistry.bundled.species(id: "saiga")?.rangeStates ?? []
  #expect(states.first { $0.country == "TM" }?.status == .historic)
  #expect(states.first { $0.country == "MN" }?.status == .present)
  #expect(states.first { $0.country == "MN" }?.evidence == .recalled)
  #expect(states.first { $0.country == "KZ" }?.evidence == .workProgramme)
}

@Test func `there are 14 range states, known by codes and names`() {
  #expect(Country.all.count == 14)
  for country in Country.all {
    for word in [country.alpha2, country.alpha3, country.name] + country.otherNames {
      #expect(Country.named(word.lowercased()) == country)
    }
  }
  #expect(Country.named("Russia")?.alpha3 == "RUS")
  #expect(Country.named("Atlantis") == nil)
  #expect(Set(Country.all.filter { !$0.isParty }.map(\.alpha2)) == ["BT", "CN", "NP", "RU"])
}

@Test func `there are 13 regions, and all that they refer to exists`() {
  #expect(Region.all.map(\.number) == Array(1...13))
  for region in Region.all {
    #expect(region.countries.count >= 2, "\(region.name)")
    #expect(region.species.map(\.id) == region.speciesIDs, "\(region.name)")
    #expect(region.activities.map(\.number) == region.activityNumbers, "\(region.name)")
    #expect(region.activities.contains { $0.region == region.number }, "\(region.name)")
    #expect(region.activities.filter(\.isCrossCutting).count == 11, "\(region.name)")
    #expect(Region.matching(region.name) == region)
    #expect(Region.matching("\(region.number)") == region)
  }
  #expect(Region.matching("aralkum/north-western kyzylkum desert")?.number == 3)
  #expect(Region.matching("Atlantis") == nil)
  #expect(Region.matching("14") == nil)
  #expect(Region.matching("PTCR 2")?.number == 2)
  #expect(Region.matching("PTCR-2: Northern and Eastern Ustyurt")?.number == 2)
  #expect(Region.matching("ptcr Gobi")?.number == 11)
  #expect(Region.matching("PTCR 2 Ustyurt, north")?.number == 2)
  #expect(Region.matching("11. Gobi")?.number == 11)
  #expect(Region.matching("PTCR 2 Gobi") == nil, "number and name are of two regions")
  #expect(Region.matching("2 Ustyurt") == nil && Region.matching("PTCR") == nil)
}

@Test func `every activity belongs to all regions or to the one that names it`() {
  #expect(Activity.all.count == 46)
  for activity in Activity.all {
    #expect(!activity.summary.isEmpty)
    if let deadline = activity.deadline { #expect((2026...2032).contains(deadline)) }
    guard let number = activity.region else { continue }
    #expect(activity.number.hasPrefix("\(number + 11)."))
    #expect(Region.matching("\(number)")?.activityNumbers.contains(activity.number) == true)
  }
  #expect(Activity.numbered("22.9")?.deadline == 2030)
  #expect(Activity.numbered("99.1") == nil)
}
