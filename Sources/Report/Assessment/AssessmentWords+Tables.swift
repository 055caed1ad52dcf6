internal import Assessment
internal import Formats
internal import Landscape

/// The words of tables.
extension AssessmentWords {
  static func near(_ distance: Double) -> String {
    "outside, and within the effect distance of \(grouped(distance, decimals: 0)) m"
  }

  static let `where` = "chainage inside or on the boundary"
  static let beside = "the length along which it runs parallel within 5 km"
  static let bundled = "where both are so near that animals pass them as one obstacle"
  static let lengthInRange = "in the range or on its boundary"
  static let meanPermeability =
    "the mean by length in the range, structures included: the chance that an animal that comes to the line gets across"
  static let withoutStructures = "the same without the structures"
  static let least = "along the least permeable stretch in the range"
  static let driver = "the part of the line that decides"
  static let mode =
    "component: computed from attributes; prior: from the class alone; override: given"
  static let completeness = "the share of the attributes that the model needs and that are known"
  static let structuresOnLine = "on the whole line"
  static let usable = "those in the range that the species uses at all"
  static let acceptance = "the share of animals that come to it and use it"
  static let spacing = "the length in the range by the number of usable structures"
  static let numberGrade = "how well the number itself is known"
  static let bundleBefore = "of all that runs beside the plan there, passed one after the other"
  static let atEnds =
    "the loss where all permeabilities are at one end of their bounds, today and with the plan alike"
  static let rankMeaning =
    "the place of its loss among what opening each line of today would bring in the range"
  static let paired = "on the same random movements, so that it is known better than either value"
  static let divided = "patches of today that the plan divides"
  static let cutOff = "of every patch that it divides all but the largest part"
  static let gamma0 = "of several obstacles on a way the least permeable alone counts"
  static let gamma1 = "of several obstacles on a way each counts in full"
  static let otherEdge = "with the other rule for several barriers between two patches"
  static let share =
    "of what all planned lines take together, as the mean over all orders of building (Shapley)"
  static let gain = "beyond what the passages before it bring, by species"
  static let noGain = "none: there are easier ways around"
  static let permeabilityGain =
    "by how much the mean permeability of its line rises; it decides where no passage raises ECA"
  static let ptcr = "the number of the Priority Transboundary Conservation Region of that name"
  static let everyRegion = "every region"

  static let otherSide =
    "they share a region that is met, or a species whose range is entered"

  static func rangeState(_ state: Consultation.RangeState) -> String {
    let reasons = state.species.map(name(ofSpecies:)) + state.regions.map { "PTCR \($0.number)" }
    return "\(state.country.name) (\(reasons.joined(separator: ", ")))"
  }

  static func rank(_ rank: RangeEffect.Rank) -> String {
    "\(grouped(rank.place)) of \(grouped(rank.count))"
  }

  /// What a passage brings to each species.
  static func gains(_ step: MitigationStep) -> String {
    if step.isByPermeability { return noGain }
    return step.gains.filter { $0.area > 0 }.map {
      "\(name(ofSpecies: $0.species)) \(area($0.area)) (\(percent($0.share)))"
    }.joined(separator: "; ")
  }

  static func permeabilityGains(_ gains: [MitigationStep.Gain]) -> String {
    gains.map { "\(name(ofSpecies: $0.species)) +\(grouped($0.permeability, decimals: 3))" }
      .joined(separator: "; ")
  }

  static func use(_ gains: [MitigationStep.Gain]) -> String {
    gains.map { "\(name(ofSpecies: $0.species)) \(grouped($0.acceptance, decimals: 2))" }
      .joined(separator: "; ")
  }
}

/// The words of criteria.
extension AssessmentWords {
  static func label(_ criterion: RankingCriterion) -> String {
    switch criterion {
    case .connectedArea: "Loss of ECA"
    case .movements: "Loss of movements"
    case .cutOff: "Cut off"
    case .length: "Length inside"
    }
  }

  static func criterion(_ criterion: RankingCriterion) -> String {
    switch criterion {
    case .connectedArea: "the mean loss of ECA over all ranges is"
    case .movements: "the fall of the permeability of random movements is"
    case .cutOff: "the area that is cut off is"
    case .length: "the length inside ranges and regions is"
    }
  }

  static func meaning(of criterion: RankingCriterion) -> String {
    switch criterion {
    case .connectedArea:
      "the mean over all ranges that any alternative enters, with what it is at the low and at the high ends of all permeabilities"
    case .movements: "the mean fall of the permeability of random movements over the same ranges"
    case .cutOff: "over all ranges, from the largest part of each patch that is divided"
    case .length: "inside ranges and regions, each metre once for each of them"
    }
  }

  static func value(_ number: Double, _ criterion: RankingCriterion) -> String {
    switch criterion {
    case .connectedArea: percent(number)
    case .movements: grouped(number, decimals: 4)
    case .cutOff: area(number)
    case .length: "\(grouped(number, decimals: 1)) km"
    }
  }

  /// A value with what it is at the ends, where they differ.
  static func values(_ change: Change, _ criterion: RankingCriterion) -> String {
    let central = value(change.central, criterion)
    if change.atLow == change.central && change.atHigh == change.central { return central }
    return "\(central) (at the ends \(value(change.atLow, criterion)) and "
      + "\(value(change.atHigh, criterion)))"
  }

  /// What told an alternative from the one before it.
  static func decision(
    _ entry: AlternativeRanking.Entry, behind before: AlternativeRanking.Entry,
    _ name: (AlternativeRanking.Entry) -> String
  ) -> Prose {
    let names = Prose.strong(name(entry)) + " "
    guard let decision = entry.decision else { return names }
    let undecided =
      decision.undecided.isEmpty
      ? ""
      : " By \(list(decision.undecided.map { label($0).lowercasedFirst })) no order can be told: "
        + "the low and the high ends disagree."
    guard let criterion = decision.criterion, let own = entry.values[criterion],
      let other = before.values[criterion]
    else {
      return names + Prose("is tied with \(name(before)): no criterion tells them apart.")
        + Prose(undecided)
    }
    return names + Prose("stands behind \(name(before)): \(self.criterion(criterion)) ")
      + Prose("\(values(own.change, criterion)) against \(values(other.change, criterion))")
      + Prose(
        decision.intervalsOverlap
          ? "; the intervals overlap, yet it is worse at both ends." : ".") + Prose(undecided)
  }
}

extension String {
  /// The same with a small first letter.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
