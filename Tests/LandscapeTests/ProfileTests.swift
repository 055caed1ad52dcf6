import Formats
import Geometry
import Landscape
import Testing

// MARK: - OpenMapTiles, Natural Earth, GRIP4

@Test func `vector tiles say what state railways and roads are in`() throws {
  let columns = ["class", "structure", "service", "name"]
  let (batch, report) = try map(
    [
      ["class": "rail", "structure": "bridge", "name": "Trans-Mongolian"],
      ["class": "construction"], ["class": "disused"], ["class": "abandoned"],
      ["class": "primary_construction"], ["class": "subway"], ["class": "rail", "service": "spur"],
      ["class": "maglev"],
    ], kind: .line, columns: columns)
  #expect(report.profile == "openmaptiles")
  #expect(
    batch.values("status") == [
      "existing", "construction", "disused", "abandoned", "construction", .null, "existing", .null,
    ])
  #expect(batch.values("structure").first == "bridge")
  #expect(batch.roles.filter { $0 == .context }.count == 2)
  #expect(batch.isKept(as: .barrier)[6] == false)
  #expect(report.unknown.map(\.value) == ["maglev"])
  #expect(report.mapped.map(\.field).contains("name"))
}

@Test func `Natural Earth has railways, countries and context`() throws {
  let (rail, report) = try map(
    [
      ["featurecla": "Railroad", "mult_track": .real(2)],
      ["featurecla": "Railroad", "mult_track": .real(0)],
      ["featurecla": "River", "mult_track": .null],
    ], kind: .line)
  #expect(rail.roles == [.barrier, .barrier, .context])
  #expect(rail.values("tracks") == [.integer(2), .null, .null])
  #expect(rail.values("kind") == [.null, .null, "River"])
  #expect(report.unknown.isEmpty)
  let (countries, states) = try map(
    [
      ["SOVEREIGNT": "Mongolia", "NAME": "Mongolia", "ISO_A2": "MN", "ISO_A3": "MNG"],
      ["SOVEREIGNT": "Kazakhstan", "NAME": "Baikonur", "ISO_A2": "-99", "ISO_A3": "KAB"],
      ["SOVEREIGNT": "Myanmar", "NAME": "Myanmar", "ISO_A2": "mm", "ISO_A3": "MMR"],
    ], kind: .polygon)
  #expect(countries.roles == [.country, .country, .country])
  #expect(countries.values("iso_a2") == ["MN", .null, "MM"])
  #expect(states.unknown.map(\.value) == ["-99"])
}

@Test func `GRIP4 roads by type and surface`() throws {
  let (batch, report) = try map(
    [
      ["GP_RTP": 1, "GP_RSU": 0], ["GP_RTP": 2, "GP_RSU": 2], ["GP_RTP": 4, "GP_RSU": 1],
      ["GP_RTP": 9, "GP_RSU": 1],
    ], kind: .line)
  #expect(
    batch.values("class") == ["road_paved", "road_unpaved", "road_paved", .null])
  #expect(batch.values("rank") == ["highway", "primary", "tertiary", .null])
  #expect(
    report.unknown.map { "\($0.column)=\($0.value)" } == ["GP_RSU=0", "GP_RTP=9"])
}

// MARK: - Ranges, protected areas

private let ranges: [[String: Value]] = [
  ["sci_name": "Saiga tatarica", "presence": 1, "origin": 1, "seasonal": 4],
  ["sci_name": "Uncia uncia", "presence": 3, "origin": 1, "seasonal": 1],
  ["sci_name": "Equus hemionus", "presence": 5, "origin": 1, "seasonal": 1],
  ["sci_name": "Equus ferus", "presence": 1, "origin": 2, "seasonal": 1],
  ["sci_name": "Ovis ammon", "presence": 1, "origin": 4, "seasonal": 1],
  ["sci_name": "Panthera pardus", "subspecies": "tulliana", "presence": 1, "origin": 1],
  ["sci_name": "Panthera pardus", "presence": 1, "origin": 1, "seasonal": 1],
  ["sci_name": "Procapra guturosa", "presence": 8, "origin": 1, "seasonal": 1],
]

@Test func `ranges of the Red List keep what is extant, native or reintroduced`() throws {
  let (batch, report) = try map(ranges, kind: .polygon)
  #expect(
    batch.exclusions == [
      nil, "presence 3, possibly extant", "presence 5, extinct", nil, "origin 4, vagrant", nil, nil,
      nil,
    ])
  #expect(
    batch.values("species") == [
      "saiga", "snow_leopard", "asiatic_wild_ass", "przewalskis_horse", "argali",
      "persian_leopard", .null, .null,
    ])
  #expect(
    report.unknown.map { "\($0.column)=\($0.value) \($0.suggestion ?? "-")" } == [
      "presence=8 -", "sci_name=Panthera pardus -",
      "sci_name=Procapra guturosa Procapra gutturosa",
    ])
  #expect(report.defaulted.map(\.reason) == ["no seasonal in the source, taken as resident"])
}

@Test func `wider and historic ranges are a choice`() throws {
  let (wide, _) = try map(ranges, kind: .polygon, ranges: .precautionary)
  #expect(wide.isKept(as: .range)[1])
  let (historic, _) = try map(ranges, kind: .polygon, ranges: .historic)
  #expect(historic.isKept(as: .range)[2])
  #expect(!historic.isKept(as: .range)[0])
}

@Test func `columns of ranges in capital letters mean the same`() throws {
  let (batch, report) = try map(
    [["BINOMIAL": "Bos mutus", "PRESENCE": 1, "ORIGIN": 1, "SEASONAL": 1, "CITATION": "x"]],
    kind: .polygon)
  #expect(batch.values("species") == ["wild_yak"])
  #expect(report.unreadColumns == ["CITATION"])
  #expect(report.mapped.map(\.column).contains("BINOMIAL"))
}

@Test func `protected areas must be designated and have a boundary`() throws {
  let areas: [[String: Value]] = [
    ["WDPAID": 1, "NAME": "Hustai", "DESIG_ENG": "National Park", "STATUS": "Designated"],
    ["WDPAID": 2, "NAME": "Ustyurt", "DESIG_ENG": "Nature Reserve", "STATUS": "Proposed"],
    [
      "WDPAID": 3, "NAME": "Touran", "DESIG_ENG": "UNESCO-MAB Biosphere Reserve",
      "STATUS": "Designated",
    ],
    ["WDPAID": 4, "NAME": "?", "DESIG_ENG": "Park", "STATUS": "Dreamt"],
  ]
  let (batch, report) = try map(areas, kind: .polygon)
  #expect(batch.isKept(as: .protectedArea) == [true, false, false, true])
  #expect(report.unknown.map(\.value) == ["Dreamt"])
  #expect(batch.values("name").first == "Hustai")
  let (points, _) = try map(areas, kind: .point)
  #expect(points.exclusions.first == "a protected area cannot be a point")
}

// MARK: - Kulan's own columns

@Test(arguments: BarrierClass.allCases)
func `every class of the closed list maps to itself`(barrierClass: BarrierClass) throws {
  let (batch, report) = try map(
    [["class": .text(barrierClass.rawValue), "status": "existing"]], kind: .line)
  #expect(batch.values("class") == [.text(barrierClass.rawValue)])
  #expect(report.unknown.isEmpty)
  #expect(report.defaulted.isEmpty)
}

@Test func `a class that is not on the list is unknown, never guessed`() throws {
  let (batch, report) = try map(
    [["class": "railroad", "status": "in Betrieb"], ["class": .null, "status": "PROPOSED"]],
    kind: .line)
  #expect(batch.values("class") == ["unknown_line", "unknown_line"])
  #expect(batch.values("status") == ["existing", "planned"])
  #expect(
    report.unknown.map { "\($0.column)=\($0.value)" } == ["class=railroad", "status=in Betrieb"])
  #expect(
    report.defaulted.map { "\($0.field)=\($0.value) \($0.count)" } == [
      "class=unknown_line 2", "status=existing 1",
    ])
}

@Test func `a planned railway without a class keeps what it says`() throws {
  let (batch, report) = try map(
    [["name": "Railway A", "status": "planned", "tracks": 1, "fenced": "yes", "gauge_mm": 1520]],
    kind: .line)
  #expect(batch.values("class") == ["unknown_line"])
  #expect(batch.values("status") == ["planned"])
  #expect(batch.values("tracks") == [.integer(1)])
  #expect(batch.values("fenced") == ["both"])
  #expect(report.unreadColumns == ["gauge_mm"])
}

@Test func `attributes of another family are not read`() throws {
  let (batch, _) = try map(
    [
      ["class": "fence_game", "status": "existing", "h_top_cm": .real(200), "tracks": 2],
      ["class": "canal_earth", "status": "existing", "h_top_cm": .real(200), "tracks": 2],
      ["class": "rail_fenced_both", "status": "existing", "h_top_cm": .real(150), "tracks": 2],
    ], kind: .line)
  #expect(batch.values("h_top_cm") == [.real(200), .null, .real(150)])
  #expect(batch.values("tracks") == [.null, .null, .integer(2)])
}

@Test func `passages in Kulan's columns`() throws {
  let (batch, report) = try map(
    [
      [
        "type": "underpass", "width_m": .real(12), "height_m": "3.5", "guide_fence": "yes",
        "built": "2019-05-01",
      ],
      ["type": "wormhole", "width_m": .real(1)],
    ], kind: .point)
  #expect(batch.roles == [.passage, .passage])
  #expect(batch.values("type") == ["underpass", .null])
  #expect(batch.values("height_m") == [.real(3.5), .null])
  #expect(batch.values("guide_fence") == [.boolean(true), .null])
  #expect(batch.values("built") == [.integer(2019), .null])
  #expect(report.unknown.map(\.value) == ["wormhole"])
}

@Test func `regions, ranges and countries in Kulan's columns`() throws {
  let (regions, _) = try map([["ptcr": 10, "name": "Daurian Steppe"]], kind: .polygon)
  #expect(regions.values("ptcr") == [.integer(10)])
  let (ranges, unknown) = try map(
    [["species": "argali"], ["species": "unicorn"]], kind: .polygon)
  #expect(ranges.values("species") == ["argali", .null])
  #expect(unknown.unknown.map(\.value) == ["unicorn"])
  let (countries, _) = try map([["iso_a3": "MNG", "name": "Mongolia"]], kind: .polygon)
  #expect(countries.roles == [.country])
}

// MARK: - Words

@Test func `a status is read in the usual spellings`() {
  #expect(BarrierStatus(reading: "Under construction") == .construction)
  #expect(BarrierStatus(reading: "under_construction") == .construction)
  #expect(BarrierStatus(reading: "Proposed") == .planned)
  #expect(BarrierStatus(reading: "dismantled") == .razed)
  #expect(BarrierStatus(reading: "maybe") == nil)
  for status in BarrierStatus.allCases {
    #expect(BarrierStatus(reading: status.rawValue) == status)
  }
}

@Test func `canonical attributes are named once for a role and end in their unit`() {
  for role in FeatureRole.allCases {
    let fields = CanonicalField.all(for: role)
    #expect(Set(fields.map(\.name)).count == fields.count)
    for field in fields where field.unit == "m" { #expect(field.name.hasSuffix("_m")) }
    for field in fields where field.unit == "cm" { #expect(field.name.hasSuffix("_cm")) }
    #expect(fields.allSatisfy { !$0.meaning.isEmpty })
  }
}

@Test func `every family of barriers has a class`() {
  #expect(Set(BarrierClass.allCases.map(\.family)) == Set(BarrierFamily.allCases))
  #expect(BarrierClass.allCases.count == 22)
}
