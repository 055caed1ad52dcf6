internal import Assessment
internal import Atlas
internal import Connectivity
internal import Formats
internal import Landscape

/// What applies, and what is missing.
extension AssessmentTables {
  /// A region that any plan meets, with what the work programme says of it.
  var regions: DataTable? {
    let rows = assessment.parts(\.obligations)
    if rows.isEmpty { return nil }
    return DataTable(
      "Regions that the plan meets",
      plan() + [
        text("Region") { $0.name },
        number("PTCR", explanation: AssessmentWords.ptcr) { $0.region.map { Double($0.number) } },
        text("Met") { $0.isNear ? "near only" : "entered" },
        text("Target species met") { Self.names($0.targetSpecies) },
        text("Others met") { Self.names($0.otherSpecies) },
        text("Without a range in the atlas") { Self.names($0.speciesWithoutRange) },
        text("Instruments") { AssessmentWords.list($0.instruments) },
      ], rows)
  }

  private static func names(_ species: [String]) -> String {
    AssessmentWords.list(species.map(AssessmentWords.name(ofSpecies:)))
  }

  /// An activity, and where it applies.
  struct ActivityRow {
    let activity: Activity
    let region: String
    var plans: [String]
  }

  /// The activities that apply: those of a region for each of them, then once those that apply everywhere.
  var activityRows: [ActivityRow] {
    var rows: [ActivityRow] = []
    func add(_ activity: Activity, _ region: String, _ alternative: Alternative) {
      let name = alternative.plan.name
      let known = rows.firstIndex { $0.activity == activity && $0.region == region }
      if let known {
        if !rows[known].plans.contains(name) { rows[known].plans.append(name) }
      } else {
        rows.append(ActivityRow(activity: activity, region: region, plans: [name]))
      }
    }
    for found in assessment.parts(\.obligations) {
      for activity in found.part.activities where !activity.isCrossCutting {
        add(activity, found.part.name, found.alternative)
      }
    }
    for alternative in alternatives {
      for activity in alternative.activities where activity.isCrossCutting {
        add(activity, AssessmentWords.everyRegion, alternative)
      }
    }
    return rows
  }

  /// The activities; nil where there are none.
  var activities: DataTable? {
    let rows = activityRows
    if rows.isEmpty { return nil }
    let plans: [RowColumn<ActivityRow>] =
      alternatives.count == 1
      ? [] : [RowColumn(TableColumn("Plans")) { [.text(AssessmentWords.list($0.plans))] }]
    return DataTable(
      "Activities of the CAMI work programme that apply",
      [
        RowColumn(TableColumn("Activity")) { [.text($0.activity.number)] },
        RowColumn(TableColumn("Where")) { [.text($0.region)] },
        RowColumn(TableColumn("What is to be done")) { [.text($0.activity.summary)] },
        RowColumn(TableColumn("Priority")) { [.text($0.activity.priority.rawValue)] },
        RowColumn(TableColumn("Until")) {
          [$0.activity.deadline.map { .text("\($0)") } ?? .null]
        },
      ] + plans, rows)
  }

  /// Whom to consult; nil for nobody.
  var consultation: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.consultation.includesSecretariat ? [alternative.consultation] : []
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "Whom to consult",
      plan() + [
        text("CMS Secretariat") { _ in "yes" },
        text("Species Focal Points") { Self.names($0.species) },
        text("Own states") { AssessmentWords.list($0.ownCountries.map(\.name)) },
        text("Range states on the other side", explanation: AssessmentWords.otherSide) {
          $0.rangeStates.map(AssessmentWords.rangeState).joined(separator: "; ")
        },
      ], rows)
  }

  /// The critical-habitat screening; nil where there is none.
  var screening: DataTable? {
    let rows = assessment.parts(\.screening)
    if rows.isEmpty { return nil }
    return DataTable(
      "Critical-habitat screening by the criteria of IFC Performance Standard 6",
      plan() + [
        text("Criterion") { row in
          let known = CriticalHabitatCriterion(rawValue: row.criterion)
          return "\(row.criterion)" + (known.map { ": \($0.title)" } ?? "")
        },
        text("Species") { $0.species.map(AssessmentWords.name(ofSpecies:)) },
        text("Outcome") { $0.outcome.rawValue },
        text("Rests on", \.basis),
      ], rows)
  }

  /// What a reviewer must establish; nil where there is nothing.
  var checklist: DataTable? {
    let rows = assessment.parts(\.checklist)
    if rows.isEmpty { return nil }
    return DataTable(
      "What a reviewer must establish, and what was supplied of it",
      plan() + [
        number("Number") { Double($0.number) }, text("Topic", \.topic),
        text("Supplied?") { $0.supply.rawValue },
        text("Supplied") { $0.supplied.joined(separator: "; ") },
        text("Missing") { $0.missing.joined(separator: "; ") },
      ], rows)
  }

  /// What was looked at, for a plan that meets nothing.
  var lookedAt: DataTable {
    let atlas = assessment.atlas
    let rows: [(what: String, count: Int, names: [String])] = [
      ("Ranges", atlas.species.count, atlas.species.map(AssessmentWords.name(ofSpecies:))),
      ("Regions", atlas.regions.count, atlas.regions),
      ("Further areas", assessment.settings.areas.count, assessment.settings.areas.map(\.name)),
      (
        "Countries", atlas.plan.countryAreas.count,
        atlas.plan.countryAreas.map { AtlasWords.name(ofCountry: $0.name) ?? $0.name }
      ),
      ("Lines of today and of others’ plans", atlas.plan.data.ground.lines.lines.count, []),
    ]
    return DataTable(
      "What was looked at",
      [
        RowColumn(TableColumn("What")) { [.text($0.what)] },
        RowColumn(TableColumn("Count", .number(decimals: 0))) { [.integer(Int64($0.count))] },
        RowColumn(TableColumn("Names")) {
          [.text(AssessmentWords.shortList($0.names, most: 15))]
        },
      ], rows)
  }
}
