internal import Formats
internal import Landscape

/// `kulan registry species`: the species of CAMI, by any of their names.
struct RegistrySpeciesCommand: Command {
  static let region = Option(
    "region", .text("NUMBER|NAME"), "only the target species of this region (PTCR)",
    group: "Selection")
  static let country = Option(
    "country", .text("CODE|NAME"), "only species that live, lived or may live in this range state",
    group: "Selection")

  static let manual = Manual(
    "registry species", "the species of CAMI with their names and range states",
    discussion: [
      "A species is found under its id, both scientific names (that of CMS and today's), synonyms, "
        + "common names and subspecies; case and the author of a name do not matter."
    ],
    operands: [
      Manual.Operand(
        "NAME", "only the species of these names", isRepeatable: true, isOptional: true)
    ],
    options: [region, country, RegistryOutput.format],
    examples: [
      Manual.Example("all species", "kulan registry species"),
      Manual.Example(
        "what Kulan makes of two names", "kulan registry species khulan \"Panthera uncia\""),
      Manual.Example(
        "the target species of one region as CSV",
        "kulan registry species --region 10 --format csv"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "species": "the id that every table of Kulan uses",
          "common_name": "in English",
          "cms_name": "the scientific name that CMS uses",
          "range_states": "ISO codes; ? reported or uncertain, (…) vagrants, records or historic",
          "current_name": "the scientific name of today (CSV and JSON)",
          "cms_appendix": "as the work programme prints it (CSV and JSON)",
        ])
    ])

  private let arguments: Arguments
  private let species: [Species]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    var species = try arguments.operands.map { try SpeciesRegistry.bundled.species(named: $0) }
    if species.isEmpty { species = SpeciesRegistry.bundled.species }
    if let text = arguments.text(Self.region) {
      let ids = try RegistryRegionsCommand.region(text).speciesIDs
      species.removeAll { !ids.contains($0.id) }
    }
    if let text = arguments.text(Self.country) {
      let code = try RegistryRegionsCommand.country(text).alpha2
      species.removeAll { one in !one.rangeStates.contains { $0.country == code } }
    }
    self.species = species
  }

  func run(on console: Console) async throws -> ExitCode {
    let names = [
      "species", "common_name", "cms_name", "range_states", "current_name", "cms_appendix",
    ]
    var table = TextTable(names.map { TextTable.Column($0) })
    for one in species {
      table.append([
        .text(one.id), .text(one.commonName), .text(one.scientificName),
        .text(one.rangeStates.map(Self.mark).joined(separator: " ")),
        .text(one.currentNames.joined(separator: "; ")), .text(one.appendix),
      ])
    }
    RegistryOutput(
      title: "species",
      source: "CAMI Work Programme 2026–2032 (Table 1) and Programme of Work 2014–2020; range "
        + "states also from literature or general knowledge",
      table: table, shownColumns: 4, json: species.map(Self.json)
    ).print(as: arguments, on: console)
    return .done
  }

  private static func json(_ one: Species) -> JSONValue {
    [
      "species": .text(one.id), "common_name": .text(one.commonName),
      "cms_name": .text(one.scientificName), "current_names": one.currentNames.json,
      "cms_appendix": .text(one.appendix), "movement": .text(one.movement),
      "notes": .text(one.notes),
      "range_states": .list(
        one.rangeStates,
        { state in
          [
            "country": .text(state.country), "status": .text(state.status.rawValue),
            "evidence": .text(state.evidence.rawValue),
          ]
        }),
    ]
  }

  private static func mark(_ state: RangeState) -> String {
    switch state.status {
    case .present, .reintroduced: state.country
    case .reported, .uncertain: state.country + "?"
    case .records, .vagrant, .historic: "(\(state.country))"
    }
  }
}
