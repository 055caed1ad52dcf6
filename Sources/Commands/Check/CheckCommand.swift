internal import Assessment
internal import Atlas
internal import Formats

/// `kulan check`: planned lines against an atlas.
struct CheckCommand: Command {
  static let manual = Manual(
    "check", "check planned lines against an atlas: the report of an impact assessment",
    discussion: [
      "Says what a planned railway, road or fence crosses, how permeable it would be for every species, "
        + "what it takes from their ranges beside all that exists, how alternatives compare, where "
        + "passages help most, which activities of the CAMI work programme apply, and what is not known."
    ],
    operands: [CheckOptions.plans], options: CheckOptions.all,
    examples: [
      Manual.Example(
        "a railway with its structures",
        "kulan check railway.kml --atlas atlas.json --set class=railway fenced=true \\\n"
          + "  --passages structures.csv --out report"),
      Manual.Example(
        "three alternatives, and a gate for a checklist",
        "kulan check a.kml b.kml c.kml --atlas atlas.json --set class=railway \\\n"
          + "  --out report --fail-on \"P_final<0.05 in PTCR\""),
    ], definitions: [criteria] + AssessmentTable.all.map(\.definitions))

  private static let criteria = Manual.Definitions(
    "Criteria (--fail-on): a measure, < or >, a number or percentage, and where",
    GateCriterion.Measure.allCases.map { ($0.rawValue, $0.meaning) } + [
      ("in range", "in ranges as a whole, which is meant where nothing is said"),
      ("in region", "in the parts of ranges in regions of the atlas"),
      ("in PTCR", "in Priority Transboundary Conservation Regions, by their names"),
    ])

  private let arguments: Arguments
  private let configuration: AtlasConfiguration
  private let request: CheckRequest
  private let criteria: [GateCriterion]

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    request = try CheckRequest(arguments)
    criteria = try arguments.texts(CheckOptions.failOn).map { text throws(FormatError) in
      try GateCriterion(text)
    }
    configuration = try AtlasConfiguration(contentsOf: arguments.certain(CheckOptions.atlas))
  }

  private var place: String { arguments.certain(CheckOptions.out) }

  func run(on console: Console) async throws -> ExitCode {
    try OutputFolder.check(place, overwrite: arguments.has(.overwrite), names: CheckFile.names)
    // What is missing for the paper is better known before the work than after it.
    let browser = arguments.has(CheckOptions.pdf) ? try Browser.find() : nil
    var times = StageTimes()
    let atlas = try await times.measure("read") { try await readAtlas(on: console) }
    var request = request
    request.input.extent = atlas.extent
    let surroundings = try await CheckSurroundings(arguments)
    (request.settings.areas, request.settings.routes) = (surroundings.areas, surroundings.routes)
    let plans = try await PlanReader(request.input).plans()
    if arguments.has(.dryRun) {
      reportPlan(plans, atlas, on: console)
      return .done
    }
    surroundings.warnings.forEach(console.warn)
    let assessment = try await times.measure("assessed") {
      try await assess(plans, atlas, request.settings, on: console)
    }
    let findings = assessment.findings(of: criteria)
    let press = CheckPress(assessment, criteria: criteria, findings: findings, date: request.date)
    let folder = try OutputFolder(
      place, overwrite: arguments.has(.overwrite), names: CheckFile.names)
    try await times.measure("wrote") {
      try await folder.fill { try await press.print(into: folder, with: browser) }
    }
    CheckResult(assessment: assessment, findings: findings, place: place)
      .report(press.summary, on: console)
    console.note(times.text)
    return findings.isEmpty ? .done : .finding
  }

  private func readAtlas(on console: Console) async throws -> LoadedAtlas {
    let progress = Progress("reading", unit: "features", on: console)
    defer { progress.finish() }
    return try await LoadedAtlas(
      configuration, scenario: arguments.text(CheckOptions.scenario),
      stores: arguments.texts(CheckOptions.units), jobs: arguments.jobs
    ) { progress.update(fraction: $0, count: $1) }
  }

  private func assess(
    _ plans: [Plan], _ atlas: LoadedAtlas, _ settings: AssessmentSettings, on console: Console
  ) async throws -> Assessment {
    let progress = Progress("assessing", unit: "steps", on: console)
    defer { progress.finish() }
    return try await Assessment(of: plans, in: atlas, settings: settings, jobs: arguments.jobs) {
      progress.update(fraction: $0.fraction, count: $0.count)
    }
  }

  /// Says what would be checked.
  private func reportPlan(_ plans: [Plan], _ atlas: LoadedAtlas, on console: Console) {
    for plan in plans {
      let structures = plan.lines.reduce(0) { $0 + $1.structures.count }
      console.print(
        "would check \(plan.name): \(counted(plan.lines.count, "line")), "
          + "\(grouped(plan.length / 1000, decimals: 1)) km, "
          + "\(counted(structures, "structure"))")
      plan.notes.forEach { console.warn("\(plan.name): \($0)") }
    }
    console.print(
      "against \(atlas.title) of \(atlas.date), scenario \(atlas.scenario): "
        + "\(counted(atlas.species.count, "range")), \(counted(atlas.regions.count, "region"))")
    console.print("would write the report to \(place)")
  }
}
