internal import Connectivity
internal import Formats
internal import Geometry
internal import Permeability

/// Tables of what plans do.
extension AssessmentTable {
  /// What plans let through.
  static let permeability = AssessmentTable(
    "permeability",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.line).id },
      .text("species", "the species") { $0.part.species },
      .text("season", "annual, or the season") { $0.part.season },
      .metres("length_m", "the length in the range or on its boundary") { $0.part.length },
      .number("p", "the mean permeability there, structures included") {
        $0.part.permeability.central
      },
      .number("p_low", "its low end") { $0.part.permeability.low },
      .number("p_high", "its high end") { $0.part.permeability.high },
      .text("reading", "p in words") { $0.part.reading.rawValue },
      .number("p_line", "the permeability without structures") {
        $0.part.withoutStructures.central
      },
      .number("p_least", "along the least permeable stretch") {
        $0.part.least.permeability.central
      },
      .metres("least_from_m", "where that begins") { $0.part.least.stretch.lowerBound },
      .metres("least_to_m", "where it ends") { $0.part.least.stretch.upperBound },
      .text("mode", "where p comes from: override, component or prior") {
        $0.part.score.mode.rawValue
      },
      .text("driver", "the part of the line that decides") { $0.part.score.driver.rawValue },
      .text("grade", "A measured on the species, B on a similar one, C judged") {
        $0.part.score.grade.rawValue
      },
      .number("completeness", "the share of the attributes that the model needs and that are known")
      {
        $0.part.score.completeness
      },
      .text("defaults", "what was taken for attributes that are not known") {
        $0.part.score.defaults.map { "\($0.attribute)=\($0.value)" }.joined(separator: "; ")
      },
      .text("swings", "the numbers that move p most, with p at their ends") {
        $0.part.score.swings.map { swing in
          "\(swing.parameter.name) \(grouped(swing.atLow, decimals: 3)) to "
            + grouped(swing.atHigh, decimals: 3)
        }.joined(separator: "; ")
      },
      .count("usable", "the structures in the range that the species uses at all") {
        $0.part.usable
      },
      .metres("spacing_m", "the mean distance between them") { $0.part.spacing },
      .metres("longest_gap_m", "the longest way in the range without one") {
        $0.part.longestGap.upperBound - $0.part.longestGap.lowerBound
      },
      .metres("longest_gap_from_m", "where that begins") { $0.part.longestGap.lowerBound },
    ] as [ColumnRule<OfPlan<PlanPermeability>>]
  ) { $0.parts { $0.permeability } }

  /// What plans make with lines beside them.
  static let bundles = AssessmentTable(
    "bundles",
    [
      .plan(), .text("line", "the line of the plan") { $0.line($0.part.line).id },
      .text("species", "the species") { $0.part.species },
      .metres("from_m", "from where along it") { $0.part.stretch.lowerBound },
      .metres("to_m", "to where along it") { $0.part.stretch.upperBound },
      .text("others", "what runs beside it today") { $0.part.others.joined(separator: "; ") },
      .number("p_before", "the permeability of the others together") { $0.part.before },
      .number("p_after", "with the plan") { $0.part.after },
    ] as [ColumnRule<OfPlan<PlanBundle>>]
  ) { $0.parts { $0.bundles } }

  /// What plans do to ranges.
  static let effects = AssessmentTable(
    "effects",
    [
      .plan(), .text("species", "the species") { $0.part.species },
      .text("region", "the region; empty for the whole range") { $0.part.region },
      .number("range_km2", "the area of the range there") { $0.part.before.area },
      .number("eca_before_km2", "the equivalent connected area today") {
        $0.part.before.connectedArea.central
      },
      .number("eca_before_low_km2", "with all permeabilities at their low ends") {
        $0.part.before.connectedArea.low
      },
      .number("eca_before_high_km2", "at their high ends") { $0.part.before.connectedArea.high },
      .number("eca_after_km2", "with the plan") { $0.part.after.connectedArea.central },
      .number("eca_after_low_km2", "at the low ends") { $0.part.after.connectedArea.low },
      .number("eca_after_high_km2", "at the high ends") { $0.part.after.connectedArea.high },
      .number("eca_loss_km2", "what is lost") { $0.part.loss.central },
      .number("eca_loss_at_low_km2", "what is lost where all permeabilities are at their low ends")
      {
        $0.part.loss.atLow
      },
      .number("eca_loss_at_high_km2", "the same at the high ends") { $0.part.loss.atHigh },
      .number("eca_loss", "the loss as a share of today") { $0.part.relativeLoss.central },
      .number("eca_loss_at_low", "at the low ends") { $0.part.relativeLoss.atLow },
      .number("eca_loss_at_high", "at the high ends") { $0.part.relativeLoss.atHigh },
      .number("c_mesh_before", "the chance that two random points are connected, today") {
        $0.part.before.probability.central
      },
      .number("c_mesh_after", "with the plan") { $0.part.after.probability.central },
      .number("m_eff_before_km2", "the effective mesh size today") { $0.part.before.meshSize },
      .number("m_eff_after_km2", "with the plan") { $0.part.after.meshSize },
      .number("c_chord_before", "the permeability of random movements today") {
        $0.part.before.chords?.central
      },
      .number("c_chord_after", "with the plan") { $0.part.after.chords?.central },
      .number("c_chord_change", "the change, on the same movements") { $0.part.chordChange?.mean },
      .number("c_chord_change_se", "its standard error") { $0.part.chordChange?.standardError },
      .count("patches_before", "the parts that nothing divides, today") { $0.part.before.patches },
      .count("patches_after", "with the plan") { $0.part.after.patches },
      .number("largest_patch_before_km2", "the largest of them today") {
        $0.part.before.largestPatch
      },
      .number("largest_patch_after_km2", "with the plan") { $0.part.after.largestPatch },
      .count("divided_patches", "how many patches of today the plan divides") {
        $0.part.dividedPatches
      },
      .number("cut_off_km2", "of every patch that it divides all but the largest part") {
        $0.part.cutOff
      },
      .count("rank", "its place among the lines of the range by what opening each would bring") {
        $0.part.rank?.place
      },
      .count("rank_of", "how many there are") { $0.part.rank?.count },
      .number("eca_loss_gamma0", "the loss where the least permeable of several obstacles decides")
      {
        $0.part.variantLosses.first
      },
      .number("eca_loss_gamma1", "where obstacles are independent") {
        $0.part.variantLosses.dropFirst().first
      },
      .number("eca_loss_other_edge", "with the other rule for barriers between two patches") {
        $0.part.variantLosses.dropFirst(2).first
      },
      .text("grade", "the worst grade of evidence among barriers inside, with the plan") {
        $0.part.after.grade?.rawValue
      },
      .count("movements", "the number of random movements") { $0.part.after.movements?.count },
      .count("seed", "what the random numbers come from") { $0.part.after.movements?.seed },
    ] as [ColumnRule<OfPlan<RangeEffect>>]
  ) { $0.parts { $0.effects } }

  /// What plans do to routes.
  static let routes = AssessmentTable(
    "routes",
    [
      .plan(), .text("species", "the species") { $0.part.species },
      .text("route", "the route") { $0.part.route },
      .number("p_before", "the product of p of all that it crosses, today") {
        $0.part.before.central
      },
      .number("p_before_low", "its low end") { $0.part.before.low },
      .number("p_before_high", "its high end") { $0.part.before.high },
      .number("p_after", "with the plan") { $0.part.after.central },
      .number("p_after_low", "its low end") { $0.part.after.low },
      .number("p_after_high", "its high end") { $0.part.after.high },
      .count("crossings", "how often it crosses the plan") { $0.part.crossings },
    ] as [ColumnRule<OfPlan<RouteEffect>>]
  ) { $0.parts { $0.routes } }

  /// What plans add to everything else that is planned.
  static let cumulative = AssessmentTable(
    "cumulative",
    [
      .plan(), .text("species", "the species") { $0.part.species },
      .text("others", "the other planned lines in the range") {
        $0.part.others.joined(separator: "; ")
      },
      .number("eca_today_km2", "the equivalent connected area today") { $0.part.today },
      .number("eca_with_plan_km2", "with the plan alone") { $0.part.withPlan },
      .number("eca_with_others_km2", "with all others and without the plan") {
        $0.part.withOthers
      },
      .number("eca_with_all_km2", "with everything") { $0.part.withAll },
      .number("as_first_km2", "what the plan takes if it is built first") { $0.part.asFirst },
      .number("as_last_km2", "what it takes if it is built last") { $0.part.asLast },
      .number("shapley_km2", "the mean over all orders; empty for more than seven lines") {
        $0.part.shapley
      },
      .number("share", "that as a share of what all take") { $0.part.share },
    ] as [ColumnRule<OfPlan<CumulativeEffect>>]
  ) { $0.parts { $0.cumulative } }

  /// What one variant does to one range.
  struct VariantEffect: Sendable {
    let kind: DesignVariant.Kind
    let effect: DesignVariant.Effect
  }

  /// What other designs would do.
  static let variants = AssessmentTable(
    "variants",
    [
      .plan(),
      .text(
        "variant", "no_fence, wildlife_friendly_fence, raised_bottom_wire or no_structures"
      ) { $0.part.kind.rawValue },
      .text("species", "the species") { $0.part.effect.species },
      .number("p_planned", "the mean permeability in the range as planned") {
        $0.part.effect.plannedPermeability
      },
      .number("p_variant", "the same with the variant") { $0.part.effect.permeability },
      .number("eca_planned_km2", "the equivalent connected area as planned") {
        $0.part.effect.plannedArea
      },
      .number("eca_variant_km2", "the same with the variant") { $0.part.effect.area },
    ] as [ColumnRule<OfPlan<VariantEffect>>]
  ) {
    $0.parts { alternative in
      alternative.variants.flatMap { variant in
        variant.effects.map { VariantEffect(kind: variant.kind, effect: $0) }
      }
    }
  }

  /// One alternative, or doing nothing, by one criterion.
  struct RankedValue: Sendable {
    let name: String
    let entry: AlternativeRanking.Entry
    let criterion: RankingCriterion
    let value: CriterionValue
  }

  /// The alternatives side by side.
  static let alternatives = AssessmentTable(
    "alternatives",
    [
      .text("plan", "the alternative; no project for doing nothing") { $0.name },
      .count("place", "its place, 1 for the best; tied alternatives share one") {
        $0.entry.place
      },
      .text("criterion", "what is compared: eca_loss, chord_loss, cut_off_km2, length_inside_km") {
        $0.criterion.rawValue
      },
      .number("value", "how it stands by it; less is better") { $0.value.change.central },
      .number("value_at_low", "where all permeabilities are at their low ends") {
        $0.value.change.atLow
      },
      .number("value_at_high", "the same at the high ends") { $0.value.change.atHigh },
      .flag("decided", "whether it told the alternative from the one before it") {
        $0.entry.decision?.criterion == $0.criterion
      },
      .flag("overlap", "whether the intervals of the two have values in common") {
        $0.entry.decision?.criterion == $0.criterion ? $0.entry.decision?.intervalsOverlap : nil
      },
    ] as [ColumnRule<RankedValue>]
  ) { assessment in
    assessment.ranking.entries.flatMap { entry in
      RankingCriterion.allCases.compactMap { criterion in
        entry.values[criterion].map {
          RankedValue(
            name: entry.alternative.map { assessment.alternatives[$0].plan.name } ?? "no project",
            entry: entry, criterion: criterion, value: $0)
        }
      }
    }
  }
}
