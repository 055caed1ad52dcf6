import Connectivity
import Formats
import Foundation
import Geometry
import Landscape
import Permeability
import TestSupport
import Testing

@testable import Atlas

@Test func `a configuration with nothing but what is required has the defaults of the commands`()
  throws
{
  let atlas = try ConfigurationFolder.parse(adding: "")
  #expect(atlas.title == "T")
  #expect(atlas.date == "2026-11-21")
  #expect(atlas.abstract == nil && atlas.contact == nil && atlas.licence == nil)
  #expect(atlas.sources.barriers.map(\.key) == ["sources.barriers[0]"])
  #expect(atlas.sources.barriers[0].files.map(\.path) == ["\(atlas.folder)/roads.gpkg"])
  #expect(atlas.sources.barriers[0].profileName == "auto")
  #expect(atlas.sources.barriers[0].profileDefinition == nil)
  #expect(!atlas.sources.barriers[0].isSchematic)
  #expect(atlas.sources.all.count == 2)
  #expect(atlas.species.isEmpty && atlas.regions.isEmpty && atlas.profiles.isEmpty)
  #expect(atlas.scenarios == nil)
  #expect(atlas.model.seasons == Season.usual)
  #expect(atlas.model.season == "annual")
  #expect(!atlas.model.isOnMigrationFront)
  #expect(atlas.model.fenceProfiles == DesignProfile.bundled)
  #expect(atlas.ranges == RangeSettings())
  #expect(atlas.passages == nil)
  #expect(atlas.outputs.folder == "\(atlas.folder)/atlas-edition")
  #expect(atlas.outputs.units == "\(atlas.folder)/atlas-units")
  #expect(atlas.outputs.writesHTML && atlas.outputs.writesCSV)
}

@Test func `every key of a source is read`() throws {
  let atlas = try ConfigurationFolder.parse(
    adding: "seed: 7",
    barrier: """
      profile: "osm", where: "highway = 'trunk'", src_crs: "EPSG:32640", bbox: [55, 40, -170, 47],
      id: "osm_id", credit: "C", licence: "L", schematic: true, sql: "SELECT 1",
      set: { fenced: "both", aadt: 800.5, mesh: true, lanes: 2 },
      """,
    range: "species: 'Equus hemionus', profile: 'none'")
  let barrier = atlas.sources.barriers[0]
  #expect(barrier.profileName == "osm")
  #expect(barrier.condition?.text == "highway = 'trunk'")
  #expect(barrier.sourceCRS == "EPSG:32640")
  #expect(barrier.box == Box(minX: 55, minY: 40, maxX: -170, maxY: 47))
  #expect(barrier.idColumn == "osm_id" && barrier.nameColumn == nil && barrier.sql == "SELECT 1")
  #expect(barrier.credit == "C" && barrier.licence == "L" && barrier.isSchematic)
  #expect(barrier.set == ["fenced=both", "aadt=800.5", "mesh=yes", "lanes=2"])
  #expect(try barrier.designSettings == DesignSettings(barrier.set))
  #expect(atlas.sources.ranges[0].species == "asiatic_wild_ass")
  #expect(atlas.ranges.seed == 7)
  let query = barrier.queries(of: .line)[0]
  #expect(query.source == barrier.files[0] && query.kind == .line && query.sql == "SELECT 1")
  #expect(query.box == barrier.box && query.condition == barrier.condition)
  #expect(query.cleaning.sourceCRS == "EPSG:32640")
  #expect(query.cleaning.sourceCRSOption == "sources.barriers[0].src_crs")
}

@Test func `files go on from the folder, with layers, several as one`() throws {
  let atlas = try ConfigurationFolder.parse(
    """
    { title: "T", date: "2026-11-21", sources: {
      barriers: [{ file: ["roads.gpkg:main:old", "rail.geojson"] }, { file: "fences.csv" }],
      ranges: [{ file: "ranges.shp" }], regions: [{ file: "ptcr.gpkg", name: "N" }],
      countries: [{ file: "countries.fgb" }], passages: [{ file: "passages.csv" }],
    } }
    """)
  let files = atlas.sources.barriers[0].files
  #expect(files[0] == SourceSpec(path: "\(atlas.folder)/roads.gpkg", layer: "main:old"))
  #expect(files[1] == SourceSpec(path: "\(atlas.folder)/rail.geojson"))
  #expect(
    atlas.sources.all.map(\.key) == [
      "sources.barriers[0]", "sources.barriers[1]", "sources.ranges[0]", "sources.regions[0]",
      "sources.countries[0]", "sources.passages[0]",
    ])
  #expect(atlas.sources.regions[0].nameColumn == "N")
  #expect(atlas.passages?.sources.count == 1)
  #expect(atlas.passages?.distance == PassageInput.usualDistance)
}

@Test func `species by any name, each once, and regions`() throws {
  let atlas = try ConfigurationFolder.parse(
    adding: "species: ['saiga', 'Saiga tatarica', 'Kulan'], regions: ['Ustyurt'],")
  #expect(atlas.species == ["saiga", "asiatic_wild_ass"])
  #expect(atlas.regions == ["Ustyurt"])
}

@Test func `scenarios choose barriers by status and change them`() throws {
  let atlas = try ConfigurationFolder.parse(
    adding: """
      fence_profiles: "fence-profiles.csv",
      scenarios: [
        { name: "baseline" },
        { name: "what-if_1", description: "D", status: ["existing", "planned"], changes: [
          { where: "class = 'border_system' AND country = 'MN'", fence: "mine" },
          { where: "id = '12'", remove: true },
          { set: { aadt: 9000, paved: false } },
        ] },
      ],
      """)
  let scenarios = try #require(atlas.scenarios)
  #expect(scenarios.map(\.name) == ["baseline", "what-if_1"])
  #expect(scenarios[0].statuses == Set(BarrierStatus.allCases).subtracting([.planned]))
  #expect(scenarios[0].changes.isEmpty && scenarios[0].description == nil)
  #expect(scenarios[1].statuses == [.existing, .planned])
  #expect(scenarios[1].description == "D")
  #expect(
    scenarios[1].changes.map(\.summary) == [
      "fence mine where class = 'border_system' AND country = 'MN'", "remove where id = '12'",
      "set aadt=9000 paved=no",
    ])
  guard case .rebuild(let fence) = scenarios[1].changes[0].action else {
    Issue.record("no fence")
    return
  }
  #expect(fence.values == ["h_top_cm": "90"])
  #expect(atlas.model.fenceProfiles.map(\.id).prefix(2) == ["mine", "wildlife_friendly"])
}

@Test func `the model, settings and outputs`() throws {
  let atlas = try ConfigurationFolder.parse(
    adding: """
      parameters: ["parameters.csv"], overrides: "overrides.csv", seed: 12,
      seasons: ["winter:0.6:snow:frozen", "summer:0.4"], season: "winter", migration_front: true,
      abstract: "A", contact: "C", licence: "L", $schema: "x.json",
      settings: { bridge_gaps_m: 50, cuts_below: 0.85, least_patch_km2: 2.5, edge: "mean",
        movements: 0, samples: 200, ranking: "regions", passage_distance_m: 80,
        passage_length_m: 12, gap_spacing_m: 5000, year: 2030 },
      outputs: { folder: "out", units: "/tmp/units", html: false, csv: false },
      """)
  #expect(atlas.model.parameterFiles == ["\(atlas.folder)/parameters.csv"])
  #expect(atlas.model.overridesFile == "\(atlas.folder)/overrides.csv")
  #expect(atlas.model.seasons.map(\.id) == ["winter", "summer"])
  #expect(atlas.model.season == "winter" && atlas.model.isOnMigrationFront)
  #expect(atlas.abstract == "A" && atlas.contact == "C" && atlas.licence == "L")
  var settings = RangeSettings()
  (settings.season, settings.bridgedGaps, settings.cutsBelow) = ("winter", 50, 0.85)
  (settings.leastArea, settings.edge, settings.chords, settings.seed) = (2.5, .mean, 0, 12)
  (settings.samples, settings.ranking) = (200, .regions)
  #expect(atlas.ranges == settings)
  let passages = try #require(atlas.passages)
  #expect(passages.distance == 80 && passages.usualLength == 12 && passages.year == 2030)
  #expect(passages.gapSpacing == 5000 && passages.sources.isEmpty)
  #expect(atlas.outputs.folder == "\(atlas.folder)/out" && atlas.outputs.units == "/tmp/units")
  #expect(!atlas.outputs.writesHTML && !atlas.outputs.writesCSV)
}

@Test func `the model is put together from the files that it names`() throws {
  try TestFiles.withFolder { folder in
    let write = { (name: String, text: String) in
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    try write("rail.geojson", "{}")
    try write("ranges.geojson", "{}")
    try write(
      "known.csv",
      "barrier_id,species,season,p_low,p,p_high,grade,source\n7,saiga,,0.1,0.2,0.3,A,x\n")
    try write(
      "a.json",
      """
      { title: "T", date: "2026-11-21", overrides: "known.csv", seasons: ["all:1"],
        sources: { barriers: [{ file: "rail.geojson" }], ranges: [{ file: "ranges.geojson" }] } }
      """)
    let atlas = try AtlasConfiguration(contentsOf: folder.appendingPathComponent("a.json").path)
    #expect(atlas.outputs.folder == folder.appendingPathComponent("a-edition").path)
    let model = try atlas.barrierModel(for: ["saiga"])
    #expect(model.species == ["saiga"] && model.settings == DesignSettings())
    #expect(model.scorer.seasons.map(\.id) == ["all"])
    #expect(model.overrides.entry(barrier: "7", species: "saiga", season: "annual") != nil)
  }
}

@Test(arguments: [
  ("2024-02-29", true), ("2026-12-31", true), ("2000-02-29", true), ("1900-02-29", false),
  ("2026-02-29", false), ("2026-13-01", false), ("2026-00-10", false), ("2026-04-31", false),
  ("26-04-01", false), ("2026-4-1", false), ("2026-04-01T00", false), ("0000-01-01", false),
  ("2026-+1-01", false), ("", false),
])
func `days are those of the calendar`(text: String, isValid: Bool) {
  #expect(CalendarDay.isValid(text) == isValid)
}
