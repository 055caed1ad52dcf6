internal import Formats
internal import Landscape

/// `kulan registry regions`: the priority regions of CAMI.
struct RegistryRegionsCommand: Command {
  static let manual = Manual(
    "registry regions", "the 13 priority regions (PTCR) of CAMI with species and activities",
    discussion: [
      "The work programme shows the boundaries of the regions as figures only, so there are none "
        + "here: they come from you."
    ],
    operands: [
      Manual.Operand(
        "REGION", "only the regions of these numbers or names", isRepeatable: true,
        isOptional: true)
    ],
    options: [RegistryOutput.format],
    examples: [
      Manual.Example("all regions", "kulan registry regions"),
      Manual.Example("one region with everything known of it", "kulan registry regions 2 --json"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "region": "the number in the work programme", "name": "the name",
          "countries": "ISO codes of the range states that share it",
          "species": "the ids of its target species",
          "activities": "the numbers of the activities that apply to it (CSV and JSON)",
          "instruments": "the other instruments of CMS that apply to it (CSV and JSON)",
        ])
    ])

  private let arguments: Arguments
  private let regions: [Region]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    let named = try arguments.operands.map(Self.region)
    regions = named.isEmpty ? Region.all : named
  }

  /// Finds a region by its number or name.
  static func region(_ text: String) throws(UserError) -> Region {
    if let region = Region.matching(text) { return region }
    let near = nearest(to: text, in: Region.all.map(\.name)).map { "did you mean \($0)? " } ?? ""
    throw UserError(
      .usage, "there is no region '\(text)'", help: near + "`kulan registry regions` lists them")
  }

  /// Finds a range state by its code or name.
  static func country(_ text: String) throws(UserError) -> Country {
    if let country = Country.named(text) { return country }
    let near = nearest(to: text, in: Country.all.map(\.name)).map { "did you mean \($0)? " } ?? ""
    let codes = Country.all.map(\.alpha2).joined(separator: ", ")
    throw UserError(
      .usage, "'\(text)' is no range state of CAMI", help: near + "the range states are \(codes)")
  }

  func run(on console: Console) async throws -> ExitCode {
    let names = ["region", "name", "countries", "species", "activities", "instruments"]
    var table = TextTable(names.map { TextTable.Column($0) })
    for region in regions {
      table.append([
        .integer(Int64(region.number)), .text(region.name),
        .text(region.countries.map(\.alpha2).joined(separator: " ")), region.speciesIDs.cell,
        region.activityNumbers.cell, region.instruments.cell,
      ])
    }
    RegistryOutput(
      title: "regions", source: Activity.source, table: table, shownColumns: 4,
      json: regions.map(Self.json)
    ).print(as: arguments, on: console)
    return .done
  }

  private static func json(_ region: Region) -> JSONValue {
    [
      "region": .integer(region.number), "name": .text(region.name),
      "countries": region.countries.map(\.alpha2).json, "species": region.speciesIDs.json,
      "activities": region.activityNumbers.json, "instruments": region.instruments.json,
    ]
  }
}
