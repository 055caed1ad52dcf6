import Formats
import Geometry
import Landscape
import TestSupport
import Testing

/// Maps features of text with a profile that a user wrote.
private func map(
  _ features: [[String: Value]], _ definition: ProfileDefinition, kind: GeometryKind = .line,
  columns: [String]? = nil
) throws -> (batch: MappedBatch, report: ProfileReport) {
  let names = columns ?? Set(features.flatMap(\.keys)).sorted()
  let layer = header(names, kind == .line ? .lineString : .polygon)
  var batch = FeatureBatch(fields: layer.fields)
  let ring = [Position(0, 0), Position(1, 0), Position(0, 1), Position(0, 0)]
  for feature in features {
    batch.ids.append(Int64(batch.ids.count))
    for (index, name) in names.enumerated() { batch.columns[index].append(feature[name] ?? .null) }
  }
  batch.geometry =
    kind == .line
    ? GeometryColumn(LineColumn(Array(repeating: [ring], count: features.count)))
    : GeometryColumn(PolygonColumn(Array(repeating: [[ring]], count: features.count)))
  var mapper = try ProfileMapper(Profile(definition), header: layer)
  return (mapper.map(batch), mapper.report)
}

private func attribute(
  _ name: String, _ role: FeatureRole = .barrier, from columns: String...,
  unit: MeasureUnit? = nil, words: [String: Value] = [:]
) throws -> ProfileDefinition.Attribute {
  ProfileDefinition.Attribute(
    try #require(CanonicalField.named(name, for: role)), columns: columns, unit: unit, words: words)
}

/// The roads of a ministry, in its own words.
private func ministryRoads() throws -> ProfileDefinition {
  var profile = ProfileDefinition(
    name: "ministry_roads", summary: "Roads of the ministry", role: .barrier)
  profile.barrierClass = .column(
    "TYPE", words: ["Шоссе": .roadPaved, "просёлочная дорога": .roadUnpaved], otherwise: nil)
  profile.status = .column(
    "STATE", words: ["строится": .construction, "план": .planned], otherwise: nil)
  profile.attributes = [
    try attribute("name", from: "NAME_RU", "NAME"),
    try attribute("h_top_cm", from: "HEIGHT_M", unit: .m),
    try attribute("fenced", from: "FENCE", words: ["да": "both"]),
    try attribute("aadt", from: "PER_HOUR", unit: .perHour, words: ["много": .real(20_000)]),
    try attribute("mesh", from: "СЕТКА", words: ["есть": .boolean(true)]),
  ]
  profile.exclusions = [
    ProfileDefinition.Exclusion(column: "STATE", words: ["Ликвидирована"], reason: "removed")
  ]
  return profile
}

private let columns = [
  "TYPE", "STATE", "NAME_RU", "HEIGHT_M", "FENCE", "PER_HOUR", "сетка", "EXTRA",
]

@Test func `words, units and columns of a user become canonical attributes`() throws {
  let (batch, report) = try map(
    [
      [
        "TYPE": "ШОССЕ", "STATE": "строится", "NAME_RU": "М-32", "HEIGHT_M": "1.2",
        "FENCE": "Да", "PER_HOUR": "100", "сетка": "есть",
      ],
      [
        "TYPE": "просёлочная_дорога", "STATE": "planned", "HEIGHT_M": "90 cm", "FENCE": "none",
        "PER_HOUR": "много", "сетка": "no",
      ],
      ["TYPE": "шоссе", "STATE": "ликвидирована"],
    ], ministryRoads(), columns: columns)
  #expect(batch.values("class") == ["road_paved", "road_unpaved", "road_paved"])
  #expect(batch.values("status") == ["construction", "planned", "existing"])
  #expect(batch.values("name") == ["М-32", .null, .null])
  #expect(batch.values("h_top_cm") == [.real(120), .real(90), .null])
  #expect(batch.values("fenced") == ["both", "none", .null])
  #expect(batch.values("aadt") == [.real(2400), .real(20_000), .null])
  #expect(batch.values("mesh") == [.boolean(true), .boolean(false), .null])
  #expect(batch.exclusions == [nil, nil, "removed"])
  #expect(report.profile == "ministry_roads" && report.content == "Roads of the ministry")
  #expect(report.unreadColumns == ["EXTRA"])
  #expect(report.unknown.isEmpty)
}

@Test func `words that the user does not list are counted, never guessed`() throws {
  let (batch, report) = try map(
    [
      ["TYPE": "тропа", "STATE": "неизвестно", "FENCE": "может быть", "PER_HOUR": "часто"],
      ["TYPE": "тропа", "STATE": "existing"], ["STATE": "existing"],
    ], ministryRoads(), columns: columns)
  #expect(batch.values("class") == ["unknown_line", "unknown_line", "unknown_line"])
  #expect(batch.values("fenced") == [.null, .null, .null])
  #expect(
    report.unknown.map { "\($0.column)=\($0.value) \($0.count)" } == [
      "TYPE=тропа 2", "FENCE=может быть 1", "PER_HOUR=часто 1", "STATE=неизвестно 1",
    ])
  #expect(
    report.defaulted.map { "\($0.field)=\($0.value) \($0.count)" } == [
      "class=unknown_line 3", "status=existing 1",
    ])
}

@Test func `every other word has the class that the user says, and that is on record`() throws {
  var profile = try ministryRoads()
  profile.barrierClass = .column("TYPE", words: ["шоссе": .roadPaved], otherwise: .track)
  profile.status = .column("STATE", words: ["план": .planned], otherwise: .disused)
  let (batch, report) = try map(
    [
      ["TYPE": "шоссе", "STATE": "план"], ["TYPE": "тропа", "STATE": "?"], ["TYPE": .null],
    ], profile, columns: columns)
  #expect(batch.values("class") == ["road_paved", "track", "track"])
  #expect(batch.values("status") == ["planned", "disused", "disused"])
  #expect(report.unknown.isEmpty)
  #expect(
    report.defaulted.map { "\($0.field)=\($0.value) \($0.count): \($0.reason)" } == [
      "class=track 2: TYPE has no value that the profile lists",
      "status=disused 2: STATE has no value that the profile lists",
    ])
}

@Test func `a layer of one class and status needs no columns for them`() throws {
  var profile = ProfileDefinition(name: "rail", summary: "Railways", role: .barrier)
  profile.barrierClass = .always(.railUnfenced)
  profile.status = .always(.planned)
  let (batch, report) = try map([["x": "1"], ["x": .null]], profile)
  #expect(batch.values("class") == ["rail_unfenced", "rail_unfenced"])
  #expect(batch.values("status") == ["planned", "planned"])
  #expect(report.defaulted.isEmpty && report.unknown.isEmpty)
  #expect(report.unreadColumns == ["x"])
}

@Test func `ranges of a user are filtered as those of the Red List`() throws {
  var profile = ProfileDefinition(name: "ranges", summary: "Ranges", role: .range)
  profile.attributes = [
    try attribute("species", .range, from: "ВИД", words: ["сайга": "saiga"]),
    try attribute(
      "presence", .range, from: "ЕСТЬ", words: ["да": .integer(1), "вымер": .integer(5)]),
  ]
  let (batch, report) = try map(
    [
      ["ВИД": "Сайга", "ЕСТЬ": "да"], ["ВИД": "Equus hemionus", "ЕСТЬ": "вымер"],
      ["ВИД": "единорог", "ЕСТЬ": "3"], ["ВИД": "argali", "ЕСТЬ": .null],
    ], profile, kind: .polygon)
  #expect(batch.values("species") == ["saiga", "asiatic_wild_ass", .null, "argali"])
  #expect(batch.values("presence") == [.integer(1), .integer(5), .integer(3), .null])
  #expect(
    batch.exclusions == [nil, "presence 5, extinct", "presence 3, possibly extant", nil])
  #expect(report.unknown.map(\.value) == ["единорог"])
  #expect(report.defaulted.map(\.value) == ["1"])
}

@Test func `regions, protected areas and passages of a user`() throws {
  var region = ProfileDefinition(name: "r", summary: "Regions", role: .region)
  region.attributes = [try attribute("name", .region, from: "Title")]
  #expect(
    try map([["Title": "Ustyurt"]], region, kind: .polygon).batch.values("name") == ["Ustyurt"])
  var passage = ProfileDefinition(name: "p", summary: "Passages", role: .passage)
  passage.attributes = [
    try attribute("type", .passage, from: "КОД", words: ["1": "underpass", "2": "overpass"]),
    try attribute("width_m", .passage, from: "ШИРИНА", unit: .ft),
  ]
  let (batch, report) = try map(
    [["КОД": "2", "ШИРИНА": "10"], ["КОД": "9", "ШИРИНА": "1,5"]], passage)
  #expect(batch.roles == [.passage, .passage])
  #expect(batch.values("type") == ["overpass", .null])
  #expect(batch.values("width_m") == [.real(3.048), .null])
  #expect(report.unknown.map(\.value) == ["9", "1,5"])
}

@Test func `a layer without a column of the profile is refused with the nearest one`() throws {
  let profile = Profile(try ministryRoads())
  let lacking = header(
    ["TYP", "STATE", "NAME", "HEIGHT_M", "FENCE", "PER_HOUR", "сетка"], .lineString)
  let error = #expect(throws: FormatError.self) { try ProfileMapper(profile, header: lacking) }
  #expect(
    error?.problem == "the layer layer has no column type, which the profile ministry_roads reads")
  #expect(error?.help.hasPrefix("did you mean TYP? its columns are TYP, STATE") == true)
  let areas = header(columns, .polygon)
  let kind = #expect(throws: FormatError.self) { try ProfileMapper(profile, header: areas) }
  #expect(
    kind?.problem == "the layer layer (polygon) cannot be read by the profile ministry_roads: "
      + "Roads of the ministry are line")
}

@Test(arguments: UInt64(1)...20)
func `lengths in any unit become those of the attribute`(seed: UInt64) throws {
  var random = SeededGenerator(seed: seed)
  let metres: [MeasureUnit: Double] = [
    .mm: 0.001, .cm: 0.01, .m: 1, .km: 1000, .in: 0.0254, .ft: 0.3048,
  ]
  let height = try #require(CanonicalField.named("h_top_cm", for: .barrier))
  let traffic = try #require(CanonicalField.named("aadt", for: .barrier))
  for (unit, factor) in metres.sorted(by: { $0.value < $1.value }) {
    #expect(unit.fits(height) && !unit.fits(traffic))
    let number = Double.random(in: 0...1000, using: &random)
    var profile = ProfileDefinition(name: "p", summary: "P", role: .barrier)
    profile.barrierClass = .always(.fenceGame)
    profile.attributes = [
      ProfileDefinition.Attribute(height, columns: ["H"], unit: unit)
    ]
    let (batch, _) = try map([["H": .text("\(number)")], ["H": "2 m"]], profile)
    guard case .real(let found) = batch.values("h_top_cm")[0] else {
      Issue.record("no number")
      return
    }
    // Two factors, each off by at most 2⁻⁵³.
    #expect(abs(found - number * factor * 100) <= 1e-15 * number * factor * 200)
    #expect(batch.values("h_top_cm")[1] == .real(200))
  }
}
