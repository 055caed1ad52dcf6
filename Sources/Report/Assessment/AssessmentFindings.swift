internal import Assessment
internal import Landscape
internal import Permeability

/// What an assessment says in a few sentences.
struct AssessmentFindings {
  private let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  private var alternatives: [Alternative] { assessment.alternatives }

  /// Whether no plan meets a range, a region or a further area, or comes near one.
  var isNothing: Bool {
    alternatives.allSatisfy { alternative in
      alternative.contacts.areas.allSatisfy { $0.kind == .country }
    }
  }

  /// What a plan does to the range that it does most to.
  struct Worst {
    let alternative: Alternative
    /// The whole range.
    let effect: RangeEffect
    /// The region in which the part of some range loses most; nil where no region holds a part.
    let region: RangeEffect?
    /// What the plan lets through there.
    let permeability: Estimate?
    /// The worst grade of what the numbers rest on.
    let grade: EvidenceGrade

    /// Whether anything is lost.
    var isLoss: Bool { effect.relativeLoss.most > 0 }
  }

  /// The worst that any plan does to a range; nil where none enters any.
  var worst: Worst? {
    let effects = alternatives.flatMap { alternative in
      alternative.effects.map { (alternative: alternative, effect: $0) }
    }
    guard
      let most = effects.filter({ $0.effect.region == nil })
        .max(by: { $0.effect.relativeLoss.central < $1.effect.relativeLoss.central })
    else { return nil }
    let (alternative, effect) = (most.alternative, most.effect)
    return Worst(
      alternative: alternative, effect: effect,
      region: alternative.effects.filter { $0.region != nil && $0.relativeLoss.central > 0 }
        .max { $0.relativeLoss.central < $1.relativeLoss.central },
      permeability: alternative.meanPermeability(of: effect.species),
      grade: effect.after.grade ?? .judged)
  }

  /// What helps most in a range.
  struct Help {
    /// Passages that were found: how many, what they bring together, and the first of them.
    struct Passages {
      let (count, gain): (Int, Double)
      let first: String
      let firstGain: Double
    }

    let species: String
    let plan: String
    let isOnlyPlan: Bool
    /// What the plan takes, in km² of ECA.
    let loss: Double
    /// The design that takes least, and what it takes; nil where none takes less.
    let variant: (kind: DesignVariant.Kind, loss: Double)?
    /// Passages on the plan; nil where none helps.
    let passages: Passages?
    /// Passages on lines of today; nil where none helps.
    let lines: Passages?
  }

  /// What helps most in the range that the best alternative does most to; nil where it enters none, or
  /// nothing was tried.
  var help: Help? {
    let best = assessment.ranking.entries.lazy.compactMap(\.alternative).first
    guard let best, let effect = alternatives[best].worstEffect else { return nil }
    let alternative = alternatives[best]
    if alternative.variants.isEmpty && alternative.mitigation.isEmpty
      && alternative.restoration.isEmpty
    {
      return nil
    }
    return Help(
      species: effect.species, plan: alternative.plan.name, isOnlyPlan: alternatives.count == 1,
      loss: effect.loss.central, variant: variant(of: alternative, effect),
      passages: passages(alternative.mitigation, of: effect.species),
      lines: passages(alternative.restoration, of: effect.species))
  }

  private func variant(
    of alternative: Alternative, _ effect: RangeEffect
  ) -> (kind: DesignVariant.Kind, loss: Double)? {
    let found = alternative.variants.compactMap { variant in
      variant.effects.first { $0.species == effect.species }.map { (variant.kind, $0) }
    }.max { $0.1.area - $0.1.plannedArea < $1.1.area - $1.1.plannedArea }
    guard let (kind, change) = found, change.area > change.plannedArea else { return nil }
    // Areas of variants have all lines together as patches: their difference counts.
    return (kind, max(0, effect.loss.central - (change.area - change.plannedArea)))
  }

  private func passages(_ steps: [MitigationStep], of species: String) -> Help.Passages? {
    let gains = steps.compactMap { step in
      step.gains.first { $0.species == species && $0.area > 0 }.map { (step: step, gain: $0.area) }
    }
    guard let first = gains.first else { return nil }
    return Help.Passages(
      count: gains.count, gain: gains.reduce(0) { $0 + $1.gain },
      first: "\(AssessmentWords.passage(first.step.option.design)), "
        + "at km \(AssessmentWords.place(first.step.chainage))",
      firstGain: first.gain)
  }

  /// How many topics of the checklist were not supplied in full by any of the plans.
  var missingTopics: Int {
    Set(
      alternatives.flatMap { $0.checklist.filter { $0.supply != .supplied }.map(\.number) }
    ).count
  }

  /// The attributes for which usual values were taken, each once.
  var defaults: [String] {
    Set(alternatives.flatMap { $0.permeability.flatMap { $0.score.defaults.map(\.attribute) } })
      .sorted()
  }
}

extension Alternative {
  /// The effect on the whole range that loses the greatest share; nil where no range is entered.
  var worstEffect: RangeEffect? {
    effects.filter { $0.region == nil }
      .max { $0.relativeLoss.central < $1.relativeLoss.central }
  }

  /// The permeability over the year of all lines in the range of a species, by their lengths there; nil
  /// where none enters it.
  func meanPermeability(of species: String) -> Estimate? {
    let found = permeability.filter { $0.species == species && $0.season == Season.annual }
    let length = found.reduce(0) { $0 + $1.length }
    guard length > 0 else { return found.first?.permeability }
    func mean(_ end: (Estimate) -> Double) -> Double {
      found.reduce(0) { $0 + end($1.permeability) * $1.length } / length
    }
    return Estimate(low: mean(\.low), central: mean(\.central), high: mean(\.high))
  }

  /// The length inside areas of a kind or on their boundaries, in metres; what lies in several of them
  /// counts once.
  func length(inside kind: CrossedArea.Kind) -> Double {
    plan.lines.indices.reduce(0) { sum, line in
      let stretches = contacts.areas.filter { $0.kind == kind }.flatMap(\.stretches)
        .filter { $0.line == line && $0.place != .near }.sorted { $0.from < $1.from }
      var (reached, length) = (0.0, 0.0)
      for stretch in stretches where stretch.to > reached {
        length += stretch.to - max(stretch.from, reached)
        reached = stretch.to
      }
      return sum + length
    }
  }

  /// The permeability along all lines where they lie in the range of a species: the line, from where to
  /// where in metres, and what it lets through there.
  func stretches(
    of species: String
  ) -> [(line: Int, metres: ClosedRange<Double>, part: PlanStretch)] {
    let range = contacts.areas.first { $0.kind == .range && $0.name == species }
    guard let range, let profile = profiles[species] else { return [] }
    return range.stretches.filter { $0.place != .near }.flatMap { stretch in
      profile[stretch.line].compactMap { part in
        let from = max(part.stretch.lowerBound, stretch.from)
        let to = min(part.stretch.upperBound, stretch.to)
        return from < to ? (stretch.line, from...to, part) : nil
      }
    }
  }
}

extension CrossedArea {
  /// Whether a plan enters it, runs along its boundary or touches it, and does not only come near.
  var isCrossed: Bool { insideLength + boundaryLength > 0 || !crossings.isEmpty }
}
