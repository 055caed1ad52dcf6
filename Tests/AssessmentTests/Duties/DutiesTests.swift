import Formats
import Geometry
import Landscape
import Permeability
import TestSupport
import Testing

@testable import Assessment

/// What applies, screening and checklist of whole assessments of the small atlas.
struct DutiesTests {
  private static func alternative(
    of plan: Plan, more: [Plan] = [], atlas: String = "",
    _ change: (inout AssessmentSettings) -> Void = { _ in }
  ) async throws -> Alternative {
    try await TestFiles.withFolder { folder in
      var settings = AssessmentSettings()
      settings.mitigation.count = 0
      settings.triesVariants = false
      change(&settings)
      let loaded = try await SmallAtlas(units: folder, movements: 0, settings: atlas).atlas
      return try await Assessment(of: [plan] + more, in: loaded, settings: settings).alternatives[0]
    }
  }

  /// A railway across both ranges, and nothing else supplied.
  private static let bare = Task {
    try await alternative(of: SmallAtlas.railway(SmallAtlas.across))
  }

  /// The same, screened with some Red List categories.
  private func screened(_ redList: [String: RedListEntry]) async throws -> Alternative {
    var alternative = try await Self.bare.value
    alternative.screening = CriticalHabitatScreening(alternative, redList: redList).rows
    return alternative
  }

  private func row(
    _ criterion: CriticalHabitatCriterion, _ species: String?, of alternative: Alternative
  ) throws -> ScreeningRow {
    try #require(
      alternative.screening.first {
        $0.criterion == criterion.rawValue && $0.species == species
      })
  }

  private func item(_ topic: ChecklistTopic, of alternative: Alternative) throws -> ChecklistItem {
    try #require(alternative.checklist.first { $0.number == topic.rawValue })
  }

  /// Every word that readers see.
  private func words(of alternative: Alternative) -> [String] {
    var words = [CriticalHabitatCriterion.source, CriticalHabitatCriterion.requirements]
    for row in alternative.screening { words += [row.outcome.rawValue, row.basis] }
    for item in alternative.checklist { words += [item.topic] + item.supplied + item.missing }
    for criterion in CriticalHabitatCriterion.allCases {
      words += [criterion.title, criterion.threshold]
    }
    return words
  }

  @Test func `screening never decides`() async throws {
    for category in RedListCategory.allCases {
      let found = try await screened([
        "saiga": RedListEntry(category, assessed: "2023", populationShare: 50)
      ])
      for text in words(of: found) {
        #expect(!text.contains("complies") && !text.contains("is critical habitat"))
        #expect(!text.contains("triggered"), "\(text)")
      }
    }
  }

  @Test func `categories and shares are inputs`() async throws {
    let without = try await Self.bare.value
    let unknown = try row(.threatenedSpecies, "saiga", of: without)
    #expect(unknown.outcome == .notScreened)
    #expect(unknown.basis.contains("no Red List category was supplied"))
    #expect(unknown.basis.contains("no share of the population was supplied"))
    let given = try await screened([
      "saiga": RedListEntry(.endangered, assessed: "2018-06", populationShare: 0.4),
      "asiatic_wild_ass": RedListEntry(.endangered, assessed: "2020"),
    ])
    let saiga = try row(.threatenedSpecies, "saiga", of: given)
    #expect(saiga.outcome == .nothingFound, "the share is below the threshold")
    #expect(saiga.basis.contains("category EN as supplied, assessed 2018-06"))
    #expect(saiga.basis.contains("0.4 %"))
    #expect(try row(.threatenedSpecies, "asiatic_wild_ass", of: given).outcome == .potential)
  }

  @Test func `a small range and a migrant may trigger, ecosystems are not screened`() async throws {
    let found = try await Self.bare.value
    let range = try #require(found.effects.first { $0.species == "saiga" && $0.region == nil })
    let extent = try row(.restrictedRange, "saiga", of: found)
    #expect(range.before.area < 50_000)
    #expect(extent.outcome == .potential)
    #expect(extent.basis.contains("\(grouped(range.before.area, decimals: 0)) km²"))
    #expect(try row(.migratorySpecies, "saiga", of: found).outcome == .potential)
    #expect(try row(.threatenedEcosystems, nil, of: found).outcome == .notScreened)
    #expect(try row(.evolutionaryProcesses, nil, of: found).outcome == .notScreened)
    #expect(found.screening.count == 3 * 2 + 2)
  }

  @Test func `the range in a region is a proxy`() async throws {
    let plan = SmallAtlas.railway([(56.8, 43.9), (56.85, 44.5), (56.8, 45.1)])
    let found = try await Self.alternative(of: plan)
    let whole = try #require(found.effects.first { $0.species == "saiga" && $0.region == nil })
    let part = try #require(found.effects.first { $0.species == "saiga" && $0.region == "West" })
    let basis = try row(.threatenedSpecies, "saiga", of: found).basis
    let share = grouped(100 * part.before.area / whole.before.area, decimals: 1)
    #expect(basis.contains("\(share) % of the range area lies in West, a proxy"))
    #expect(found.obligations.map(\.name) == ["West"])
    #expect(found.obligations[0].otherSpecies.sorted() == ["asiatic_wild_ass", "saiga"])
  }

  @Test func `every topic is there once, and what was supplied decides`() async throws {
    let found = try await Self.bare.value
    #expect(found.checklist.map(\.number) == Array(1...12))
    for item in found.checklist {
      #expect((item.supply == .supplied) == item.missing.isEmpty)
      #expect((item.supply == .missing) == (item.supplied.isEmpty && !item.missing.isEmpty))
      #expect(!item.topic.isEmpty)
    }
    #expect(try item(.monitoring, of: found).supply == .missing)
    let project = try item(.project, of: found)
    #expect(project.supplied.contains("trains_per_day: 20"))
    #expect(project.missing.contains("embankment_m"))
    #expect(project.missing.contains("fences: mesh"))
    #expect(project.supplied.contains { $0.hasPrefix("alignment: 1 line, 13") })
  }

  @Test func `inputs that are added are no longer missing`() async throws {
    let bare = try await Self.bare.value
    let plan = SmallAtlas.railway(SmallAtlas.across, structures: [40_000, 70_000]) {
      $0.railway.embankment = 2
      $0.country = "KZ"
    }
    let full = try await Self.alternative(
      of: plan, more: [SmallAtlas.railway(SmallAtlas.across, named: "other")],
      atlas: "samples: 5"
    ) {
      $0.redList = ["saiga": RedListEntry(.nearThreatened, assessed: "2023", populationShare: 3)]
      $0.routes = (["autumn"], LineColumn([[[Position(56.9, 44.5), Position(57.6, 44.5)]]]))
      $0.areas = [("Reserve", PolygonColumn())]
    }
    func flips(_ topic: ChecklistTopic, _ text: String) throws {
      #expect(try item(topic, of: bare).missing.contains { $0.contains(text) }, "\(text)")
      #expect(try !item(topic, of: full).missing.contains { $0.contains(text) }, "\(text)")
    }
    try flips(.project, "structures: type")
    try flips(.project, "embankment_m")
    try flips(.species, "corridors")
    try flips(.species, "Saiga antelope: population data")
    try flips(.areas, "protected areas")
    try flips(.alternatives, "another alignment")
    try flips(.impact, "P_route")
    try flips(.consultation, "the country that the plan lies in")
    try flips(.cumulative, "the country is not known")
    try flips(.uncertainty, "draws of the model")
    #expect(try item(.uncertainty, of: bare).supply == .partly)
    #expect(try item(.uncertainty, of: full).supply == .supplied)
    #expect(
      try item(.project, of: full).supplied.contains(
        "2 structures, 2 with dimensions that say enough"))
    #expect(try item(.cumulative, of: full).missing.contains("no fence data in Kazakhstan"))
    let gap = try item(.species, of: full).missing.first { $0.contains("species of Kazakhstan") }
    #expect(gap?.contains("Goitered gazelle") == true && gap?.contains("Saiga") == false)
    #expect(full.consultation.ownCountries.map(\.alpha2) == ["KZ"])
  }

  @Test func `a plan that meets nothing has no duties`() async throws {
    let found = try await Self.alternative(of: SmallAtlas.railway([(10, 10), (10.1, 10.2)]))
    #expect(found.obligations.isEmpty && found.activities.isEmpty)
    #expect(!found.consultation.includesSecretariat)
    #expect(found.consultation.rangeStates.isEmpty)
    #expect(try row(.threatenedSpecies, nil, of: found).outcome == .nothingFound)
    #expect(try item(.consultation, of: found).supply == .missing)
    #expect(try item(.uncertainty, of: found).supply == .missing)
  }

  @Test(arguments: [
    ("IUCN Red List 2023-1", true), ("Kaczensky 2015", true), ("drawn by hand", false),
    ("CC0 v1, 12345", false), ("sheet 0042", false),
  ])
  func `a date of a source is a year`(_ credit: String, _ says: Bool) {
    #expect(Checklist.saysYear(credit) == says)
  }

  @Test func `who migrates is read from the registry`() {
    let migrants = SpeciesRegistry.bundled.species.filter(\.isMigratory).map(\.id)
    #expect(migrants.contains("saiga") && migrants.contains("mongolian_gazelle"))
    #expect(!migrants.contains("snow_leopard") && !migrants.contains("asiatic_cheetah"))
  }
}
