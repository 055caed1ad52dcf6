internal import Assessment
internal import Atlas
internal import Connectivity
internal import Formats
internal import Geometry
internal import Permeability

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
    ])

  private let arguments: Arguments
  private let configuration: AtlasConfiguration
  private let request: CheckRequest

  init(_ arguments: Arguments) throws {
    self.arguments = arguments
    request = try CheckRequest(arguments)
    configuration = try AtlasConfiguration(contentsOf: arguments.certain(CheckOptions.atlas))
  }

  func run(on console: Console) async throws -> ExitCode {
    var times = StageTimes()
    let atlas = try await times.measure("read") {
      try await LoadedAtlas(
        configuration, scenario: arguments.text(CheckOptions.scenario),
        stores: arguments.texts(CheckOptions.units), jobs: arguments.jobs)
    }
    let plans = try await times.measure("plans") { try await PlanReader(request.input).plans() }
    let assessment = try await times.measure("assessed") {
      try await Assessment(
        of: plans, in: atlas, settings: request.settings, jobs: arguments.jobs
      ) { console.note("\($0.step)") }
    }
    for alternative in assessment.alternatives {
      print(alternative.plan.name, alternative.plan.length, alternative.plan.notes)
      for e in alternative.effects {
        print(
          e.species, e.region ?? "-", e.before.connectedArea.central, e.after.connectedArea, e.loss,
          e.chordChange?.mean ?? 0, e.dividedPatches, e.cutOff, e.rank ?? "")
      }
      for e in alternative.permeability {
        print(e.species, e.season, e.permeability, e.withoutStructures, e.usable, e.longestGap)
      }
      for e in alternative.cumulative { print(e) }
      for e in alternative.variants { print(e) }
      for e in alternative.mitigation {
        print(
          e.number, e.option.design.kind, e.place, e.chainage, e.gains.map { ($0.species, $0.area) }
        )
      }
    }
    console.note(times.text)
    return .done
  }
}
