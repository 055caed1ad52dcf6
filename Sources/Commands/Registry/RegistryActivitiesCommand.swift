internal import Formats
internal import Landscape

/// `kulan registry activities`: what the work programme asks for.
struct RegistryActivitiesCommand: Command {
  static let region = Option(
    "region", .text("NUMBER|NAME"), "only activities that apply to this region (PTCR)",
    group: "Selection")

  static let manual = Manual(
    "registry activities", "the activities of the CAMI work programme on infrastructure",
    discussion: [
      "Activities that concern infrastructure, corridors or borders, in our own words; the text of "
        + "the work programme binds."
    ],
    options: [region, RegistryOutput.format],
    examples: [
      Manual.Example("all activities", "kulan registry activities"),
      Manual.Example(
        "what applies to the Daurian Steppe", "kulan registry activities --region 10"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "activity": "the number in the work programme",
          "region": "the number of its region (PTCR); empty where it applies to all",
          "priority": "High, Medium or Low, as the work programme says",
          "deadline": "the last year in which it is due, where one is named",
          "summary": "what is to be done",
        ])
    ])

  private let arguments: Arguments
  private let activities: [Activity]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    activities =
      try arguments.text(Self.region)
      .map { try RegistryRegionsCommand.region($0).activities } ?? Activity.all
  }

  func run(on console: Console) async throws -> ExitCode {
    let names = ["activity", "region", "priority", "deadline", "summary"]
    var table = TextTable(names.map { TextTable.Column($0) })
    for one in activities {
      table.append([
        .text(one.number), one.region.map { .text("\($0)") } ?? .null, .text(one.priority.rawValue),
        one.deadline.map { .text("\($0)") } ?? .null, .text(one.summary),
      ])
    }
    RegistryOutput(
      title: "activities", source: Activity.source, table: table, shownColumns: names.count,
      json: activities.map(Self.json)
    ).print(as: arguments, on: console)
    return .done
  }

  private static func json(_ one: Activity) -> JSONValue {
    [
      "activity": .text(one.number), "region": one.region.map { .integer($0) } ?? .null,
      "priority": .text(one.priority.rawValue),
      "deadline": one.deadline.map { .integer($0) } ?? .null, "summary": .text(one.summary),
    ]
  }
}
