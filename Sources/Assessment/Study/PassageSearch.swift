internal import Connectivity
internal import Geometry
internal import Overlay
internal import Permeability

/// Looks for the passages that open the ranges along an alternative best, one after the other.
///
/// Each is the one with the greatest benefit for its cost after all that were chosen before: the sum over
/// species of the gain of equivalent connected area as a share of that of today. That is a greedy
/// choice; another set may be better together. A candidate that was looked at in an earlier round is looked
/// at again only when it may still be the best, as gains hardly ever grow when others are built. Where no
/// passage on the plan brings any connected area, because the ways around it are easier, the mean
/// permeability of the plan in the ranges decides.
struct PassageSearch {
  /// Where a passage may be built.
  typealias Place = (place: MitigationStep.Place, chainage: Double)

  private let alternative: Int
  private let settings: MitigationSettings
  private var states: [PassageState]
  private var steps: [MitigationStep] = []
  private var candidates: [(candidate: PassageCandidate, benefit: Double)]

  /// How many candidates are looked at again in one go.
  private static let chunk = 24
  /// Benefits below this are none.
  private static let leastBenefit = 1e-7

  /// Prepares to look for passages.
  ///
  /// - Parameters:
  ///   - ranges: The ranges that the alternative divides, with ECA of today and with it, in km², and
  ///     where passages may be built.
  ///   - alternative: Its number.
  ///   - settings: What may be built.
  init(
    _ ranges: [(range: PlanRange, today: Double, with: Double, places: [Place])],
    alternative: Int, _ settings: MitigationSettings
  ) {
    (self.alternative, self.settings) = (alternative, settings)
    states = ranges.map {
      PassageState(
        range: $0.range, scenario: $0.range.barriers.scenario(with: alternative), today: $0.today,
        study: $0.range.study, area: $0.with)
    }
    var seen: Set<PassageCandidate> = []
    candidates = []
    for (range, _, _, places) in ranges {
      for (place, chainage) in places {
        guard let row = range.row(of: place, alternative)?.row else { continue }
        let design = range.barriers.list.designs[row]
        for option in Self.worthwhile(settings.options, on: design, in: states.map(\.range)) {
          let candidate = PassageCandidate(option: option, place: place, chainage: chainage)
          if seen.insert(candidate).inserted { candidates.append((candidate, .infinity)) }
        }
      }
    }
    for index in states.indices {
      for place in Set(candidates.map(\.candidate.place)) {
        if let row = states[index].range.row(of: place, alternative)?.row {
          states[index].prepare(row)
        }
      }
    }
  }

  /// The options that fit a barrier, without those that another one beats for every species at no greater
  /// cost.
  private static func worthwhile(
    _ options: [PassageOption], on design: BarrierDesign, in ranges: [PlanRange]
  ) -> [PassageOption] {
    let known = options.filter { $0.fits(design) }.map { option in
      (
        option: option,
        shares: ranges.map {
          $0.model.scorer.acceptance(of: option.design, on: design, for: $0.species) ?? 0
        }
      )
    }
    return known.indices.filter { index in
      !known.indices.contains { other in
        let (one, two) = (known[index], known[other])
        let isAsGood =
          two.option.cost <= one.option.cost && zip(one.shares, two.shares).allSatisfy { $0 <= $1 }
        let isSame = two.option.cost == one.option.cost && one.shares == two.shares
        return other != index && isAsGood && (!isSame || other < index)
      }
    }.map { known[$0].option }
  }

  /// Chooses passages until there are enough, the budget is spent or nothing brings anything.
  ///
  /// - Throws: `CancellationError`.
  mutating func steps(jobs: Int) async throws -> [MitigationStep] {
    var left = settings.budget ?? .infinity
    while steps.count < settings.count {
      candidates.removeAll { $0.candidate.option.cost > left }
      guard let best = try await best(jobs: jobs) else { break }
      left -= best.option.cost
      try await build(best, jobs: jobs)
      candidates.removeAll { $0.candidate.isTooNear(best, settings.spacing) }
    }
    for index in states.indices { try await settle(index, jobs: jobs) }
    return steps
  }

  /// The candidate with the greatest benefit for its cost; nil where none brings anything.
  private mutating func best(jobs: Int) async throws -> PassageCandidate? {
    var isFresh = Array(repeating: false, count: candidates.count)
    func worth(_ index: Int) -> Double {
      candidates[index].benefit
        / max(candidates[index].candidate.option.cost, .leastNonzeroMagnitude)
    }
    while true {
      let order = candidates.indices.sorted { (worth($1), $0) < (worth($0), $1) }
      guard let first = order.first else { return nil }
      if isFresh[first] {
        return candidates[first].benefit > Self.leastBenefit
          ? candidates[first].candidate : bestOfPlan
      }
      let isNew = candidates[first].benefit == .infinity
      let stale = order.filter { !isFresh[$0] }.prefix(isNew ? order.count : Self.chunk)
      let benefits = try await benefits(of: stale.map { candidates[$0].candidate }, jobs: jobs)
      for (index, benefit) in zip(stale, benefits) {
        (candidates[index].benefit, isFresh[index]) = (benefit, true)
      }
    }
  }

  /// The candidate on the plan that raises the mean permeability of its line most for its cost; nil where
  /// none does.
  private var bestOfPlan: PassageCandidate? {
    let found = candidates.compactMap { item -> (candidate: PassageCandidate, rise: Double)? in
      guard case .plan = item.candidate.place else { return nil }
      let rise = states.reduce(0) { sum, state in
        fields(of: state, with: item.candidate).reduce(sum) { sum, field in
          sum + state.permeability(of: field.key, field.value)
            - state.permeability(of: field.key, state.field(of: field.key))
        }
      }
      return (item.candidate, rise / max(item.candidate.option.cost, .leastNonzeroMagnitude))
    }
    // Of equal ones the first along the line.
    let best = found.indices.max { (found[$0].rise, $1) < (found[$1].rise, $0) }
    return best.flatMap { found[$0].rise > Self.leastBenefit ? found[$0].candidate : nil }
  }

  /// The sum over species of the gain as a share of today, for each of some candidates.
  private mutating func benefits(of some: [PassageCandidate], jobs: Int) async throws -> [Double] {
    var sums = Array(repeating: 0.0, count: some.count)
    for number in states.indices {
      let state = states[number]
      let changes = some.map { fields(of: state, with: $0) }
      let concerned = changes.indices.filter { !changes[$0].isEmpty }
      if concerned.isEmpty { continue }
      let gains = try await state.study.gains(
        changing: concerned.map { index in
          (
            Set(changes[index].keys),
            state.range.permeability(
              replacing: state.fields.merging(changes[index]) { $1 })
          )
        }, in: state.scenario, jobs: jobs)
      settle(number, at: gains.before.equivalentArea)
      for (index, gain) in zip(concerned, gains.ofChanges) where state.today > 0 {
        sums[index] += gain / state.today
      }
    }
    return sums
  }

  /// The row that a candidate changes, with it; empty where the range has nothing of its place.
  private func fields(of state: PassageState, with candidate: PassageCandidate) -> [Int:
    PassageField]
  {
    let range = state.range
    guard let (row, shift) = range.row(of: candidate.place, alternative) else { return [:] }
    let field = state.field(of: row)
    let passage = PassageOnLine(candidate.option.design, at: candidate.chainage + shift)
    return field.map { [row: $0.adding(passage)] } ?? [:]
  }

  /// Builds a passage. What it brings is known when the next one is looked for, or at the end.
  private mutating func build(_ candidate: PassageCandidate, jobs: Int) async throws {
    var gains: [MitigationStep.Gain] = []
    var position = Position(0, 0)
    for index in states.indices {
      let (state, changes) = (states[index], fields(of: states[index], with: candidate))
      guard let row = changes.keys.first else { continue }
      try await settle(index, jobs: jobs)
      states[index].fields.merge(changes) { $1 }
      states[index].study = state.range.replacing(states[index].fields)
      states[index].pending = (steps.count, gains.count)
      let barriers = state.range.barriers
      gains.append(
        MitigationStep.Gain(
          species: state.range.species, area: 0, share: 0,
          permeability: state.permeability(of: row, changes[row])
            - state.permeability(of: row, state.field(of: row)),
          acceptance: state.range.model.scorer.acceptance(
            of: candidate.option.design, on: barriers.list.designs[row],
            for: state.range.species) ?? 0))
      let shift = state.range.row(of: candidate.place, alternative)?.shift ?? 0
      position =
        barriers.network.lines.position(at: candidate.chainage + shift, ofRow: row) ?? position
    }
    steps.append(
      MitigationStep(
        number: steps.count + 1, option: candidate.option, place: candidate.place,
        chainage: candidate.chainage, position: position, gains: gains))
  }

  /// Finds what the last passage in a range brought, where that is not known yet.
  private mutating func settle(_ index: Int, jobs: Int) async throws {
    guard states[index].pending != nil else { return }
    let graph = states[index].study.patches(states[index].study.walls(in: states[index].scenario))
    settle(index, at: graph.connectedArea(try await graph.reach(jobs: jobs)).equivalentArea)
  }

  /// Notes what the last passage in a range brought.
  private mutating func settle(_ index: Int, at area: Double) {
    guard let (step, gain) = states[index].pending else { return }
    let (rise, today) = (area - states[index].area, states[index].today)
    steps[step].gains[gain].area = rise
    steps[step].gains[gain].share = today > 0 ? rise / today : 0
    states[index].area = area
    states[index].pending = nil
  }
}
