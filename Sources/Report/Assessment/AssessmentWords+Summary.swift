internal import Assessment
internal import Formats
internal import Landscape
internal import Permeability

/// The words of the first sheet.
extension AssessmentWords {
  static let schematic: Prose =
    "some of the data of the atlas are schematic drawings and no survey. What follows shows what a report says; nothing in it is a finding about this plan."

  static let nothingFoundTitle = "Nothing found"

  /// What a single plan crosses.
  static func crossed(_ alternative: Alternative) -> Prose {
    let plan = alternative.plan
    let kinds = Set(plan.lines.map { kind($0.design) }).sorted()
    let lines = alternative.contacts.lines.filter { $0.crossings > 0 && !$0.isPlanned }
    return Prose.strong(plan.name)
      + Prose(" (\(list(kinds)), \(length(plan.length))) runs ")
      + Prose(inside(alternative, .range, "range", "of"))
      + Prose(inside(alternative, .region, "region", "of the atlas,").isEmpty ? "" : ", ")
      + Prose(inside(alternative, .region, "region", "of the atlas,"))
      + Prose(countries(alternative))
      + Prose(", and crosses \(counted(lines.count, "line")) of today.")
  }

  /// How far it runs inside areas of a kind, and which.
  private static func inside(
    _ alternative: Alternative, _ kind: CrossedArea.Kind, _ noun: String, _ word: String
  ) -> String {
    let met = alternative.contacts.areas.filter { $0.kind == kind && $0.isCrossed }
    if met.isEmpty { return kind == .range ? "inside no range" : "" }
    let names = met.map { "\(name(of: $0)) \(length($0.insideLength + $0.boundaryLength))" }
    return "\(length(alternative.length(inside: kind))) inside \(counted(met.count, noun)) "
      + "(\(shortList(names)))"
  }

  private static func countries(_ alternative: Alternative) -> String {
    let met = alternative.contacts.areas.filter { $0.kind == .country && $0.isCrossed }
    return met.isEmpty ? "" : ", in \(shortList(met.map(name)))"
  }

  /// What several plans cross.
  static func crossed(_ alternatives: [Alternative]) -> Prose {
    let parts = alternatives.map {
      "\($0.plan.name) \(length($0.length(inside: .range))) of \(length($0.plan.length))"
    }
    let species = Set(alternatives.flatMap { $0.effects.map(\.species) }).sorted()
      .map(name(ofSpecies:))
    return "The \(alternatives.count) alternatives run inside the "
      + Prose("\(species.count == 1 ? "range" : "ranges") of \(shortList(species)): ")
      + Prose("\(shortList(parts)).")
  }

  /// The worst that any plan does to a range.
  static func worst(_ worst: AssessmentFindings.Worst, isOnlyPlan: Bool) -> Prose {
    let (effect, plan) = (worst.effect, worst.alternative)
    let after: Prose =
      worst.isLoss
      ? Prose("falls from \(area(effect.before.connectedArea)) to ")
        + Prose("\(area(effect.after.connectedArea)), by ")
        + .strong(percent(effect.relativeLoss.central)) + Prose(ends(effect.relativeLoss))
      : Prose("stays at \(area(effect.before.connectedArea))")
    return (isOnlyPlan ? "It" : .strong(plan.plan.name))
      + Prose(" does most to the range of the ") + .strong(name(ofSpecies: effect.species))
      + ": what hangs together of it (the equivalent connected area, ECA) " + after
      + Prose(worst.region.map { inRegion($0, of: effect.species) } ?? "")
      + Prose(lets(through: worst.permeability))
      + Prose(", grade \(worst.grade.rawValue) (\(grade(worst.grade))).")
  }

  private static func ends(_ change: Change) -> String {
    " (\(percent(change.atLow)) with all permeabilities at their low ends, "
      + "\(percent(change.atHigh)) at their high ends)"
  }

  private static func inRegion(_ effect: RangeEffect, of species: String) -> String {
    let part =
      effect.species == species
      ? "the part of it" : "the part of the range of the \(name(ofSpecies: effect.species))"
    return ", and by \(percent(effect.relativeLoss.central)) in \(part) in "
      + (effect.region ?? wholeRange)
  }

  private static func lets(through permeability: Estimate?) -> String {
    permeability.map {
      "; the plan itself lets through P = \(self.permeability($0)), "
        + "\(Reading($0.central).rawValue)"
    } ?? ""
  }

  static func grade(_ grade: EvidenceGrade) -> String {
    switch grade {
    case .measured: "measured on the species"
    case .analogue: "measured on a similar species"
    case .judged: "judged, not measured"
    }
  }

  static let noRange: Prose =
    "No range is entered, so that nothing is taken from what hangs together of any of them."

  /// What helps most of what was tried.
  static func helps(_ help: AssessmentFindings.Help) -> Prose {
    let species = name(ofSpecies: help.species)
    let name = help.isOnlyPlan ? "" : "Of \(help.plan), "
    var parts: [String] = []
    if let variant = help.variant {
      parts.append(
        "built \(self.variant(variant.kind)) the plan would take \(area(variant.loss)) of ECA and not "
          + "\(area(help.loss))")
    }
    if let passages = help.passages {
      parts.append(
        "\(counted(passages.count, "passage")) on the plan would bring back \(area(passages.gain)), "
          + "the first of them (\(passages.first)) \(area(passages.firstGain))")
    }
    if let lines = help.lines {
      parts.append(
        "\(counted(lines.count, "passage")) on lines of today beside it \(area(lines.gain))")
    }
    if parts.isEmpty {
      return sentence("\(name)no design and no passage that was tried gives any of it back.")
    }
    return sentence("\(name)for the range of the \(species): \(parts.joined(separator: "; ")).")
  }

  private static func sentence(_ text: String) -> Prose {
    Prose(text.prefix(1).uppercased() + text.dropFirst())
  }

  static let noHelp: Prose =
    "No other design and no passages were looked for; not to build it leaves everything as it is."

  /// Which alternative is the best, and what decides.
  static func best(_ ranking: AlternativeRanking, _ alternatives: [Alternative]) -> Prose {
    let built = ranking.entries.filter { $0.alternative != nil }
    func name(_ entry: AlternativeRanking.Entry) -> String {
      entry.alternative.map { alternatives[$0].plan.name } ?? noProject
    }
    guard let first = built.first, let next = built.dropFirst().first else { return "" }
    guard let decision = next.decision, let criterion = decision.criterion,
      let better = first.values[criterion], let worse = next.values[criterion]
    else {
      return "Of what can be built " + .strong(name(first)) + " and " + .strong(name(next))
        + " are tied at the top: no criterion tells them apart."
    }
    return "Of what can be built " + .strong(name(first)) + Prose(" does least: ")
      + Prose("\(self.criterion(criterion)) \(value(better.change.central, criterion)) against ")
      + Prose("\(value(worse.change.central, criterion)) of \(name(next)), the next")
      + Prose(decision.intervalsOverlap ? "; their intervals overlap" : "")
      + "; not to build leaves everything as it is."
  }

  /// One line on how sure it is.
  static func unknown(_ findings: AssessmentFindings) -> Prose {
    let missing = findings.missingTopics
    let defaults = findings.defaults
    return .strong("Not known: ")
      + Prose(
        missing == 0
          ? "" : "\(missing) of the 12 topics of the checklist were not supplied in full; ")
      + Prose(
        defaults.isEmpty
          ? "" : "usual values were taken for \(shortList(defaults, most: 6)); ")
      + "P comes from an expert model, most of whose numbers are judged: see "
      + .link("What is missing", to: "#missing") + " and "
      + .link("What the numbers are not", to: "#limits") + "."
  }

  static func criteriaKept(_ criteria: [GateCriterion]) -> Prose {
    "None of the criteria that were asked for is met: "
      + Prose(criteria.map(\.text).joined(separator: ", ")) + "."
  }

  /// Criterion by criterion which plans meet it, and where.
  static func criteriaMet(_ findings: [GateFinding], isOnlyPlan: Bool) -> Prose {
    let criteria = findings.map(\.criterion).reduce(into: [GateCriterion]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let sentences = criteria.map { criterion in
      let cases = findings.filter { $0.criterion == criterion }.map { found in
        let place = [
          isOnlyPlan ? nil : found.plan, found.species.map(name(ofSpecies:)), found.place,
        ].compactMap(\.self)
        return (place + [value(found)]).joined(separator: ", ")
      }
      return "\(criterion.text) is met: \(cases.joined(separator: "; "))."
    }
    return Prose(sentences.joined(separator: " "))
  }

  private static func value(_ found: GateFinding) -> String {
    switch found.criterion.measure {
    case .permeability, .route: "P = \(grouped(found.value, decimals: 3))"
    case .areaLoss: percent(found.value)
    case .movementLoss: grouped(found.value, decimals: 4)
    case .cutOff: area(found.value)
    case .length: "\(grouped(found.value, decimals: 1)) km"
    }
  }
}

/// The words of key figures.
extension AssessmentWords {
  static let atMost: Prose = "the most of any alternative"

  static func remark(_ worst: AssessmentFindings.Worst) -> Prose {
    let loss = worst.effect.relativeLoss
    return Prose("\(name(ofSpecies: worst.effect.species)), \(percent(loss.atLow)) and ")
      + Prose("\(percent(loss.atHigh)) at the ends of P, grade \(worst.grade.rawValue)")
  }

  static func remark(_ permeability: Estimate) -> Prose {
    Prose(
      "\(grouped(permeability.low, decimals: 3)) – \(grouped(permeability.high, decimals: 3)), ")
      + Prose(Reading(permeability.central).rawValue)
  }

  static func figureTitle(_ plan: Plan) -> String {
    "Equivalent connected area (ECA) today and with \(plan.name)"
  }
}
