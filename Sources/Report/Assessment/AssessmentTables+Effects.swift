internal import Assessment
internal import Connectivity
internal import Formats
internal import Landscape
internal import Permeability

/// What plans do to ranges.
extension AssessmentTables {
  private var effects: [OfPlan<RangeEffect>] { assessment.parts(\.effects) }

  private var subject: [RowColumn<OfPlan<RangeEffect>>] {
    plan() + [
      species(\.species), text("Where") { $0.region ?? AssessmentWords.wholeRange },
    ]
  }

  /// ECA before and after.
  var connectedArea: DataTable {
    DataTable(
      "Equivalent connected area (ECA) today and with the plan",
      subject + [
        number("Range", unit: "km²") { $0.before.area },
        bounded("ECA today", unit: "km²", decimals: 0, explanation: AtlasWords.eca) {
          $0.before.connectedArea
        },
        bounded("With the plan", unit: "km²", decimals: 0) { $0.after.connectedArea },
        number("Loss", unit: "km²") { $0.loss.central },
        number("Loss", unit: "%", decimals: 1) { $0.relativeLoss.central * 100 },
        number(
          "At low ends", unit: "%", decimals: 1, explanation: AssessmentWords.atEnds
        ) { $0.relativeLoss.atLow * 100 },
        number("At high ends", unit: "%", decimals: 1) { $0.relativeLoss.atHigh * 100 },
        text("Rank", explanation: AssessmentWords.rankMeaning) {
          $0.rank.map(AssessmentWords.rank)
        },
        text("Grade", explanation: AtlasWords.grade) { $0.after.grade?.rawValue },
      ], effects)
  }

  /// Everything else that is measured.
  var measures: DataTable {
    DataTable(
      "Other measures today and with the plan",
      subject + [
        number("C mesh today", decimals: 3, explanation: AtlasWords.connected) {
          $0.before.probability.central
        },
        number("With plan", decimals: 3) { $0.after.probability.central },
        number("C chord today", decimals: 3, explanation: AtlasWords.passable) {
          $0.before.chords?.central
        },
        number("With plan", decimals: 3) { $0.after.chords?.central },
        number("Change", decimals: 4, explanation: AssessmentWords.paired) { $0.chordChange?.mean },
        number("± SE", decimals: 4) { $0.chordChange?.standardError },
        number("Patches today") { Double($0.before.patches) },
        number("With plan") { Double($0.after.patches) },
        number("Largest today", unit: "km²") { $0.before.largestPatch },
        number("With plan", unit: "km²") { $0.after.largestPatch },
        number("Divided", explanation: AssessmentWords.divided) { Double($0.dividedPatches) },
        number("Cut off", unit: "km²", explanation: AssessmentWords.cutOff) { $0.cutOff },
      ], effects)
  }

  /// The loss under other forms of the model; nil where there are none.
  var modelForms: DataTable? {
    let rows = effects.filter { !$0.part.variantLosses.isEmpty }
    if rows.isEmpty { return nil }
    func loss(_ number: Int, _ effect: RangeEffect) -> Double? {
      let losses = effect.variantLosses
      return losses.indices.contains(number) ? losses[number] * 100 : nil
    }
    return DataTable(
      "Loss of ECA under other forms of the model",
      subject + [
        number("As reported", unit: "%", decimals: 1) { $0.relativeLoss.central * 100 },
        number("Least P decides", unit: "%", decimals: 1, explanation: AssessmentWords.gamma0) {
          loss(0, $0)
        },
        number("Independent", unit: "%", decimals: 1, explanation: AssessmentWords.gamma1) {
          loss(1, $0)
        },
        number("Other edges", unit: "%", decimals: 1, explanation: AssessmentWords.otherEdge) {
          loss(2, $0)
        },
      ], rows)
  }

  /// Routes; nil where there are none.
  var routes: DataTable? {
    let rows = assessment.parts(\.routes)
    if rows.isEmpty { return nil }
    return DataTable(
      "Routes: the product of P of all that each crosses",
      plan() + [
        species(\.species), text("Route", \.route),
        number("Crosses the plan") { Double($0.crossings) },
        bounded("P route today", decimals: 3, \.before),
        bounded("With the plan", decimals: 3, \.after),
      ], rows)
  }

  /// What the plan adds to all else that is planned; nil where that was not asked for.
  var cumulative: DataTable? {
    let rows = assessment.parts(\.cumulative)
    if rows.isEmpty { return nil }
    return DataTable(
      "ECA with what is planned, in km²",
      plan() + [
        species(\.species), number("Others planned") { Double($0.others.count) },
        number("Today") { $0.today }, number("With the plan alone") { $0.withPlan },
        number("With all others") { $0.withOthers }, number("With everything") { $0.withAll },
        number("Taken if built first") { $0.asFirst }, number("Taken if built last") { $0.asLast },
        number("Share", unit: "%", decimals: 1, explanation: AssessmentWords.share) {
          $0.share.map { $0 * 100 }
        },
      ], rows)
  }
}

/// Alternatives and mitigation.
extension AssessmentTables {
  /// The alternatives from the best to the worst.
  var ranking: DataTable {
    let entries = assessment.ranking.entries
    return DataTable(
      "Alternatives, the best first",
      [
        RowColumn(TableColumn("Alternative")) { [.text(name(of: $0))] },
        RowColumn(TableColumn("Place", .number(decimals: 0))) { [.integer(Int64($0.place))] },
      ]
        + RankingCriterion.allCases.map { criterion in
          RowColumn(
            TableColumn(
              AssessmentWords.label(criterion),
              explanation: AssessmentWords.meaning(of: criterion))
          ) { entry in
            [
              entry.values[criterion].map { .text(AssessmentWords.values($0.change, criterion)) }
                ?? .null
            ]
          }
        }, entries)
  }

  /// The name of an alternative, doing nothing among them.
  func name(of entry: AlternativeRanking.Entry) -> String {
    entry.alternative.map { alternatives[$0].plan.name } ?? AssessmentWords.noProject
  }

  /// A stretch of a plan in a region.
  struct RegionStretch: Sendable {
    let region: String
    let line: Int
    let metres: ClosedRange<Double>
    /// The ids of the species in whose ranges it lies as well.
    let species: [String]
  }

  /// Where plans lie in regions and ranges at once; nil where nowhere.
  var regionStretches: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.contacts.areas.filter { $0.kind == .region }.flatMap { region in
        region.stretches.filter { $0.place != .near && $0.to > $0.from }.map { stretch in
          RegionStretch(
            region: region.name, line: stretch.line, metres: stretch.from...stretch.to,
            species: alternative.contacts.areas.filter { $0.meets(stretch) }.map(\.name))
        }
      }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "Stretches in regions, and the ranges that they lie in as well",
      plan() + [text("Region", \.region)] + line(\.line) + [
        text("From – to, km") { AssessmentWords.stretch($0.metres) },
        kilometres("Length") { $0.metres.upperBound - $0.metres.lowerBound },
        text("In the ranges of") {
          AssessmentWords.list($0.species.map(AssessmentWords.name(ofSpecies:)))
        },
      ], rows)
  }

  /// One design in one range.
  struct VariantRow: Sendable {
    let kind: DesignVariant.Kind
    let effect: DesignVariant.Effect
  }

  /// What other designs would do; nil where none was tried.
  var variants: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.variants.flatMap { variant in
        variant.effects.map { VariantRow(kind: variant.kind, effect: $0) }
      }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "Other designs of the plan",
      plan() + [
        text("Design") { AssessmentWords.variant($0.kind) }, species(\.effect.species),
        number("P as planned", decimals: 3) { $0.effect.plannedPermeability },
        number("P with it", decimals: 3) { $0.effect.permeability },
        number("ECA as planned", unit: "km²") { $0.effect.plannedArea },
        number("ECA with it", unit: "km²") { $0.effect.area },
        number("Change", unit: "km²") { $0.effect.area - $0.effect.plannedArea },
      ], rows)
  }

  /// Passages, in the order in which they were chosen; nil where there are none.
  ///
  /// - Parameters:
  ///   - caption: What they are.
  ///   - steps: Those of an alternative.
  /// - Returns: A row for each; nil without any.
  func passages(_ caption: Prose, _ steps: (Alternative) -> [MitigationStep]) -> DataTable? {
    let rows = assessment.parts(steps)
    if rows.isEmpty { return nil }
    return DataTable(
      caption,
      plan() + [
        number("Order") { Double($0.number) },
        text("Passage") { AssessmentWords.passage($0.option.design) },
        RowColumn(TableColumn("On")) { row in
          switch row.part.place {
          case .plan(let line): [.text(row.line(line).name ?? row.line(line).id)]
          case .existing(let label, _): [.text(label)]
          }
        },
        number("At km", decimals: 2) { $0.chainage / 1000 },
        text("Gain of ECA", explanation: AssessmentWords.gain, AssessmentWords.gains),
        text("Gain of P", explanation: AssessmentWords.permeabilityGain) {
          AssessmentWords.permeabilityGains($0.gains)
        },
        text("Use", explanation: AssessmentWords.acceptance) { AssessmentWords.use($0.gains) },
      ] as [RowColumn<OfPlan<MitigationStep>>], rows)
  }
}

extension CrossedArea {
  /// Whether it is a range, and a stretch of a plan lies in it in part or as a whole.
  fileprivate func meets(_ stretch: Stretch) -> Bool {
    kind == .range
      && stretches.contains {
        $0.line == stretch.line && $0.place != .near && $0.from < stretch.to && stretch.from < $0.to
      }
  }
}
