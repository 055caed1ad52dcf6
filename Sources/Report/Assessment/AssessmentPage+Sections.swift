internal import Assessment
internal import Formats
internal import Landscape

/// What is crossed, and what lets through what.
extension AssessmentPage {
  var charts: [Block] {
    let drawn = alternatives.enumerated().flatMap { number, alternative -> [Block] in
      let lines = alternative.plan.lines
      let worth = lines.indices.map { AssessmentChart(alternative, line: $0) }.enumerated()
        .filter(\.element.isWorthDrawing)
      let shown = worth.sorted { lines[$0.offset].length > lines[$1.offset].length }
        .prefix(Self.mostCharts).sorted { $0.offset < $1.offset }
      let more = worth.count - shown.count
      return shown.map {
        .lineChart($0.element.chart(id: "line-\(number + 1)-\($0.offset + 1)"))
      } + (more > 0 ? [.paragraph(AssessmentWords.moreCharts(more))] : [])
    }
    return drawn.isEmpty ? [] : [.paragraph(AssessmentWords.charts)] + drawn
  }

  var crossed: [Block] {
    let areas: [Block] =
      alternatives.contains { !$0.contacts.areas.isEmpty }
      ? [
        .paragraph(AssessmentWords.areas(assessment.effectDistance)), .table(tables.areas),
        .paragraph(AssessmentWords.ranges(assessment.atlas)),
      ] : []
    return areas + [
      .heading("Other lines"), tables.lines.map(Block.table) ?? .paragraph(AssessmentWords.noLines),
    ]
  }

  var permeability: [Block] {
    if alternatives.allSatisfy(\.permeability.isEmpty) { return [] }
    var blocks: [Block] = [
      .paragraph(AssessmentWords.permeability), .paragraph(AssessmentWords.readings),
      .table(tables.permeability), .heading("Structures"), .table(tables.passages),
    ]
    if let bundles = tables.bundles {
      blocks += [.heading("Together with lines beside it"), .table(bundles)]
    }
    let numbers = [tables.swings, tables.defaults].compactMap { $0.map(Block.table) }
    return blocks + (numbers.isEmpty ? [] : [.heading("What the numbers rest on")]) + numbers
  }

  var effect: [Block] {
    if alternatives.allSatisfy(\.effects.isEmpty) { return [.paragraph(AssessmentWords.noEffects)] }
    var blocks: [Block] = [.paragraph(AssessmentWords.effect)]
    blocks += alternatives.enumerated().compactMap { number, alternative in
      alternative.effects.isEmpty ? nil : .beforeAfter(figure(alternative, number))
    }
    blocks += [
      .table(tables.connectedArea), .table(tables.measures),
      .paragraph(AssessmentWords.movements(assessment)),
    ]
    if let routes = tables.routes { blocks.append(.table(routes)) }
    if let forms = tables.modelForms { blocks.append(.table(forms)) }
    return blocks
  }

  private func figure(_ alternative: Alternative, _ number: Int) -> BeforeAfter {
    BeforeAfter(
      id: "eca-\(number + 1)", title: AssessmentWords.figureTitle(alternative.plan), unit: "km²",
      decimals: 0, scale: .relative,
      rows: alternative.effects.map {
        .init(
          AssessmentWords.name(of: $0), before: $0.before.connectedArea,
          after: $0.after.connectedArea)
      })
  }

  var cumulative: [Block] {
    guard let table = tables.cumulative else { return [] }
    let others = Set(alternatives.flatMap { $0.cumulative.flatMap(\.others) }).sorted()
    return [
      .paragraph(AssessmentWords.cumulative), .paragraph(AssessmentWords.others(others)),
      .table(table),
    ]
  }

  var ranking: [Block] {
    let entries = assessment.ranking.entries
    let decisions = zip(entries, entries.dropFirst()).map { before, entry in
      AssessmentWords.decision(entry, behind: before, tables.name)
    }
    return [
      .paragraph(
        alternatives.count == 1
          ? AssessmentWords.singleAlternative : AssessmentWords.alternatives),
      .table(tables.ranking), .list(decisions),
    ]
  }
}

/// Mitigation, what applies and what is missing.
extension AssessmentPage {
  var mitigation: [Block] {
    if alternatives.allSatisfy(\.effects.isEmpty) { return [] }
    return [.paragraph(AssessmentWords.hierarchy)] + avoid + minimise + restore + [
      .heading(AssessmentWords.offset), .paragraph(AssessmentWords.offsetting),
      .paragraph(AssessmentWords.mitigationNotes),
    ]
  }

  private var avoid: [Block] {
    let isSingle = alternatives.count == 1
    let effects = alternatives.flatMap { alternative in
      alternative.variants.filter { $0.kind == .withoutFence }.flatMap(\.effects).map {
        (plan: isSingle ? nil : alternative.plan.name, effect: $0)
      }
    }
    return [.heading(AssessmentWords.avoid), .paragraph(AssessmentWords.avoidRoute)]
      + (tables.regionStretches.map { [.table($0)] } ?? [])
      + (effects.isEmpty ? [] : [.paragraph(AssessmentWords.noFence(effects))])
  }

  private var minimise: [Block] {
    let settings = assessment.settings.mitigation
    var blocks: [Block] = [.heading(AssessmentWords.minimise)]
    if let variants = tables.variants {
      blocks += [.paragraph(AssessmentWords.designs), .table(variants)]
    }
    if settings.count == 0 { return blocks.count == 1 ? [] : blocks }
    let passages = tables.passages("Passages on the plan, in the order of choice") {
      $0.mitigation
    }
    return blocks + [.paragraph(AssessmentWords.planPassages(settings))] + [
      passages.map(Block.table) ?? .paragraph(AssessmentWords.noPassages)
    ]
  }

  private var restore: [Block] {
    let settings = assessment.settings.mitigation
    if settings.count == 0 || settings.existingLines == 0 { return [] }
    let passages = tables.passages("Passages on lines of today, in the order of choice") {
      $0.restoration
    }
    return [
      .heading(AssessmentWords.restore), .paragraph(AssessmentWords.restoring(settings)),
      passages.map(Block.table) ?? .paragraph(AssessmentWords.noRestoration),
    ]
  }

  var obligations: [Block] {
    var blocks: [Block] = [
      tables.regions.map(Block.table) ?? .paragraph(AssessmentWords.noRegion)
    ]
    if let activities = tables.activities {
      blocks += [.table(activities), .paragraph(AssessmentWords.activities)]
    }
    if let consultation = tables.consultation {
      blocks += [
        .heading("Consultation"), .paragraph(AssessmentWords.consultation), .table(consultation),
      ]
    }
    blocks.append(.heading("Critical-habitat screening"))
    guard let screening = tables.screening else {
      return blocks + [.paragraph(AssessmentWords.noScreening)]
    }
    return blocks + [
      .paragraph(AssessmentWords.screening), .table(screening),
      .paragraph(Prose(CriticalHabitatCriterion.source)),
      .paragraph(Prose(CriticalHabitatCriterion.requirements)),
    ]
  }

  var missing: [Block] {
    let names = Set(
      alternatives.flatMap { $0.obligations.flatMap(\.speciesWithoutRange) }
    ).sorted().map(AssessmentWords.name(ofSpecies:))
    return (tables.checklist.map { [.table($0)] } ?? [])
      + (names.isEmpty ? [] : [.note(AssessmentWords.speciesWithoutRange(names))])
      + (assessment.atlas.warnings.isEmpty
        ? []
        : [
          .heading("What to know of the data"),
          .list(assessment.atlas.warnings.map { Prose($0) }),
        ])
  }
}
