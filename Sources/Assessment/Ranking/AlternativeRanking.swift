/// The alternatives from the best to the worst, doing nothing among them, and what decided.
///
/// Two alternatives are compared criterion by criterion. What is not known of a species is the same for
/// both, so that they are compared at each end of the permeabilities: the better one is better at the
/// central values and at neither end worse. A criterion that says one thing at one end and another at the
/// other does not decide; the next one does. Where none decides, the two are tied.
public struct AlternativeRanking: Sendable, Hashable {
  /// One alternative in its place.
  public struct Entry: Sendable, Hashable {
    /// Its number among the alternatives; nil for doing nothing.
    public let alternative: Int?
    /// Its place, from 1; tied alternatives share one.
    public let place: Int
    /// How it stands by every criterion.
    public let values: [RankingCriterion: CriterionValue]
    /// What told it from the one before it; nil for the first.
    public let decision: Decision?
  }

  /// What told two alternatives apart.
  public struct Decision: Sendable, Hashable {
    /// The criterion that decided; nil for a tie.
    public let criterion: RankingCriterion?
    /// Whether the intervals of the two by that criterion have values in common: only the comparison end by
    /// end tells them apart.
    public let intervalsOverlap: Bool
    /// The criteria before it that did not decide, because their ends disagree.
    public let undecided: [RankingCriterion]

    /// The same as a tie.
    fileprivate var tied: Decision {
      Decision(criterion: nil, intervalsOverlap: intervalsOverlap, undecided: undecided)
    }
  }

  /// The alternatives, the best first.
  public let entries: [Entry]

  /// Ranks alternatives.
  init(_ alternatives: [Alternative]) {
    self.init(values: [Self.nothing] + Self.values(of: alternatives))
  }

  /// Ranks alternatives by their values, the first of which is doing nothing.
  init(values: [[RankingCriterion: CriterionValue]]) {
    // Comparing end by end is no order among many; the number of alternatives that each beats is.
    let wins = values.indices.map { one in
      values.indices.count { Self.comparison(values[one], values[$0]).isBetter == true }
    }
    let order = values.indices.sorted { (wins[$1], $0) < (wins[$0], $1) }
    var entries: [Entry] = []
    for (index, number) in order.enumerated() {
      let before = index > 0 ? order[index - 1] : nil
      let decision = before.map { before -> Decision in
        let found = Self.comparison(values[before], values[number])
        // Among three or more, one that another beats may still beat more of the rest.
        return found.isBetter == true ? found.decision : found.decision.tied
      }
      let place = decision?.criterion == nil ? entries.last?.place ?? 1 : index + 1
      entries.append(
        Entry(
          alternative: number == 0 ? nil : number - 1, place: place, values: values[number],
          decision: decision))
    }
    self.entries = entries
  }

  /// Whether the first of two is better, nil for a tie, and what decided.
  static func comparison(
    _ one: [RankingCriterion: CriterionValue], _ other: [RankingCriterion: CriterionValue]
  ) -> (isBetter: Bool?, decision: Decision) {
    var undecided: [RankingCriterion] = []
    for criterion in RankingCriterion.allCases {
      guard let first = one[criterion], let second = other[criterion] else { continue }
      let differences = zip(first.change.ends, second.change.ends).map { $1 - $0 }
      let signs = Set(
        differences.filter { abs($0) > criterion.tolerance }.map { $0 > 0 })
      let central = second.change.central - first.change.central
      if signs.count == 1, abs(central) > criterion.tolerance {
        return (
          central > 0,
          Decision(
            criterion: criterion, intervalsOverlap: first.overlaps(second), undecided: undecided)
        )
      }
      if signs.count > 1 { undecided.append(criterion) }
    }
    return (nil, Decision(criterion: nil, intervalsOverlap: true, undecided: undecided))
  }

  private static let nothing = Dictionary(
    uniqueKeysWithValues: RankingCriterion.allCases.map { ($0, CriterionValue(change: .none)) })

  private static func values(
    of alternatives: [Alternative]
  ) -> [[RankingCriterion: CriterionValue]] {
    let species = Set(alternatives.flatMap { $0.effects.map(\.species) })
    return alternatives.map { alternative in
      let whole = alternative.effects.filter { $0.region == nil }
      let count = Double(max(species.count, 1))
      let losses = whole.map(\.relativeLoss)
      let movements = whole.compactMap(\.movementLoss)
      let cutOff = whole.reduce(0) { $0 + $1.cutOff }
      let length = alternative.contacts.areas.reduce(0) { sum, area in
        area.kind == .country ? sum : sum + area.insideLength / 1000
      }
      return [
        .connectedArea: CriterionValue(change: .sum(losses).divided(by: count)),
        .movements: CriterionValue(change: .sum(movements).divided(by: count)),
        .cutOff: CriterionValue(change: Change(cutOff)),
        .length: CriterionValue(change: Change(length)),
      ]
    }
  }
}
