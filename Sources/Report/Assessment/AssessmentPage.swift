package import Assessment
internal import Atlas
package import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// The report of planned lines: `report.html`.
package struct AssessmentPage {
  /// So many lines of a plan have a chart at most, the longest of them.
  static let mostCharts = 12

  let assessment: Assessment
  private let date: String
  private let criteria: [GateCriterion]
  private let data: JSONValue?

  /// Prepares the report.
  ///
  /// - Parameters:
  ///   - assessment: What it is about.
  ///   - date: The day of the report as ISO 8601 text.
  ///   - criteria: Limits that plans must keep; none where nobody asked for any.
  ///   - data: What programs find in the page; nil for nothing.
  package init(
    _ assessment: Assessment, date: String, criteria: [GateCriterion] = [], data: JSONValue? = nil
  ) {
    (self.assessment, self.date) = (assessment, date)
    (self.criteria, self.data) = (criteria, data)
  }

  var alternatives: [Alternative] { assessment.alternatives }
  var tables: AssessmentTables { AssessmentTables(assessment) }
  var findings: AssessmentFindings { AssessmentFindings(assessment) }

  /// The page.
  package func page() -> Page {
    Page(
      AssessmentWords.title(assessment), subtitle: AssessmentWords.subtitle(assessment, date: date),
      sections: findings.isNothing ? nothingFound : everything,
      credits: AtlasCredits(assessment.atlas.plan).credits, data: data)
  }

  private var everything: [Section] {
    [
      Section("Summary", anchor: "summary", summary),
      Section("Plans", anchor: "plans", plans),
      Section(
        "Map", anchor: "map",
        [.map(AssessmentMap(assessment).picture), .paragraph(AssessmentWords.map)]),
      Section("Along the line", anchor: "line", charts),
      Section("What is crossed", anchor: "crossed", crossed),
      Section("Permeability", anchor: "permeability", permeability),
      Section("Effect", anchor: "effect", effect),
      Section("Cumulative effect", anchor: "cumulative", cumulative),
      Section("Alternatives", anchor: "alternatives", ranking),
      Section("Mitigation", anchor: "mitigation", mitigation),
      Section("What applies", anchor: "applies", obligations),
      Section("What is missing", anchor: "missing", missing),
    ].filter { !$0.blocks.isEmpty } + ending
  }

  private var ending: [Section] {
    [
      Section("How it was computed", anchor: "method", AssessmentWords.method(assessment)),
      Section("What the numbers are not", anchor: "limits", AssessmentWords.limits),
      Section("Data", anchor: "data-sources", sources),
    ]
  }

  /// A short page: nothing found, and this is what was looked at.
  private var nothingFound: [Section] {
    [
      Section(
        "Summary", anchor: "summary",
        schematic + [.note(AssessmentWords.nothingFound)] + outside + [
          .list([
            AssessmentWords.nothingFound(alternatives, within: assessment.effectDistance),
            AssessmentWords.linesCrossed(alternatives),
          ])
        ] + gate),
      Section(
        "What was looked at", anchor: "looked",
        [.table(tables.lookedAt), .paragraph(AssessmentWords.extent(assessment.atlas.extent))]),
      Section("Plans", anchor: "plans", plans),
      Section("Map", anchor: "map", [.map(AssessmentMap(assessment).picture)]),
      Section("What is crossed", anchor: "crossed", crossed),
      Section("What is missing", anchor: "missing", missing),
    ].filter { !$0.blocks.isEmpty } + ending
  }
}

/// The first sheet.
extension AssessmentPage {
  private var schematic: [Block] {
    assessment.atlas.isSchematic ? [.warning(AssessmentWords.schematic)] : []
  }

  private var summary: [Block] {
    schematic + outside + [.keyFigures(figures), .steps(sentences)] + gate + [
      .paragraph(AssessmentWords.unknown(findings))
    ]
  }

  /// What is crossed, what that does, and what helps or decides.
  private var sentences: [Prose] {
    let first =
      alternatives.count == 1
      ? AssessmentWords.crossed(alternatives[0]) : AssessmentWords.crossed(alternatives)
    let second =
      findings.worst.map { AssessmentWords.worst($0, isOnlyPlan: alternatives.count == 1) }
      ?? AssessmentWords.noRange
    let third =
      alternatives.count > 1
      ? AssessmentWords.best(assessment.ranking, alternatives)
      : findings.help.map(AssessmentWords.helps) ?? AssessmentWords.noHelp
    return [first, second, third]
  }

  private var gate: [Block] {
    if criteria.isEmpty { return [] }
    let found = assessment.findings(of: criteria)
    return found.isEmpty
      ? [.note(AssessmentWords.criteriaKept(criteria))]
      : [.warning(AssessmentWords.criteriaMet(found, isOnlyPlan: alternatives.count == 1))]
  }

  private var figures: [KeyFigure] {
    let lengths = alternatives.map(\.plan.length)
    let inside = alternatives.map { $0.length(inside: .range) }
    var figures =
      alternatives.count == 1
      ? [
        KeyFigure("Length of the plan", grouped(lengths[0] / 1000, decimals: 0), unit: "km")
      ] : [KeyFigure("Alternatives", "\(alternatives.count)")]
    if let most = inside.max() {
      figures.append(
        KeyFigure(
          "Inside ranges", grouped(most / 1000, decimals: 0), unit: "km", remark: remarkOfMost))
    }
    if let worst = findings.worst {
      figures.append(
        KeyFigure(
          "Greatest loss of connected area",
          AssessmentWords.percent(worst.effect.relativeLoss.central),
          remark: AssessmentWords.remark(worst)))
      if let permeability = worst.permeability {
        figures.append(
          KeyFigure(
            "P of the plan there", grouped(permeability.central, decimals: 3),
            remark: AssessmentWords.remark(permeability)))
      }
    }
    return figures
  }

  private var remarkOfMost: Prose { alternatives.count == 1 ? "" : AssessmentWords.atMost }

  /// Plans that lie where the atlas has nothing.
  private var outside: [Block] {
    let names = alternatives.filter { alternative in
      let paths = alternative.plan.geometry.paths
      return !paths.box(of: 0..<paths.count).meets(assessment.atlas.extent)
    }.map(\.plan.name)
    return names.isEmpty ? [] : [.warning(AssessmentWords.outside(names))]
  }

  private var plans: [Block] {
    let notes = alternatives.flatMap { alternative -> [Prose] in
      let plan = alternative.plan
      let structures =
        plan.structures.read > 0 ? [AssessmentWords.structures(plan.structures)] : []
      return (structures + alternative.notes).map { .strong(plan.name) + Prose(": \($0)") }
    }
    return [.table(tables.plans)]
      + (notes.isEmpty ? [] : [.heading("What to know of how they were read"), .list(notes)])
  }

  private var sources: [Block] {
    schematic + [.table(AtlasTables.sources(assessment.atlas.plan.data.sources))]
      + AtlasCredits(assessment.atlas.plan).notes
  }
}
